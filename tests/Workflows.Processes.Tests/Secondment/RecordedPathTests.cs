using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.Lists;
using Workflows.Processes.Secondment;
using Workflows.Processes.Tests.Hiring.Histories;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Secondment;

/// <summary>
/// The stored histories of lists and cycles are what the office writes: people go each path with the real steps. With
/// <c>WORKFLOWS_RECORD_HISTORIES</c> naming the folder of histories, a path that has no file yet gets one; a file that is there stays as it is.
/// </summary>
public sealed class RecordedPathTests
{
    [Fact]
    public async Task A_list_with_an_objection_and_a_return_is_carried_through()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.AnswerAsync(@case, zhou, objection: "路途太远");
        await office.HandleLineAsync(@case, zhou, ObjectionHandling.Kept);
        var item = await office.OpenItemAsync("handle");
        await office.DoAsync<CloseLineObjections>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Closed, ""), TestOffice.Of(OfficeRole.HumanResources), default));
        await office.DeclareAsync(@case, OfficeRole.School);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Returned, "日期有误");
        await office.HandInAsync();
        await office.ApproveAsync(@case);
        await office.GoToAsync("2026-08-11 00:00");
        await office.IssueAsync();
        await ShouldBeAsync(office, @case, "plan-objected-returned-carried-through", "One objects and is kept, a school returns the list, then it is carried through.");
    }

    [Fact]
    public async Task A_list_nobody_answers_is_rejected_by_the_bureau()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddHostAsync();
        await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        var @case = await office.HandedInAsync();
        await office.GoToAsync("2026-08-11 00:00");
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.Leadership, "council", Outcomes.Approved, minutes: "纪要");
        await office.DeclareAsync(@case, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.EducationBureau, "bureau", Outcomes.Rejected, "编制未核");
        await ShouldBeAsync(office, @case, "plan-silent-rejected", "Nobody answers in time; the bureau says no.");
    }

    [Fact]
    public async Task A_cycle_is_broken_off_once_and_then_fulfilled()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddHostAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        var @case = (await office.CyclesAsync(zhou)).Single().Case.Id;
        var hr = TestOffice.Of(OfficeRole.HumanResources);
        await office.DoAsync<RecordPlacement>(u => u.RunAsync(new(
            Guid.CreateVersion7(), zhou, "第二小学", Policy.Semesters.SchoolStage.Primary, Policy.Secondment.PlacementKind.Secondment, new DateOnly(2026, 9, 1),
            new DateOnly(2027, 2, 6), false, "沙教派〔2026〕3号", "顶岗"), hr, default));
        await office.DoAsync<InterruptPlacement>(u => u.RunAsync(new(Guid.CreateVersion7(), @case, "学校撤并"), hr, default));
        await office.PlaceAsync(zhou);
        await office.GoToAsync("2027-03-04 08:00");
        await office.DeclareAsync(@case, OfficeRole.HumanResources, OfficeRole.School);
        await office.ReportAsync(OfficeRole.School, "2027-03-04");
        await office.GoToAsync("2027-05-20 08:00");
        await office.DecideAsync(OfficeRole.School, "midTerm", Outcomes.Closed, "正常");
        await office.GoToAsync("2027-07-03 08:00");
        await office.DecideAsync(OfficeRole.School, "assess", Outcomes.Passed, "合格");
        await office.DecideAsync(OfficeRole.HumanResources, "assess", Outcomes.Passed, "同意");
        await office.DecideAsync(OfficeRole.HumanResources, "back", Outcomes.Closed);
        await ShouldBeAsync(office, @case, "cycle-broken-off-then-fulfilled", "The first placement is broken off before it begins, the second is served.");
    }

    [Fact]
    public async Task A_cycle_is_fulfilled_by_a_record_from_elsewhere()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var zhou = await office.AddTeacherAsync("周敏", SecondmentOffice.DueThen);
        await office.LookAtCyclesAsync();
        await office.DoAsync<RecordPlacement>(u => u.RunAsync(new(
            Guid.CreateVersion7(), zhou, "第二小学", Policy.Semesters.SchoolStage.Primary, Policy.Secondment.PlacementKind.Secondment, new DateOnly(2026, 3, 4),
            new DateOnly(2026, 7, 2), true, "", "补登"), TestOffice.Of(OfficeRole.HumanResources), default));
        await ShouldBeAsync(office, (await office.CyclesAsync(zhou)).Single().Case.Id, "cycle-by-record", "A semester of the past is entered; nothing is left to wait for.");
    }

    private static async Task ShouldBeAsync(TestOffice office, Guid @case, string file, string about)
    {
        var lived = History.Of(CaseStateJson.Read(await office.ReadAsync(db =>
            db.Cases.Where(one => one.Id == @case).Select(one => one.EngineState!).SingleAsync())), about);
        var stored = Path.Combine(AppContext.BaseDirectory, "Secondment", "Histories", $"{file}.json");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_RECORD_HISTORIES") is { Length: > 0 } folder && !File.Exists(stored))
            lived.Write(stored = Path.Combine(folder, $"{file}.json"));
        History.Read(stored).DifferenceFrom(lived).ShouldBeNull();
    }
}
