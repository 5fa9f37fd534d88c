using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Roster;

public sealed class RosterFileTests
{
    [Fact]
    public async Task The_sample_is_shown_sheet_by_sheet_then_confirmed_and_exported_unmasked_for_HR()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, await SampleAsync());
        foreach (var sheet in RosterWorkbook.Definitions)
            preview.ShouldContain(sheet.Chinese);
        preview.ShouldContain("1166");
        preview.ShouldContain("没有校历");
        preview.ShouldNotContain("13800001001");
        (await PeopleAsync(office)).ShouldBe(0);

        var confirm = Browser.Form.On(preview, "/roster/confirm-import");
        using var done = await hr.PostAsync(confirm, []);
        (await hr.ReadAsync(done.Headers.Location!.ToString())).ShouldContain("已导入");
        (await PeopleAsync(office)).ShouldBe(47);
        using var again = await hr.PostAsync(confirm, []);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        using var export = await hr.SubmitAsync("/roster", "/roster/export", []);
        export.Content.Headers.ContentType!.MediaType.ShouldBe(XlsxWriter.MediaType);
        var file = await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        RosterWorkbook.Read(file, "a.xlsx").Value!.People.Entries.Single(entry => entry.Name == "陈国栋").Phone.ShouldBe("13800001001");
        (await UploadAsync(hr, file)).ShouldContain("文件与系统一致");
    }

    [Fact]
    public async Task The_auditor_gets_a_masked_file_and_finds_the_export_on_record()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await ConfirmAsync(hr, await SampleAsync());
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await auditor.ReadAsync("/roster")).ShouldNotContain("/roster/import");
        using var export = await auditor.SubmitAsync("/roster", "/roster/export", []);
        var file = await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        TableText(file).ShouldContain("*******1001");
        TableText(file).ShouldNotContain("13800001001");
        (await auditor.ReadAsync($"/audit/{OfficeRecord.RosterCaseId}")).ShouldContain("导出花名册");
    }

    [Fact]
    public async Task Leadership_reads_the_roster_and_takes_no_file()
    {
        await using var office = await WebOffice.OpenAsync();
        using var principal = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await principal.ReadAsync("/roster");
        page.ShouldNotContain("/roster/export");
        using var refused = await principal.PostAsync(Browser.Form.On(page, "/session/end") with { Action = "/roster/export" }, new() { ["operation"] = $"{Guid.CreateVersion7()}" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await office.Office.ReadAsync(db => db.Cases.CountAsync(one => one.Id == OfficeRecord.RosterCaseId))).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_with_faults_says_where_what_and_remedy_and_cannot_be_confirmed()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, Workbook("长假", "一级教师"));
        preview.ShouldContain("文件有 1 处错误");
        preview.ShouldContain("长假");
        preview.ShouldContain("不认识");
        preview.ShouldContain("在职 借调 挂职");
        preview.ShouldNotContain("/roster/confirm-import");
    }

    [Fact]
    public async Task An_unlisted_word_is_explained_beside_the_dry_run_and_the_answer_can_be_taken_back()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, Workbook("在职", "首席教师"));
        preview.ShouldContain("这些写法词表里没有");
        var form = Browser.Form.On(preview, "/roster/import/spellings");
        using var response = await hr.PostAsync(form, new() { ["means"] = "高级教师" });
        var again = await Browser.WordsAsync(response);
        again.ShouldContain("已记住 1 个写法");
        again.ShouldNotContain("这些写法词表里没有");
        again.ShouldContain("/roster/confirm-import");

        var list = await hr.ReadAsync("/roster/spellings");
        list.ShouldContain("首席教师");
        list.ShouldContain("HumanResources");
        (await hr.PostAsync(Browser.Form.On(list, "/roster/spellings/withdraw?word=" + Uri.EscapeDataString("首席教师")), new() { ["words"] = "答错" })).Dispose();
        (await hr.ReadAsync("/roster/spellings")).ShouldContain("还没有说明过写法");
    }

    [Fact]
    public async Task A_dry_run_cannot_be_confirmed_by_another_account_or_a_changed_seal()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.HireAsync("second", OfficeRole.HumanResources);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var second = await office.BrowseAsAsync("second");
        var confirm = Browser.Form.On(await UploadAsync(hr, Workbook("在职", "一级教师")), "/roster/confirm-import");
        var token = Browser.Form.On(await second.ReadAsync("/roster/import"), "/roster/preview-import").Fields["__RequestVerificationToken"];
        using var foreign = await second.PostAsync(confirm, new() { ["__RequestVerificationToken"] = token });
        (await second.ReadAsync(foreign.Headers.Location!.ToString())).ShouldContain("试算已过期");
        using var changed = await hr.PostAsync(confirm, new() { ["seal"] = confirm.Fields["seal"][..^2] + "AA" });
        (await hr.ReadAsync(changed.Headers.Location!.ToString())).ShouldContain("试算已过期");
        (await PeopleAsync(office)).ShouldBe(0);
    }

    [Fact]
    public async Task The_API_previews_imports_and_exports_too()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        hr.Http.DefaultRequestHeaders.Add("X-Requested-With", "test");
        var file = new { operationId = Guid.CreateVersion7(), fileName = "workbook.xlsx", content = Workbook("在职", "一级教师") };
        using var preview = await hr.Http.PostAsJsonAsync("/api/roster/import/preview", file, TestContext.Current.CancellationToken);
        (await preview.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"sheet\":\"人员\",\"added\":1");
        (await PeopleAsync(office)).ShouldBe(0);
        using var done = await hr.Http.PostAsJsonAsync("/api/roster/import", file, TestContext.Current.CancellationToken);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PeopleAsync(office)).ShouldBe(1);
        using var export = await hr.Http.PostAsJsonAsync("/api/roster/export", new { operationId = Guid.CreateVersion7() }, TestContext.Current.CancellationToken);
        RosterWorkbook.Read(await export.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "a.xlsx").Value!.People.Entries.Length.ShouldBe(1);
    }

    internal static Task<byte[]> SampleAsync() =>
        File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), TestContext.Current.CancellationToken);

    internal static async Task ConfirmAsync(Browser hr, byte[] file) =>
        (await hr.PostAsync(Browser.Form.On(await UploadAsync(hr, file), "/roster/confirm-import"), [])).Dispose();

    private static byte[] Workbook(string status, string title) => XlsxWriter.Write([new("人员",
        ["姓名", "性别", "教职工号", "出生日期", "进本校年月", "教职工类别", "人员状态", "最高学历", "职称", "是否在编"],
        [["张伟", "男", "G001", "1985-07-09", "2016-09", "专任", status, "本科", title, "是"]])]);

    private static string TableText(byte[] file)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Where(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    private static Task<int> PeopleAsync(WebOffice office) => office.Office.ReadAsync(db => db.People.CountAsync(TestContext.Current.CancellationToken));

    private static async Task<string> UploadAsync(Browser hr, byte[] file)
    {
        var form = Browser.Form.On(await hr.ReadAsync("/roster/import"), "/roster/preview-import");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "file", "workbook.xlsx");
        using var response = await hr.Http.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Browser.WordsAsync(response);
    }
}
