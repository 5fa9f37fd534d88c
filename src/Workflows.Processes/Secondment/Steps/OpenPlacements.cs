using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Processes.Hiring;
using Workflows.Processes.Lists;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>
/// Opens a placement for each line that stands, once, by the document's number (R11): from the semester's first day to its last. The person's cycle
/// follows it. Somebody who has left meanwhile, or is elsewhere then, is struck with the reason instead.
/// </summary>
[Step("Workflows.OpenPlacements", Zh = "生成派出记录", En = "Open the placements")]
public sealed class OpenPlacements(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var plan = await desk.PlanAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        plan.DocumentNumber = (await desk.LastDecisionAsync(@case, Outcomes.Issued, ct)).DocumentNumber ?? "";
        var situation = await desk.SituationAsync(plan.Name, plan, ct);
        foreach (var line in plan.Lines.Where(line => line is { Stands: true, PlacementId: null }).OrderBy(line => line.Id))
        {
            if (Obstacle(situation, line) is { } obstacle)
                await desk.StrikeAsync(plan, line, obstacle, null, ct);
            else
                await OpenAsync(call, @case, plan, line, situation.Teacher(line.PersonId)!, ct);
        }

        return StepResult.Done();
    }

    private static string? Obstacle(PlanSituation situation, PlanLine line)
    {
        if (situation.Teacher(line.PersonId) is not { } teacher)
            return "已不是在册专任教师，不再派出";
        if (situation.AwayBy(teacher) is { } other)
            return $"该学期已在{other.School}，不再派出";
        return situation.Days(line.Stage) is null ? "校历文件没有这个学段，不能确定派出日期" : null;
    }

    private async Task OpenAsync(StepCall call, Case @case, SecondmentPlan plan, PlanLine line, TeacherFinding teacher, CancellationToken ct)
    {
        var days = desk.Office.Semesters.Find(line.Stage, plan.Name)!;
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = line.PersonId, From = days.First, Until = days.Last.AddDays(1), School = line.School,
            Stage = line.Stage, Kind = line.Kind, State = PlacementState.Planned, DocumentNumber = plan.DocumentNumber, RecordedAt = desk.Now,
        };
        desk.Db.Placements.Add(placement);
        line.PlacementId = placement.Id;
        desk.Record(@case, new AuditLine("PlacementOpened", null)
        {
            Subject = $"{line.PersonId}", NewValue = $"{placement.From:yyyy-MM-dd} {line.School}", Reason = plan.DocumentNumber,
        });
        await desk.TakeUpAsync(teacher, null, desk.StepOperation(call, line.Id), ct);
    }
}
