using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class PlanTests
{
    private static readonly Dictionary<string, string> Plan = new()
    {
        ["number"] = "2026-01", ["post"] = "小学数学教研员", ["subject"] = "数学", ["stage"] = "小学", ["level"] = "Intermediate",
        ["places"] = "2", ["entry"] = "TransferOrder", ["isShortage"] = "no", ["district"] = "沙县区", ["referenceDate"] = "2026-09-01",
        ["ageReading"] = "Under", ["writtenWeightPercent"] = "40", ["passLine"] = "60", ["tieRule"] = "HigherInterview",
        ["shortlistRatio"] = "3", ["intakeOpensOn"] = "2026-08-04", ["intakeClosesOn"] = "2026-08-14", ["reReviewDays"] = "5",
        ["examOn"] = "2026-08-29", ["callUpUntil"] = "2026-09-30", ["noticeDays"] = "7", ["joinsOn"] = "2026-11-01", ["action"] = "save",
    };

    [Fact]
    public async Task A_round_is_planned_and_handed_in_to_the_three_offices()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var saved = await hr.SubmitAsync("/rounds/new", "/rounds/plan", Plan);
        var page = saved.Headers.Location!.ToString();
        page.ShouldStartWith("/rounds/0");
        (await hr.ReadAsync(page)).ShouldContain("1981-09-02及以后出生");

        var home = page[..page.IndexOf('?', StringComparison.Ordinal)];
        (await hr.SubmitAndReadAsync(home, "/submit", [])).ShouldContain("等待三部门会签");
        var round = await office.Office.ReadAsync(db => db.Rounds.SingleAsync(TestContext.Current.CancellationToken));
        round.Stage.ShouldBe(RoundStage.Countersigning);
        round.Plan.ReferenceDate.ShouldBe(new DateOnly(2026, 9, 1));
        round.Plan.AgeReading.ShouldBe(AgeReading.Under);
        round.Plan.Places.ShouldBe(2);
        (await hr.ReadAsync($"{home}/plan")).ShouldContain("不能再改");
    }

    [Fact]
    public async Task A_refused_plan_says_everything_that_is_wrong_and_keeps_what_was_typed()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync("/rounds/new", "/rounds/plan",
            new(Plan) { ["post"] = "初中物理教研员", ["noticeDays"] = "3", ["places"] = "0" });
        page.ShouldContain("公示期应为 7 至 15 天");
        page.ShouldContain("招聘人数至少 1 人");
        page.ShouldContain("value=\"初中物理教研员\"");
        (await office.Office.ReadAsync(db => db.Rounds.AnyAsync(TestContext.Current.CancellationToken))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_date_that_is_missing_is_asked_for_by_its_name()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.SubmitAndReadAsync("/rounds/new", "/rounds/plan", new(Plan) { ["examOn"] = "" })).ShouldContain("考试日期：请填写日期");
    }

    [Fact]
    public async Task The_preview_shows_the_cut_off_of_the_chosen_reading_and_saves_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync("/rounds/new", "/rounds/plan",
            new(Plan) { ["ageReading"] = "Included", ["action"] = "preview" });
        page.ShouldContain("含45周岁：1980-09-02及以后出生（已选）");
        page.ShouldContain("value=\"小学数学教研员\"");
        (await office.Office.ReadAsync(db => db.Rounds.AnyAsync(TestContext.Current.CancellationToken))).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_clicks_on_save_make_one_round()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var form = Browser.Form.On(await hr.ReadAsync("/rounds/new"), "/rounds/plan");
        using var first = await hr.PostAsync(form, Plan);
        using var second = await hr.PostAsync(form, Plan);
        second.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await office.Office.ReadAsync(db => db.Rounds.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(1);
    }
}
