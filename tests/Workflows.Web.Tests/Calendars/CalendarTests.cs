using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Calendars;
using Workflows.Web.Api;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Calendars;

/// <summary>Semesters and holidays: everybody reads them, HR edits them, and nothing counts before it is saved.</summary>
public sealed class CalendarTests
{
    private const string NextYear = "/calendars/holidays-2027.json";

    private static readonly Dictionary<string, string> NewYear = new()
    {
        ["source"] = "国办发明电〔2026〕9号", ["from-0"] = "2027-01-01", ["until-0"] = "2027-01-03", ["name-0"] = "元旦", ["off-0"] = "true",
        ["from-1"] = "2027-02-20", ["until-1"] = "", ["name-1"] = "春节", ["off-1"] = "false",
    };

    [Fact]
    public async Task Everybody_sees_which_years_are_provisional_and_only_HR_is_offered_the_form()
    {
        await using var office = await WebOffice.OpenAsync();
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        var list = WebUtility.HtmlDecode(await teacher.ReadAsync("/calendars"));
        list.ShouldContain("暂按推算的年度：2027年节假日、2027—2028学年校历、2026—2027学年校历");
        list.ShouldContain("国办发明电〔2025〕7号");
        list.ShouldNotContain("/edit");
        (await teacher.ReadAsync(NextYear)).ShouldContain("只按周末推算");
        (await teacher.ReadAsync("/calendars/semesters-2026.json")).ShouldContain("2026-09-01");
        (await teacher.ReadAsync("/calendars/holidays-2026.json")).ShouldContain("title=\"国庆节\"");

        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/calendars")).ShouldContain($"{NextYear}/edit");
    }

    [Fact]
    public async Task HR_enters_holidays_as_rows_sees_what_changes_and_saves()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var preview = await hr.SubmitAsync($"{NextYear}/edit", "/preview", NewYear);
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        var shown = await Browser.WordsAsync(preview);
        shown.ShouldContain("2027 年不再是暂定");
        WebUtility.HtmlDecode(shown).ShouldContain("2027-01-01：上班 → 休息");
        WebUtility.HtmlDecode(shown).ShouldContain("2027-02-20：休息 → 上班");
        shown.ShouldNotContain("2027-01-02：");
        (await office.Office.ReadAsync(db => db.CalendarPapers.CountAsync())).ShouldBe(0);

        var save = Browser.Form.On(shown, "/save");
        using var saved = await hr.PostAsync(save, []);
        var page = await hr.ReadAsync(saved.Headers.Location!.ToString());
        page.ShouldContain("已保存2027年节假日");
        page.ShouldContain("title=\"元旦\"");
        (await hr.ReadAsync("/calendars")).ShouldNotContain("暂按推算的年度：2027年节假日");
        var edit = await hr.ReadAsync($"{NextYear}/edit");
        edit.ShouldContain("value=\"2027-01-03\"");
        // Six empty rows follow the two.
        edit.ShouldContain("name=\"name-7\"");
        edit.ShouldNotContain("name=\"name-8\"");

        using var again = await hr.PostAsync(save, []);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.Office.ReadAsync(db => db.CalendarPapers.SingleAsync())).Version.ShouldBe(1);
    }

    [Fact]
    public async Task HR_goes_back_to_the_file()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var preview = await hr.SubmitAsync($"{NextYear}/edit", "/preview", NewYear);
        using var saved = await hr.PostAsync(Browser.Form.On(await Browser.WordsAsync(preview), "/save"), []);

        (await hr.SubmitAndReadAsync(NextYear, "/drop", [])).ShouldContain("该年度为暂定");
        (await hr.ReadAsync(NextYear)).ShouldNotContain("/drop");
    }

    [Theory]
    [InlineData("until-0", "2026-12-30", "第 1 行（元旦）：末日应不早于首日")]
    [InlineData("until-0", "2027-03-01", "不超过 31 天")]
    [InlineData("from-1", "2028-02-20", "第 2 行（春节）：不在 2027 年")]
    [InlineData("from-1", "2027-01-02", "写了两次")]
    [InlineData("name-0", "", "第 1 行：请填写日期和名称")]
    [InlineData("source", "", "来源：请写明")]
    public async Task A_wrong_row_is_named_and_what_was_typed_stays(string field, string value, string reason)
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync($"{NextYear}/edit", "/preview", new(NewYear) { [field] = value });
        page.ShouldContain(reason);
        page.ShouldContain("value=\"2027-01-01\"");
    }

    [Fact]
    public async Task HR_enters_semesters_by_stage_and_a_stage_left_empty_stays_provisional()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        Dictionary<string, string> fields = new() { ["source"] = "三明市校历", ["first-Primary-1"] = "2026-08-31", ["last-Primary-1"] = "2027-01-22" };
        using var preview = await hr.SubmitAsync("/calendars/semesters-2026.json/edit", "/preview", fields);
        var shown = await Browser.WordsAsync(preview);
        WebUtility.HtmlDecode(shown).ShouldContain("2026-2027-1 小学：2026-09-01—2027-02-06（暂定） → 2026-08-31—2027-01-22");
        using var saved = await hr.PostAsync(Browser.Form.On(shown, "/save"), []);
        var page = await hr.ReadAsync(saved.Headers.Location!.ToString());
        page.ShouldContain("2027-01-22");
        page.ShouldContain("暂定");

        (await hr.SubmitAndReadAsync("/calendars/semesters-2026.json/edit", "/preview", new(fields) { ["last-Primary-1"] = "" }))
            .ShouldContain("小学 第一学期：请填写起止日期");
        (await hr.SubmitAndReadAsync("/calendars/semesters-2026.json/edit", "/preview", new(fields) { ["first-Primary-1"] = "2027-01-23" }))
            .ShouldContain("小学 第一学期：早于第一天");
    }

    [Fact]
    public async Task HR_loads_a_file_and_a_broken_one_names_its_place()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var good = await UploadAsync(hr, """{ "year": 2027, "source": "通知", "days": [ { "date": "2027-01-01", "name": "元旦", "off": true } ] }""");
        WebUtility.HtmlDecode(await Browser.WordsAsync(good)).ShouldContain("2027-01-01：上班 → 休息");

        using var bad = await UploadAsync(hr, """{ "year": 2027, "source": "通知", "days": [ { "date": "2027-01-01", "name": "元旦" } ] }""");
        (await hr.ReadAsync(bad.Headers.Location!.ToString())).ShouldContain("holidays-2027.json 的 $.days[0].off：缺少");
    }

    [Fact]
    public async Task A_file_that_is_none_has_no_page_and_another_year_is_opened_by_its_number()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var none = await hr.GetAsync("/calendars/policy.json");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var go = await hr.GetAsync("/calendars/go?kind=Semesters&year=2022");
        go.Headers.Location!.ToString().ShouldBe("/calendars/semesters-2022.json");
        (await hr.ReadAsync("/calendars/semesters-2022.json")).ShouldContain("2022-09-01");
    }

    [Fact]
    public async Task The_API_reads_previews_saves_and_drops()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        hr.Http.DefaultRequestHeaders.Add("X-Requested-With", "test");
        const string file = "holidays-2027.json";
        const string text = """{ "year": 2027, "source": "通知", "days": [ { "date": "2027-01-01", "name": "元旦", "off": true } ] }""";
        var preview = await PostAsync<PreviewCalendar.Preview>(hr, "/api/calendars/preview", new PreviewCalendar.Query(file, text));
        preview.Changes.Count.ShouldBe(2);
        (await PostAsync<ApiAnswer>(hr, "/api/calendars", new SaveCalendar.Command(Guid.CreateVersion7(), file, text, 0))).Done.ShouldBeTrue();
        var line = await ReadAsync(hr, file);
        (line.Origin, line.Text, line.Version, line.SavedBy).ShouldBe((CalendarOrigin.Edited, text, 1, "HumanResources"));

        (await PostAsync<ApiAnswer>(hr, "/api/calendars/drop", new DropCalendar.Command(Guid.CreateVersion7(), file, 1))).Done.ShouldBeTrue();
        (await ReadAsync(hr, file)).Origin.ShouldBe(CalendarOrigin.Provisional);
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        teacher.Http.DefaultRequestHeaders.Add("X-Requested-With", "test");
        using var refused = await teacher.Http.PostAsJsonAsync(
            "/api/calendars", new SaveCalendar.Command(Guid.CreateVersion7(), file, text, 2), PolicyJson.Options, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<CalendarLine> ReadAsync(Browser browser, string file) =>
        (await browser.Http.GetFromJsonAsync<CalendarLine>($"/api/calendars/{file}", PolicyJson.Options, TestContext.Current.CancellationToken))!;

    private static async Task<T> PostAsync<T>(Browser browser, string path, object body)
    {
        using var response = await browser.Http.PostAsJsonAsync(path, body, PolicyJson.Options, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<T>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), PolicyJson.Options)!;
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser hr, string text)
    {
        var form = Browser.Form.On(await hr.ReadAsync($"{NextYear}/edit"), "/upload");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", "holidays-2027.json");
        return await hr.Http.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
    }
}
