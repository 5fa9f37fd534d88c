using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR opens a semester's list (R11): it proposes everybody who is due by R12, overdue first, and goes back to HR to be worked on.</summary>
public sealed class OpenSecondmentPlan(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Semester">The semester, <c>2026-2027-2</c>.</param>
    public sealed record Command(Guid OperationId, string Semester);

    /// <summary>Opens the list; the answer names its case.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(OpenSecondmentPlan), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (SemesterName.Parse(command.Semester) is not { } semester)
                return Answer.Refused(Refusal.Invalid, "请写明学期，例如 2026-2027-2。", "State the semester, such as 2026-2027-2.");
            if (await desk.RunningPlanAsync(semester, ct) is not null)
                return Answer.Refused(Refusal.WrongTime, $"{semester} 的名单正在办理，同一学期只能有一份。", $"The list of {semester} is under way; a semester has only one at a time.");
            var situation = await desk.SituationAsync(semester, null, ct);
            if (Last(semester) is not { } last || last < desk.Today)
                return Answer.Refused(Refusal.Invalid, $"{semester} 已经结束，或没有校历。", $"{semester} is over, or no calendar knows it.");

            var @case = new Case
            {
                Id = Guid.CreateVersion7(desk.Now), DefinitionId = Plans.Definition, TitleZh = $"{semester} 学期挂职派出名单",
                TitleEn = $"Secondments of {semester}", OpenedBy = actor, OpenedAt = desk.Now,
            };
            var plan = new SecondmentPlan
            {
                CaseId = @case.Id, Semester = $"{semester}", OpenedAt = desk.Now, ChangedAt = desk.Now,
                Lines = [.. PlanProposal.Lines(situation, @case.Id, () => Guid.CreateVersion7(desk.Now))],
            };
            desk.Db.Cases.Add(@case);
            desk.Db.SecondmentPlans.Add(plan);
            desk.Record(@case, new AuditLine("PlanOpened", actor) { Subject = plan.Semester, NewValue = $"{plan.Lines.Count}" });
            // Through the office's record two who open at once meet: the second sees the first one's list.
            await desk.RecordInOfficeAsync(new AuditLine("PlanOpened", actor) { Subject = plan.Semester, NewValue = $"{@case.Id}" }, ct);
            await desk.Engine.StartAsync(@case.Id, Plans.Definition, ct);
            return Answer.Done($"已列出 {semester} 到期的 {plan.Lines.Count} 人，请核对后提交。", $"{plan.Lines.Count} are due in {semester}: go through the list, then hand it in.", @case.Id);
        }, ct);

    // A semester is over when it is over in every stage.
    private DateOnly? Last(SemesterName semester) => Enum.GetValues<SchoolStage>()
        .Select(stage => desk.Office.Semesters.Find(stage, semester)?.Last).Max();
}
