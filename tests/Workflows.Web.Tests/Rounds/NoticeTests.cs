using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class NoticeTests
{
    [Fact]
    public async Task An_objection_stops_the_days_until_it_is_handled_and_only_the_personnel_office_knows_who_objected()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await OnNoticeAsync(office);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        await office.Office.GoToAsync("2026-09-02 09:00");
        var page = $"/rounds/{round}/notices";
        (await hr.ReadAsync(page)).ShouldContain("已计 3 天，共 7 天");

        var against = (await office.Office.ApplicationsAsync(round))[1].Id;
        var filed = await hr.SubmitAndReadAsync(page, "/objections",
            new() { ["application"] = $"{against}", ["from"] = "赵某", ["contact"] = "0598-1234567", ["text"] = "<i>论文署名不实</i>" });
        filed.ShouldContain("公示期暂停");
        filed.ShouldContain("赵某（0598-1234567）");
        filed.ShouldContain("&lt;i&gt;论文署名不实");
        var seen = await bureau.ReadAsync(page);
        seen.ShouldContain("有异议未处理");
        seen.ShouldNotContain("赵某");
        seen.ShouldNotContain("0598-1234567");
        seen.ShouldNotContain("论文署名不实");

        await office.Office.GoToAsync("2026-09-04 09:00");
        (await hr.ReadAsync(page)).ShouldContain("已计 2 天，共 7 天");
        (await hr.SubmitAndReadAsync(page, "/handle", new() { ["upheld"] = "yes", ["finding"] = "署名确有不实" })).ShouldContain("成立，取消资格");
        (await office.Office.ApplicationsAsync(round))[1].Standing.ShouldBe(Standing.Struck);
    }

    [Fact]
    public async Task The_printed_notice_names_the_list_its_last_day_and_nothing_personal()
    {
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { ContactPhone = "0598-0000000" });
        var round = await OnNoticeAsync(office);
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var page = await browser.ReadAsync($"/rounds/{round}/notice");
        page.ShouldContain("人员名单的公示");
        page.ShouldContain("2026年8月31日起7天，至2026年9月7日止");
        page.ShouldContain("1985-07");
        page.ShouldNotContain("1985-07-09");
        page.ShouldNotContain(Stories.ZhangsIdNumber);
        page.ShouldContain("联系电话：0598-0000000");
        page.ShouldContain("公示期内工作日8:00");
        page.ShouldContain("署真实姓名并留联系方式");
    }

    [Fact]
    public async Task The_notice_asks_for_its_number_until_HR_records_it_and_then_shows_it_everywhere()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await OnNoticeAsync(office);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        var page = $"/rounds/{round}/notices";
        var before = await bureau.ReadAsync(page);
        before.ShouldContain("文号还没有登记");
        before.ShouldNotContain("/number");
        (await hr.ReadAsync($"/rounds/{round}/notice")).ShouldContain("（文号待定）");
        (await hr.SubmitAndReadAsync(page, "/number", new() { ["number"] = "沙教示〔2026〕2号" })).ShouldContain("<b>沙教示〔2026〕2号</b>");
        (await bureau.ReadAsync($"/rounds/{round}/notice")).ShouldContain("沙教示〔2026〕2号");
        await office.Office.GoToAsync("2026-09-08 00:00");
        (await bureau.ReadAsync(page)).ShouldContain("已结束：无异议");
    }

    [Fact]
    public async Task The_Word_file_comes_under_its_Chinese_name_for_those_who_may_read_rounds_and_leaves_no_trace()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await OnNoticeAsync(office);
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        var address = System.Text.RegularExpressions.Regex.Match(await bureau.ReadAsync($"/rounds/{round}/notices"), "/rounds/[0-9a-f-]+/notices/[0-9a-f-]+/docx").Value;
        var entries = await office.Office.ReadAsync(db => db.Audit.CountAsync());
        using var file = await bureau.GetAsync(address);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        var disposition = file.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileNameStar.ShouldBe("公示-2026-小学数学教研员-2026-08-30.docx");
        $"{disposition}".ShouldContain("filename*=UTF-8''%E5%85%AC%E7%A4%BA-2026-");
        disposition.FileName.ShouldNotBeNull().ShouldAllBe(one => one < 128);
        using var archive = new System.IO.Compression.ZipArchive(await file.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(archive.GetEntry("word/document.xml")!.Open());
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("张伟");
        text.ShouldContain("1985-07");
        text.ShouldNotContain("1985-07-09");
        text.ShouldNotContain("zhang@example.org");
        (await office.Office.ReadAsync(db => db.Audit.CountAsync())).ShouldBe(entries);

        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var refused = await teacher.GetAsync(address);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var missing = await bureau.GetAsync(address.Replace($"{round}", $"{Guid.CreateVersion7()}"));
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_printed_announcement_states_cut_off_weights_and_days_and_says_when_it_is_a_draft()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.SubmitAsync(Plans.Usual);
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        var page = await browser.ReadAsync($"/rounds/{round}/announcement");
        page.ShouldContain("草稿");
        page.ShouldContain("1981-09-02及以后出生");
        page.ShouldContain("笔试成绩×40%＋面试成绩×60%");
        page.ShouldContain("2026年8月4日至2026年8月14日");
        page.ShouldContain("岗位数1:3的比例（6人）");
        page.ShouldContain("公示7天");
        page.ShouldNotContain("@");
    }

    private static async Task<Guid> OnNoticeAsync(WebOffice office)
    {
        var round = await office.Office.RankFiveAsync(Plans.Usual);
        await office.Office.CheckAsync("张伟");
        await office.Office.CheckAsync("李娜");
        await office.Office.DecideAsync(OfficeRole.Leadership, "decide", Outcomes.Approved, minutes: "校务会纪要〔2026〕9号");
        return round;
    }
}
