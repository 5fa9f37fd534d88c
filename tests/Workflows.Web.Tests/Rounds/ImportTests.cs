using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class ImportTests
{
    private const string WithFaults = """
        姓名,出生日期,最高学历,职称
        张伟,1985-07-09,本科,一级教师
        张伟,1985-07-09,本科,一级教师
        """;

    [Fact]
    public async Task A_dry_run_shows_verdicts_and_changes_nothing_and_its_confirmation_takes_everybody_in()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, round, HiringOffice.FiveApplicants);
        preview.ShouldContain("新增 5");
        preview.ShouldContain("符合条件 5");
        (await CountAsync(office)).ShouldBe(0);

        var confirm = Browser.Form.On(preview, "/confirm-import");
        using var done = await hr.PostAsync(confirm, []);
        (await hr.ReadAsync(done.Headers.Location!.ToString())).ShouldContain("新增 5 人");
        using var again = await hr.PostAsync(confirm, []);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await CountAsync(office)).ShouldBe(5);
    }

    [Fact]
    public async Task The_second_file_shows_old_and_new_value_who_is_missing_and_never_a_whole_phone_number()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        await office.Office.ImportAsync(round, HiringOffice.FiveApplicants);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, round, """
            姓名,出生日期,最高学历,职称,任教经历,任教学段,现单位,现单位所在区,身份证号,邮箱,手机号
            张伟,1985-07-09,硕士研究生,一级教师,2008-09~至今 城关小学,小学,城关小学,沙县区,,zhang@example.org,13900001234
            """);
        preview.ShouldContain("更新 1");
        preview.ShouldContain("本科");
        preview.ShouldContain("硕士研究生");
        preview.ShouldContain("文件里没有 4");
        foreach (var missing in new[] { "李娜", "王芳", "刘洋", "陈静" })
            preview.ShouldContain(missing);
        preview.ShouldContain("*******1234");
        preview.ShouldNotContain("13900001234");
    }

    [Fact]
    public async Task What_the_table_does_not_know_and_what_was_left_out_is_told()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, round, "姓名,身高,出生日期,最高学历,职称\n张伟,180,1985-07-09,本科,一级教师\n合计,,,,1");
        preview.ShouldContain("不认识的列，内容并入备注：身高");
        preview.ShouldContain("跳过的行（合计、注释或重复的表头）：3");
    }

    [Fact]
    public async Task A_file_with_faults_names_row_and_column_and_cannot_be_confirmed()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var preview = await UploadAsync(hr, round, WithFaults);
        preview.ShouldContain("文件有 1 处错误");
        preview.ShouldContain("与第 2 行是同一人");
        preview.ShouldNotContain("/confirm-import");
    }

    [Fact]
    public async Task A_dry_run_of_one_round_cannot_be_confirmed_in_another_or_by_a_changed_seal()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var confirm = Browser.Form.On(await UploadAsync(hr, round, HiringOffice.FiveApplicants), "/confirm-import");
        using var elsewhere = await hr.PostAsync(confirm with { Action = $"/rounds/{Guid.CreateVersion7()}/confirm-import" }, []);
        elsewhere.Headers.Location!.ToString().ShouldContain("/import?op=");
        using var changed = await hr.PostAsync(confirm, new() { ["seal"] = confirm.Fields["seal"][..^2] + "AA" });
        (await hr.ReadAsync(changed.Headers.Location!.ToString())).ShouldContain("试算已过期");
        (await CountAsync(office)).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_more_than_two_megabytes_is_refused_by_its_size()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var response = await PostAsync(hr, round, new string('x', (2 * 1024 * 1024) + 1));
        (await hr.ReadAsync(response.Headers.Location!.ToString())).ShouldContain("文件超过 2 MB");
    }

    [Fact]
    public async Task A_file_of_just_two_megabytes_comes_through_dry_run_and_confirmation()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var rows = new StringBuilder(HiringOffice.FiveApplicants).Append('\n');
        rows.Append(',', (2 * 1024 * 1024) - Encoding.UTF8.GetByteCount(rows.ToString()));
        var confirm = Browser.Form.On(await UploadAsync(hr, round, rows.ToString()), "/confirm-import");
        // The form's own encoder refuses texts of this length, so it is written by hand, as a browser does.
        var body = string.Join('&', confirm.Fields.Select(field =>
            $"{field.Key}={field.Value.Replace("+", "%2B").Replace("/", "%2F").Replace("=", "%3D")}"));
        using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
        using var response = await hr.Http.PostAsync(confirm.Action, content, TestContext.Current.CancellationToken);
        (await hr.ReadAsync(response.Headers.Location!.ToString())).ShouldContain("新增 5 人");
    }

    [Fact]
    public async Task Markup_in_a_name_is_shown_as_text()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var file = "姓名,出生日期,最高学历,职称\n<script>张</script>,1985-07-09,本科,一级教师";
        var preview = await UploadAsync(hr, round, file);
        preview.ShouldContain("&lt;script&gt;张");
        preview.ShouldNotContain("<script>张");
        await office.Office.ImportAsync(round, file);
        var list = await hr.ReadAsync($"/rounds/{round}/applicants");
        list.ShouldContain("&lt;script&gt;张");
        list.ShouldNotContain("<script>张");
    }

    private static Task<int> CountAsync(WebOffice office) =>
        office.Office.ReadAsync(db => db.Applications.CountAsync(TestContext.Current.CancellationToken));

    private static async Task<string> UploadAsync(Browser hr, Guid round, string csv)
    {
        using var response = await PostAsync(hr, round, csv);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await Browser.WordsAsync(response);
    }

    private static async Task<HttpResponseMessage> PostAsync(Browser hr, Guid round, string csv)
    {
        var form = Browser.Form.On(await hr.ReadAsync($"/rounds/{round}/import"), "/preview-import");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "applicants.csv");
        return await hr.Http.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
    }
}
