using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class ClockTests
{
    [Fact]
    public async Task Without_a_clock_that_can_be_moved_there_is_neither_page_nor_form_nor_link()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/")).ShouldNotContain("演示时钟");
        using var page = await hr.GetAsync("/clock");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var token = Browser.Form.On(await hr.ReadAsync("/"), "/session/end");
        using var moved = await hr.PostAsync(token with { Action = "/clock/forward" }, new() { ["days"] = "1" });
        moved.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Moving_the_clock_wakes_what_is_due_and_logs_nobody_out()
    {
        var clock = new AdjustableClock(TestClock.InShanghai("2026-08-14 08:00"), TestClock.InShanghai(TestOffice.Opening).LocalTimeZone);
        await using var office = await WebOffice.OpenAsync(host: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(clock);
        });
        var round = await office.Office.AnnounceAsync(Plans.Usual);
        await office.Office.ImportAsync(round, HiringOffice.FiveApplicants);
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        (await teacher.ReadAsync("/")).ShouldContain("2026-08-14");

        office.Office.Clock.SetUtcNow(TestClock.InShanghai("2026-08-15 08:00").GetUtcNow());
        (await teacher.SubmitAndReadAsync("/clock", "/clock/forward", [])).ShouldContain("2026-08-15");
        (await office.Office.RoundAsync(round)).Stage.ShouldBe(RoundStage.QualificationReview);
        (await teacher.SubmitAndReadAsync("/clock", "/clock/forward", new() { ["date"] = "2026-08-01" })).ShouldContain("请选择今天之后");
        (await teacher.SubmitAndReadAsync("/clock", "/clock/forward", new() { ["date"] = "2026-09-15" })).ShouldContain("2026-09-15");
    }

    [Fact]
    public void A_clock_moved_before_a_restart_stays_moved_and_leaves_one_file()
    {
        var folder = Directory.CreateDirectory(ScratchFolder.NameFor("clock"));
        var file = Path.Combine(folder.FullName, "clock.txt");
        var wall = TestClock.InShanghai("2026-08-14 08:00");
        new AdjustableClock(wall, wall.LocalTimeZone, file).Forward(1);
        new AdjustableClock(wall, wall.LocalTimeZone, file).Forward(6);
        new AdjustableClock(wall, wall.LocalTimeZone, file).GetUtcNow().ShouldBe(TestClock.InShanghai("2026-08-21 08:00").GetUtcNow());
        folder.GetFiles().ShouldHaveSingleItem().Name.ShouldBe("clock.txt");
        folder.Delete(recursive: true);
    }
}
