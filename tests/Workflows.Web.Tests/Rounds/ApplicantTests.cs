using System.Net;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class ApplicantTests
{
    [Fact]
    public async Task The_address_chooses_who_is_listed()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        await office.Office.ImportAsync(round, HiringOffice.FiveApplicants.Replace("1987-11-30", "1981-09-01", StringComparison.Ordinal));
        using var browser = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        (await NamesAsync(browser, $"/rounds/{round}/applicants")).ShouldBe(["张伟", "李娜", "王芳", "刘洋", "陈静"]);
        (await NamesAsync(browser, $"/rounds/{round}/applicants?verdict=NeedsDecision")).ShouldBe(["王芳"]);
        (await NamesAsync(browser, $"/rounds/{round}/applicants?reading=1")).ShouldBe(["王芳"]);
        (await NamesAsync(browser, $"/rounds/{round}/applicants?verdict=Eligible&name=%E5%BC%A0")).ShouldBe(["张伟"]);
        (await NamesAsync(browser, $"/rounds/{round}/applicants?standing=Refused")).ShouldBeEmpty();
        (await NamesAsync(browser, $"/rounds/{round}/applicants?verdict=nonsense")).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(OfficeRole.HumanResources, true)]
    [InlineData(OfficeRole.Auditor, true)]
    [InlineData(OfficeRole.Leadership, false)]
    [InlineData(OfficeRole.EducationBureau, false)]
    public async Task Personal_cells_are_masked_for_the_office_and_absent_for_the_others(OfficeRole role, bool masked)
    {
        await using var office = await WebOffice.OpenAsync();
        var application = (await office.Office.ApplicationsAsync(await office.UnderReviewAsync()))[0];
        using var browser = await office.BrowseAsAsync(role);
        var page = await browser.ReadAsync($"/applications/{application.Id}");
        page.ShouldNotContain(Stories.ZhangsIdNumber);
        page.ShouldNotContain("zhang@example.org");
        page.Contains("**************0016", StringComparison.Ordinal).ShouldBe(masked);
        page.Contains("显示个人信息", StringComparison.Ordinal).ShouldBe(role is OfficeRole.HumanResources);
    }

    [Fact]
    public async Task One_cell_is_corrected_and_the_others_stay_though_the_page_masks_them()
    {
        await using var office = await WebOffice.OpenAsync();
        var application = (await office.Office.ApplicationsAsync(await office.UnderReviewAsync()))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var form = $"/applications/{application.Id}?correct={Uri.EscapeDataString("职称")}";
        (await hr.SubmitAndReadAsync(form, "/correct", new() { ["cell"] = "二级教师", ["reason"] = "" })).ShouldContain("请写明依据哪份材料更正");
        (await hr.SubmitAndReadAsync(form, "/correct", new() { ["cell"] = "二级教师", ["reason"] = "职称证书" })).ShouldContain("材料已更正");

        var corrected = (await office.Office.ApplicationsAsync(application.RoundId))[0];
        corrected.Record.ShouldBe(application.Record with { Title = "二级教师" });
        corrected.Record.IdNumber.ShouldBe(Stories.ZhangsIdNumber);
    }

    [Theory]
    [InlineData("1985-07-09", false)]
    [InlineData("1975-07-09", true)]
    public async Task A_waiver_is_offered_where_there_is_something_to_waive(string birth, bool offered)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        await office.Office.ImportAsync(round, HiringOffice.FiveApplicants.Replace("1985-07-09", birth, StringComparison.Ordinal));
        await office.Office.GoToAsync("2026-08-15 08:00");
        await office.Office.DeclareNoKinAsync(round, OfficeRole.HumanResources);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var zhang = (await office.Office.ApplicationsAsync(round)).Single(one => one.Name == "张伟");
        var page = await hr.ReadAsync($"/cases/{zhang.CaseId}");
        page.ShouldContain("审查合格");
        page.Contains("value=\"WaiverAsked\"", StringComparison.Ordinal).ShouldBe(offered);
        (await hr.ReadAsync($"/rounds/{round}/applicants")).Contains("R06 不符合", StringComparison.Ordinal).ShouldBe(offered);
    }

    [Fact]
    public async Task A_name_is_corrected_on_the_page()
    {
        await using var office = await WebOffice.OpenAsync();
        var application = (await office.Office.ApplicationsAsync(await office.UnderReviewAsync()))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync($"/applications/{application.Id}?correct={Uri.EscapeDataString("姓名")}", "/correct",
            new() { ["cell"] = "张玮", ["reason"] = "身份证" });
        page.ShouldContain("材料已更正");
        (await office.Office.ApplicationsAsync(application.RoundId))[0].Name.ShouldBe("张玮");
    }

    [Fact]
    public async Task A_correction_on_an_old_page_is_refused()
    {
        await using var office = await WebOffice.OpenAsync();
        var application = (await office.Office.ApplicationsAsync(await office.UnderReviewAsync()))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.ReadAsync($"/applications/{application.Id}?correct={Uri.EscapeDataString("职称")}");
        await office.Office.DoAsync<CorrectApplication>(u => u.RunAsync(
            new(Guid.CreateVersion7(), application.Id, application.Version, application.Record with { Degree = "学士" }, "学位证书"),
            TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));
        using var response = await hr.PostAsync(Browser.Form.On(page, "/correct"), new() { ["cell"] = "二级教师", ["reason"] = "职称证书" });
        (await hr.ReadAsync(response.Headers.Location!.ToString())).ShouldContain("材料已被别人改过");
        (await office.Office.ApplicationsAsync(application.RoundId))[0].Record.Title.ShouldBe("一级教师");
    }

    [Fact]
    public async Task A_withdrawal_is_recorded_with_what_the_applicant_says()
    {
        await using var office = await WebOffice.OpenAsync();
        var application = (await office.Office.ApplicationsAsync(await office.UnderReviewAsync()))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync($"/applications/{application.Id}", "/withdraw",
            new() { ["withdraw-reason"] = "<b>另有安排</b>" });
        page.ShouldContain("&lt;b&gt;另有安排");
        page.ShouldNotContain("<b>另有安排");
        (await office.Office.ApplicationsAsync(application.RoundId))[0].Standing.ShouldBe(Standing.Withdrawn);
    }

    [Fact]
    public async Task Why_somebody_failed_the_checks_is_for_the_personnel_office()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.RankFiveAsync(Plans.Usual);
        await office.Office.CheckAsync("张伟", background: false);
        var application = (await office.Office.ApplicationsAsync(round))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var principal = await office.BrowseAsAsync(OfficeRole.Leadership);
        (await hr.ReadAsync($"/applications/{application.Id}")).ShouldContain("档案年龄涂改");
        var seen = await principal.ReadAsync($"/applications/{application.Id}") + await principal.ReadAsync($"/rounds/{round}/checks");
        seen.ShouldNotContain("档案年龄涂改");
        seen.ShouldContain("不合格");
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Browser browser, string address)
    {
        using var response = await browser.GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = await Browser.WordsAsync(response);
        return [.. new[] { "陈静", "刘洋", "王芳", "李娜", "张伟" }.Where(name => page.Contains($">{name}</a>", StringComparison.Ordinal))
            .OrderBy(name => page.IndexOf($">{name}</a>", StringComparison.Ordinal))];
    }
}
