using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class ScoreTests
{
    [Fact]
    public async Task Scores_are_saved_together_and_ranked_at_once()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await ExaminedAsync(office);
        var five = await office.Office.ApplicationsAsync(round);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var fields = five
            .SelectMany((one, place) => new[] { ($"written-{one.Id}", $"{70 + place}"), ($"interview-{one.Id}", $"{80 + place}.5") })
            .ToDictionary(field => field.Item1, field => field.Item2);
        fields[$"absent-{five[4].Id}"] = "on";
        fields[$"written-{five[4].Id}"] = "";
        fields[$"interview-{five[4].Id}"] = "";
        var page = await hr.SubmitAndReadAsync($"/rounds/{round}/scores", "/record-scores", fields);
        page.ShouldContain("已保存 5 人的成绩");
        page.ShouldContain("79.30");
        page.IndexOf(">刘洋</a>", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">张伟</a>", StringComparison.Ordinal));
        page.IndexOf(">张伟</a>", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">陈静</a>", StringComparison.Ordinal));
        var saved = await office.Office.ApplicationsAsync(round);
        saved[0].Interview.ShouldBe(80.5m);
        saved[4].Absent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("abc", "不是分数")]
    [InlineData("101", "101 不是 0 到 100 之间")]
    public async Task A_score_that_is_none_saves_nobodys_and_stays_on_the_page(string typed, string said)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await ExaminedAsync(office);
        var five = await office.Office.ApplicationsAsync(round);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.SubmitAndReadAsync($"/rounds/{round}/scores", "/record-scores",
            new() { [$"written-{five[0].Id}"] = "88", [$"written-{five[1].Id}"] = typed });
        page.ShouldContain(said);
        page.ShouldContain($"value=\"{typed}\"");
        (await office.Office.ApplicationsAsync(round)).ShouldAllBe(one => one.Written == null);
    }

    [Fact]
    public async Task Whoever_saves_second_over_other_scores_is_told_what_stands_now()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await ExaminedAsync(office);
        var five = await office.Office.ApplicationsAsync(round);
        using var one = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var other = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var opened = Browser.Form.On(await other.ReadAsync($"/rounds/{round}/scores"), "/record-scores");
        (await one.SubmitAndReadAsync($"/rounds/{round}/scores", "/record-scores", Scores("90"))).ShouldContain("已保存 2 人的成绩");

        using var refused = await other.PostAsync(opened, Scores("80"));
        var page = await other.ReadAsync(refused.Headers.Location!.ToString());
        page.ShouldContain($"{five[0].Name}的材料在您打开页面之后被别人改过，现在的成绩是：笔试 90，面试");
        page.ShouldNotContain($"{five[1].Name}的材料");
        (await office.Office.ApplicationsAsync(round))[0].Written.ShouldBe(90m);
        (await other.SubmitAndReadAsync($"/rounds/{round}/scores", "/record-scores", Scores("80"))).ShouldContain("已保存");
        (await office.Office.ApplicationsAsync(round))[0].Written.ShouldBe(80m);

        Dictionary<string, string> Scores(string written) => new() { [$"written-{five[0].Id}"] = written, [$"written-{five[1].Id}"] = "70" };
    }

    [Fact]
    public async Task After_the_ranking_the_page_shows_it_with_its_lines_and_no_form()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.RankFiveAsync(Plans.Usual with { ShortlistRatio = 2 });
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.ReadAsync($"/rounds/{round}/scores");
        page.ShouldContain("入围线：前 4 名");
        page.ShouldNotContain("/record-scores");
        (await office.Office.ApplicationsAsync(round))[4].Standing.ShouldBe(Standing.NotShortlisted);
    }

    private static async Task<Guid> ExaminedAsync(WebOffice office)
    {
        var round = await office.UnderReviewAsync();
        await office.Office.DeclareNoKinAsync(round, OfficeRole.HumanResources);
        await office.Office.QualifyAllAsync();
        await office.Office.DecideAsync(
            OfficeRole.HumanResources, "results", Outcomes.Closed, (CloseQualificationReview u) => u.RunAsync);
        await office.Office.GoToAsync("2026-08-30 08:00");
        return round;
    }
}
