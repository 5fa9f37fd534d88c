using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Web.Tests.Offices;
using Workflows.Web.Tests.Roster;

namespace Workflows.Web.Tests.Secondment;

/// <summary>A plan of the coming semesters: proposed, held fast in places, made anew, and taken over into a semester's list.</summary>
public sealed partial class PlannerPageTests
{
    [Fact]
    public async Task HR_holds_somebody_fast_plans_again_sees_the_difference_and_opens_a_list_by_the_plan()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        (await hr.ReadAsync("/secondment/planner")).ShouldNotContain("人次");

        var page = await hr.ReadAsync("/secondment/planner?from=2026-2027-2&semesters=4");
        page.ShouldContain("没有全部符合的方案");
        page.ShouldContain("代价最小的例外");
        page.ShouldNotContain("id=\"difference\"");

        var pinned = await hr.ReadAsync(WebUtility.HtmlDecode(PinLink().Match(page).Groups["address"].Value));
        pinned.ShouldContain("已固定");
        pinned.ShouldContain("id=\"difference\"");

        var list = await hr.SubmitAndReadAsync("/secondment/planner?from=2026-2027-2&semesters=4", "/secondment/plans", []);
        list.ShouldContain("已按方案列出");
        var lines = await office.Office.ReadAsync(db => db.PlanLines.ToListAsync());
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.Reason.Length > 0 && line.School.Length > 0);
    }

    [Fact]
    public async Task A_longer_search_tells_how_far_it_is_can_be_stopped_and_leaves_its_plan()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        var page = await hr.ReadAsync("/secondment/planner?from=2026-2027-2&semesters=4");
        // The sample's plan is proven in a moment, so its page offers no longer search: the form is one of the page's others.
        var form = Browser.Form.On(page, "/secondment/plans") with { Action = "/secondment/planner/searches" };
        using var begun = await hr.PostAsync(form, new() { ["from"] = "2026-2027-2", ["semesters"] = "4", ["pins"] = "", ["limit"] = "60" });
        begun.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var search = begun.Headers.Location!.ToString();
        search.ShouldContain("&search=");

        var seen = await hr.ReadAsync(search);
        for (var look = 0; look < 300 && seen.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal); look++)
        {
            seen.ShouldContain("停下，用目前最好的方案");
            await Task.Delay(100, TestContext.Current.CancellationToken);
            seen = await hr.ReadAsync(search);
        }

        seen.ShouldContain("代价最小的例外");
        seen.ShouldContain("按方案开列");
        (await hr.ReadAsync("/secondment/planner?from=2026-2027-2&semesters=4&search=" + Guid.Empty)).ShouldContain("已中断或已清除");
        var id = await office.Office.ReadAsync(db => db.PlanSearches.Select(one => one.Id).SingleAsync());
        using var stopped = await hr.PostAsync(form with { Action = $"/secondment/planner/searches/{id}/stop" }, new() { ["operation"] = $"{Guid.CreateVersion7()}", ["from"] = "2026-2027-2", ["semesters"] = "4", ["pins"] = "" });
        stopped.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.Office.ReadAsync(db => db.PlanSearches.SingleAsync())).StopAsked.ShouldBeTrue();
    }

    [Fact]
    public async Task A_semester_that_is_over_is_refused_in_words_and_a_broken_pin_pins_nobody()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);

        (await hr.ReadAsync("/secondment/planner?from=2019-2020-1")).ShouldContain("不是今后的学期");
        (await hr.ReadAsync("/secondment/planner?from=2026-2027-2&semesters=99&pin=x")).ShouldNotContain("已固定");
    }

    [GeneratedRegex("""<a href="(?<address>/secondment/planner\?[^"]*pin=[^"]*)">""")]
    private static partial Regex PinLink();
}
