using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Secondment;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Secondment;

/// <summary>One teacher's three years (R12), the same story on each database and on a deferred engine.</summary>
public abstract class CycleStory
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_cycle_goes_from_placement_over_report_checks_and_return_to_its_end()
    {
        await using var office = await OpenAsync();
        var (zhou, @case) = await PlacedAsync(office);
        (await office.OpenItemsAsync("report")).ShouldBeEmpty("the first day hasn't come");
        await office.GoToAsync("2027-03-03 23:59");
        (await office.OpenItemsAsync("report")).ShouldBeEmpty();
        await office.GoToAsync("2027-03-04 00:00");
        await office.DeclareAsync(@case, OfficeRole.HumanResources, OfficeRole.School);
        (await office.ReportAsync(OfficeRole.School, "2027-03-05")).Refusal.ShouldBe(Refusal.Invalid, "nobody reports tomorrow");
        (await office.ReportAsync(OfficeRole.School, "2027-03-04")).IsDone.ShouldBeTrue();
        (await office.PersonAsync(zhou)).Status.ShouldBe(StaffStatus.Seconded);

        await office.GoToAsync("2027-05-02 23:59");
        (await office.OpenItemsAsync("midTerm")).ShouldBeEmpty("half of the semester isn't over");
        await office.GoToAsync("2027-05-03 00:00");
        await office.DecideAsync(OfficeRole.HumanResources, "midTerm", Outcomes.Closed, "听课12节，教研4次");
        await office.GoToAsync("2027-07-02 23:59");
        (await office.OpenItemsAsync("assess")).ShouldBeEmpty("the last day still counts");
        await office.GoToAsync("2027-07-03 00:00");
        (await office.TryDecideAsync(OfficeRole.HumanResources, "assess", Outcomes.Passed, "合格")).IsDone.ShouldBeFalse("the school speaks first");
        await office.DecideAsync(OfficeRole.School, "assess", Outcomes.Passed, "考核优秀");
        await office.DecideAsync(OfficeRole.HumanResources, "assess", Outcomes.Passed, "同意");
        await office.DecideAsync(OfficeRole.HumanResources, "back", Outcomes.Closed);

        var (cycle, ended) = (await office.CyclesAsync(zhou)).Single();
        (ended.Ending, cycle.MidTerm, cycle.ReportedOn).ShouldBe(("fulfilled", "听课12节，教研4次", new DateOnly(2027, 3, 4)));
        (await office.PlacementsAsync(zhou)).Single().State.ShouldBe(PlacementState.Completed);
        (await office.PersonAsync(zhou)).Status.ShouldBe(StaffStatus.Active);
        (await office.ReadAsync(db => db.StatusChanges.OrderBy(one => one.From).Select(one => new { one.From, one.Status }).ToListAsync()))
            .Select(one => (one.From, one.Status)).ShouldBe(
                [(new DateOnly(2027, 3, 4), StaffStatus.Seconded), (new DateOnly(2027, 7, 3), StaffStatus.Active)]);
    }

    [Theory]
    [InlineData("2026-03-03 08:00", 0)]
    [InlineData("2026-03-04 00:00", 1)]
    [InlineData("2026-03-05 08:00", 1)]
    public async Task A_cycle_opens_twelve_months_before_the_last_feasible_semester_and_once(string at, int cycles)
    {
        await using var office = await OpenAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        office.Clock.AdjustTime(TestClock.InShanghai(at).GetUtcNow());
        await office.LookAtCyclesAsync();
        await office.LookAtCyclesAsync();
        var opened = await office.CyclesAsync(zhou);
        opened.Count.ShouldBe(cycles);
        opened.ShouldAllBe(one => one.Cycle.CountedFrom == SecondmentOffice.DueThen && one.Cycle.DueBy == new DateOnly(2027, 8, 1));
    }

    [Fact]
    public async Task A_placement_recorded_from_the_past_closes_the_cycle_as_fulfilled_by_record()
    {
        await using var office = await OpenAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        await office.DoAsync<RecordPlacement>(u => u.RunAsync(new(
            Guid.CreateVersion7(), zhou, "第二小学", SchoolStage.Primary, PlacementKind.Secondment, new DateOnly(2026, 3, 4), new DateOnly(2026, 7, 2), true, "",
            "补登"), Hr, default));
        (await office.CyclesAsync(zhou)).Single().Case.Ending.ShouldBe("byRecord");
    }

    [Fact]
    public async Task A_placement_imported_by_others_is_noticed_at_the_next_look()
    {
        await using var office = await OpenAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        await office.ReadAsync(async db =>
        {
            db.Placements.Add(new Placement
            {
                Id = Guid.CreateVersion7(), PersonId = zhou, School = "第二小学", Stage = SchoolStage.Primary, State = PlacementState.Completed,
                From = new DateOnly(2026, 3, 4), Until = new DateOnly(2026, 7, 3),
            });
            return await db.SaveChangesAsync();
        });
        (await office.CyclesAsync(zhou)).Single().Case.Stage.ShouldBe(CaseStage.Running);
        await office.LookAtCyclesAsync();
        (await office.CyclesAsync(zhou)).Single().Case.Ending.ShouldBe("byRecord");
    }

    [Fact]
    public async Task Who_is_exempt_keeps_an_open_cycle()
    {
        await using var office = await OpenAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        await office.DoAsync<RecordWish>(u => u.RunAsync(new(Guid.CreateVersion7(), zhou, SecondmentOffice.Semester, "", "产假", "", "本人申请"), Hr, default));
        await office.LookAtCyclesAsync();
        (await office.CyclesAsync(zhou)).Single().Case.Stage.ShouldBe(CaseStage.Running);
    }

    [Fact]
    public async Task A_placement_that_is_broken_off_does_not_count_and_the_cycle_waits_for_another()
    {
        await using var office = await OpenAsync();
        var (zhou, @case) = await PlacedAsync(office);
        await office.GoToAsync("2027-03-04 08:00");
        await office.DeclareAsync(@case, OfficeRole.HumanResources);
        await office.ReportAsync(OfficeRole.HumanResources, "2027-03-04");
        await office.GoToAsync("2027-04-01 09:00");
        await office.DoAsync<InterruptPlacement>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, "因病"), Hr, default));

        var placement = (await office.PlacementsAsync(zhou)).Single();
        (placement.State, placement.Until).ShouldBe((PlacementState.Interrupted, new DateOnly(2027, 4, 2)));
        (await office.PersonAsync(zhou)).Status.ShouldBe(StaffStatus.Active);
        var (cycle, running) = (await office.CyclesAsync(zhou)).Single();
        (running.Stage, cycle.PlacementId, cycle.ReportedOn).ShouldBe((CaseStage.Running, null, null));
        (await office.AskAsync<InterruptPlacement>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, "再次"), Hr, default))).Refusal.ShouldBe(Refusal.WrongTime);
    }

    [Fact]
    public async Task Who_does_not_pass_the_assessment_goes_again()
    {
        await using var office = await OpenAsync();
        var (zhou, @case) = await PlacedAsync(office);
        await ToAssessmentAsync(office, @case, "2027-03-04");
        await office.DecideAsync(OfficeRole.School, "assess", Outcomes.Failed, "长期缺勤");
        (await office.PlacementsAsync(zhou)).Single().State.ShouldBe(PlacementState.Interrupted);
        (await office.CaseAsync(@case)).Stage.ShouldBe(CaseStage.Running);
    }

    [Theory]
    [InlineData("2027-04-03", "fulfilled")]
    [InlineData("2027-04-04", null)]
    public async Task Whoever_reports_more_than_thirty_days_late_by_a_provisional_calendar_serves_no_full_semester(string day, string? ending)
    {
        await using var office = await OpenAsync();
        var (zhou, @case) = await PlacedAsync(office);
        await ToAssessmentAsync(office, @case, day);
        await office.DecideAsync(OfficeRole.School, "assess", Outcomes.Passed, "合格");
        await office.DecideAsync(OfficeRole.HumanResources, "assess", Outcomes.Passed, "同意");
        await office.DecideAsync(OfficeRole.HumanResources, "back", Outcomes.Closed);
        (await office.CyclesAsync(zhou)).Single().Case.Ending.ShouldBe(ending);
    }

    [Fact]
    public async Task Whoever_retires_ends_the_cycle_with_the_reason()
    {
        await using var office = await OpenAsync();
        var (zhou, @case) = await PlacedAsync(office);
        await office.ReadAsync(async db =>
        {
            (await db.People.SingleAsync(one => one.Id == zhou)).Status = StaffStatus.Retired;
            return await db.SaveChangesAsync();
        });
        await office.LookAtCyclesAsync();
        (await office.CaseAsync(@case)).Stage.ShouldBe(CaseStage.Cancelled);
        (await office.PlacementsAsync(zhou)).Single().State.ShouldBe(PlacementState.Interrupted);
        (await office.ReadAsync(db => db.Audit.Where(one => one.CaseId == @case && one.Action == "CycleEnded").Select(one => one.Reason).SingleAsync()))
            .ShouldBe("已离校：退休");
    }

    [Fact]
    public async Task A_placement_without_a_list_needs_a_document_and_never_overlaps_another()
    {
        await using var office = await OpenAsync();
        var (zhou, _) = await PlacedAsync(office);
        (await office.PlaceAsync(zhou)).Reasons.Single().Zh.ShouldContain("重叠");
        var wu = await office.AddTeacherAsync("吴刚", SecondmentOffice.DueThen);
        (await office.PlaceAsync(wu, "")).Reasons.Single().Zh.ShouldContain("请填写文号");
    }

    [Fact]
    public async Task A_running_cycle_keeps_nobody_from_being_appointed()
    {
        await using var office = await OpenAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        (await office.ProposeAsync(zhou, StaffOffice.Up)).IsDone.ShouldBeTrue();
    }

    private static async Task<(Guid Person, Guid Case)> PlacedAsync(TestOffice office)
    {
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        Assert.True((await office.PlaceAsync(zhou)).IsDone, "The placement is refused.");
        return (zhou, (await office.CyclesAsync(zhou)).Single().Case.Id);
    }

    private static async Task ToAssessmentAsync(TestOffice office, Guid @case, string day)
    {
        await office.GoToAsync("2027-04-05 08:00");
        await office.DeclareAsync(@case, OfficeRole.HumanResources, OfficeRole.School);
        Assert.True((await office.ReportAsync(OfficeRole.HumanResources, day)).IsDone, "The report is refused.");
        await office.GoToAsync("2027-05-20 08:00");
        await office.DecideAsync(OfficeRole.HumanResources, "midTerm", Outcomes.Closed, "正常");
        await office.GoToAsync("2027-07-03 08:00");
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class CycleStoryOnSqlite : CycleStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class CycleStoryOnPostgres(PostgresCluster cluster) : CycleStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}

/// <summary>The story on an engine that does everything later.</summary>
public sealed class CycleStoryOnADeferredEngine : CycleStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync(isDeferred: true);
}
