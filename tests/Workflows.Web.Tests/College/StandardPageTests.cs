using System.Net;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;
using Workflows.Web.Tests.Roster;

namespace Workflows.Web.Tests.College;

/// <summary>The pages of the standard's items, of inspections and of what is recorded each year.</summary>
public sealed class StandardPageTests
{
    [Fact]
    public async Task HR_enters_items_gives_one_to_a_teacher_and_the_teacher_hands_in_evidence()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        await office.Office.IsPersonAsync(OfficeRole.Teacher, await office.Office.AddPersonAsync("周敏"));

        (await hr.SubmitAndReadAsync("/standards", "/standards", new() { ["lines"] = "1 | 制定计划 | 王二 | 2026-12-31" })).ShouldContain("花名册里没有在校的");
        var page = await hr.SubmitAndReadAsync("/standards", "/standards", new() { ["lines"] = "1 | 制定计划 | 周敏 | 2026-12-31\n2 | 督导台账" });
        page.ShouldContain("督导台账");
        page.ShouldContain("无责任人");

        var mine = await teacher.ReadAsync("/standards");
        mine.ShouldContain("制定计划");
        mine.ShouldNotContain("督导台账");
        mine.ShouldNotContain("action=\"/standards\"");
        (await teacher.ReadAsync("/me")).ShouldContain("2026-12-31 到期");
        (await teacher.SubmitAndReadAsync("/standards", "/papers", new() { ["paper"] = "计划定稿", ["number"] = "沙教进〔2026〕5号" })).ShouldContain("有佐证");
        (await teacher.ReadAsync("/standards?lang=en")).ShouldContain("Evidenced");

        (await hr.ReadAsync("/college")).ShouldContain("第 2 项责任人、期限");
        (await hr.ReadAsync("/standards?state=NoOwner")).ShouldNotContain("计划定稿");
    }

    [Fact]
    public async Task An_inspection_is_a_list_of_its_own_with_the_register_s_items()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await office.Office.AddPersonAsync("周敏");
        await hr.SubmitAndReadAsync("/standards", "/standards", new() { ["lines"] = "1 | 制定计划 | 周敏 | 2026-12-31" });

        var page = await hr.SubmitAndReadAsync("/standards", "/inspections", new() { ["name"] = "秋季专项督导", ["by"] = "督导室", ["on"] = "2026-10-20", ["register"] = "yes" });

        page.ShouldContain("秋季专项督导");
        page.ShouldContain("2026-10-20");
        page.ShouldContain("制定计划");
        using var unknown = await hr.GetAsync($"/api/standards?inspection={Guid.CreateVersion7()}");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_year_and_the_check_of_subjects_are_stated_on_one_page_and_read_only_for_others()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());

        (await hr.SubmitAndReadAsync("/college/inputs", "/college/years/2027", new() { ["payroll"] = "1000000", ["training"] = "20000" })).ShouldContain("1,000,000 元");
        (await hr.SubmitAndReadAsync("/college/inputs", "/college/subjects", new() { ["note"] = "已核对" })).ShouldContain("已核查");

        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await leader.ReadAsync("/college/inputs?lang=en");
        page.ShouldContain("not known");
        page.ShouldNotContain("/college/years/");
        using var refused = await leader.PostAsync(
            Browser.Form.On(page, "/session/end") with { Action = "/college/subjects" }, new() { ["operation"] = $"{Guid.CreateVersion7()}", ["note"] = "x" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
