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
            new() { ["application"] = $"{against}", ["from"] = "赵某", ["text"] = "<i>论文署名不实</i>" });
        filed.ShouldContain("公示期暂停");
        filed.ShouldContain("赵某");
        filed.ShouldContain("&lt;i&gt;论文署名不实");
        var seen = await bureau.ReadAsync(page);
        seen.ShouldContain("有异议未处理");
        seen.ShouldNotContain("赵某");
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
