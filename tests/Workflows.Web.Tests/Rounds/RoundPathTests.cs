using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class RoundPathTests
{
    [Fact]
    public async Task A_round_shows_where_it_stands_among_its_stages()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.ReadAsync($"/rounds/{round}");
        page.ShouldContain("<li class=\"done\">会签</li>");
        page.ShouldContain("<li class=\"current\" aria-current=\"step\">报名</li>");
        page.ShouldContain("<li class=\"ahead\">资格审查</li>");
    }

    [Fact]
    public async Task After_the_last_day_of_intake_a_round_that_waits_for_the_reading_says_so_and_takes_nobody_in()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        await office.Office.ImportAsync(round, HiringOffice.FiveApplicants.Replace("1987-11-30", "1981-09-01", StringComparison.Ordinal));
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync($"/rounds/{round}")).ShouldContain("导入报名表");

        await office.Office.GoToAsync("2026-08-15 08:00");
        var page = await hr.ReadAsync($"/rounds/{round}");
        page.ShouldContain("报名已截止");
        page.ShouldContain("确认年龄口径（学校领导）");
        page.ShouldNotContain("导入报名表");
        (await hr.ReadAsync($"/rounds/{round}/applicants")).ShouldNotContain("导入报名表");
    }
}
