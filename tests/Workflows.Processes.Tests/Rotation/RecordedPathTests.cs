using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.Lists;
using Workflows.Processes.Tests.Hiring.Histories;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Rotation;

/// <summary>
/// The stored histories of rotations are what the office writes: people go each path with the real steps. With <c>WORKFLOWS_RECORD_HISTORIES</c> naming
/// the folder of histories, a path that has no file yet gets one; a file that is there stays as it is.
/// </summary>
public sealed class RecordedPathTests
{
    [Fact]
    public async Task A_rotation_with_an_objection_and_a_return_is_carried_through()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var people = await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        await office.AnswerRotationAsync(@case, people["罗建平"]);
        await office.AnswerRotationAsync(@case, people["周敏"], objection: "路途太远");
        await office.HandleRotationAsync(@case, people["周敏"], ObjectionHandling.Kept);
        var item = await office.OpenItemAsync("handle");
        await office.DoAsync<CloseLineObjections>(u => u.RunAsync(
            new(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Closed, ""), TestOffice.Of(OfficeRole.HumanResources), default));
        await office.DeclareAsync(@case, OfficeRole.School);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Returned, "学科有误");
        await office.HandInRotationAsync();
        await office.ApproveAsync(@case);
        await office.GoToAsync("2026-08-11 00:00");
        await office.IssueRotationAsync();
        await office.GoToAsync("2026-11-01 00:00");
        await ShouldBeAsync(office, @case, "rotation-objected-returned-carried-through", "One objects and is kept, a school returns the list, then people move on the day.");
    }

    [Fact]
    public async Task A_rotation_nobody_answers_is_rejected_by_the_bureau()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddCollegeAsync();
        var @case = await office.OpenRotationAsync();
        await office.HandInRotationAsync();
        await office.GoToAsync("2026-08-11 00:00");
        await office.DeclareAsync(@case, OfficeRole.Leadership, OfficeRole.School);
        await office.DecideAsync(OfficeRole.Leadership, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.School, "countersign", Outcomes.Approved);
        await office.DecideAsync(OfficeRole.Leadership, "council", Outcomes.Approved, minutes: "纪要");
        await office.DeclareAsync(@case, OfficeRole.EducationBureau);
        await office.DecideAsync(OfficeRole.EducationBureau, "bureau", Outcomes.Rejected, "编制未核");
        await ShouldBeAsync(office, @case, "rotation-silent-rejected", "Nobody answers in time; the bureau says no.");
    }

    private static async Task ShouldBeAsync(TestOffice office, Guid @case, string file, string about)
    {
        var lived = History.Of(CaseStateJson.Read(await office.ReadAsync(db =>
            db.Cases.Where(one => one.Id == @case).Select(one => one.EngineState!).SingleAsync())), about);
        var stored = Path.Combine(AppContext.BaseDirectory, "Rotation", "Histories", $"{file}.json");
        if (Environment.GetEnvironmentVariable("WORKFLOWS_RECORD_HISTORIES") is { Length: > 0 } folder && !File.Exists(stored))
            lived.Write(stored = Path.Combine(folder, $"{file}.json"));
        History.Read(stored).DifferenceFrom(lived).ShouldBeNull();
    }
}
