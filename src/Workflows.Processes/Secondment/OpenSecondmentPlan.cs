using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
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
    public sealed record Command(Guid OperationId, string Semester)
    {
        /// <summary>Whom a plan of the coming semesters sends in this one; null for whoever is due by R12.</summary>
        public IReadOnlyList<PlannedLine>? Lines { get; init; }
    }

    /// <summary>One line of a plan that somebody took over.</summary>
    /// <param name="PersonId">The teacher.</param>
    /// <param name="School">The school.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Reason">Why the plan sends them then and there.</param>
    public sealed record PlannedLine(Guid PersonId, string School, SchoolStage Stage, string Reason);

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

            if (RefusalOf(command.Lines, situation) is { } unfit)
                return unfit;

            var @case = new Case
            {
                Id = Guid.CreateVersion7(desk.Now), DefinitionId = Plans.Definition, TitleZh = $"{semester} 学期挂职派出名单",
                TitleEn = $"Secondments of {semester}", OpenedBy = actor, OpenedAt = desk.Now,
            };
            var plan = new SecondmentPlan
            {
                CaseId = @case.Id, Semester = $"{semester}", OpenedAt = desk.Now, ChangedAt = desk.Now,
                Lines = [.. command.Lines is { } lines ? lines.Select(line => Line(line, @case.Id)) : PlanProposal.Lines(situation, @case.Id, () => Guid.CreateVersion7(desk.Now))],
            };
            desk.Db.Cases.Add(@case);
            desk.Db.SecondmentPlans.Add(plan);
            desk.Record(@case, new AuditLine("PlanOpened", actor) { Subject = plan.Semester, NewValue = $"{plan.Lines.Count}" });
            // Through the office's record two who open at once meet: the second sees the first one's list.
            await desk.RecordInOfficeAsync(new AuditLine("PlanOpened", actor) { Subject = plan.Semester, NewValue = $"{@case.Id}" }, ct);
            await desk.Engine.StartAsync(@case.Id, Plans.Definition, ct);
            return command.Lines is null
                ? Answer.Done($"已列出 {semester} 到期的 {plan.Lines.Count} 人，请核对后提交。", $"{plan.Lines.Count} are due in {semester}: go through the list, then hand it in.", @case.Id)
                : Answer.Done($"已按方案列出 {semester} 的 {plan.Lines.Count} 人，请核对后提交。", $"{plan.Lines.Count} of the plan go in {semester}: go through the list, then hand it in.", @case.Id);
        }, ct);

    private static Answer? RefusalOf(IReadOnlyList<PlannedLine>? lines, PlanSituation situation)
    {
        if (lines is null)
            return null;
        if (lines.Count == 0 || lines.DistinctBy(line => line.PersonId).Count() != lines.Count)
            return Answer.Refused(Refusal.Invalid, "方案在这个学期要有人派出，每人一行。", "The plan has to send somebody in this semester, each once.");
        return lines.All(line => situation.Teachers.Any(one => one.Person.Id == line.PersonId)
                && situation.Schools.Any(school => school.Name == line.School && school.Stage == line.Stage))
            ? null
            : Answer.Refused(Refusal.Stale, "方案里的教师或学校已有变化，请重新排。", "Teachers or schools of the plan have changed: make it anew.");
    }

    private PlanLine Line(PlannedLine line, Guid planId) => new()
    {
        Id = Guid.CreateVersion7(desk.Now), PlanId = planId, PersonId = line.PersonId, School = line.School, Stage = line.Stage,
        Kind = PlacementKind.Secondment, Reason = line.Reason,
    };

    // A semester is over when it is over in every stage.
    private DateOnly? Last(SemesterName semester) => Enum.GetValues<SchoolStage>()
        .Select(stage => desk.Office.Semesters.Find(stage, semester)?.Last).Max();
}
