using System.Text.Json;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR puts somebody on a semester's list, or says otherwise where they go. Who was heard about the line is asked anew.</summary>
public sealed class EditPlanLine(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PlanId">The list.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="School">接收学校.</param>
    /// <param name="Stage">The school's stage.</param>
    /// <param name="Kind">方式.</param>
    /// <param name="Reason">Why; the person reads it. Empty: what R12 says.</param>
    public sealed record Command(
        Guid OperationId, Guid PlanId, long Version, Guid PersonId, string School, SchoolStage Stage, PlacementKind Kind, string Reason);

    /// <summary>Adds or changes the line. What stands against it is shown beside it, and must be mended before the list is handed in.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(EditPlanLine), async () =>
        {
            if (await desk.FindPlanAsync(command.PlanId, ct) is not { } plan)
                return Answer.Refused(Refusal.NotFound, "没有这份名单。", "There is no such list.");
            if (await desk.RefusalOfListWorkAsync(actor, plan, command.Version, ListDesk.DraftStep, ct) is { } refusal)
                return refusal;
            if (await desk.SecondmentFindingAsync(command.PersonId, desk.Today, ct) is not { } teacher)
                return Answer.Refused(Refusal.Invalid, "请选择在册的专任教师。", "Choose a full-time teacher of the roster.");

            var line = plan.Lines.Find(one => one.PersonId == command.PersonId);
            var before = line is null ? "" : Written(line);
            if (line is null)
            {
                line = new PlanLine { Id = Guid.CreateVersion7(desk.Now), PlanId = plan.CaseId, PersonId = command.PersonId, School = "" };
                plan.Lines.Add(line);
                desk.Db.PlanLines.Add(line);
            }

            if (!line.Stands || line.IsElsewhere(command.School.Trim(), command.Stage, command.Kind))
                line.AskAnew();
            (line.School, line.Stage, line.Kind, line.StruckReason) = (command.School.Trim(), command.Stage, command.Kind, "");
            line.Reason = command.Reason.Trim() is { Length: > 0 } reason ? reason : PlanSituation.Reason(teacher).Zh;
            desk.Touch(plan);
            desk.Record(await desk.CaseAsync(plan.CaseId, ct), new AuditLine("PlanLineEdited", actor)
            {
                Subject = $"{line.PersonId}", OldValue = before, NewValue = Written(line), Reason = line.Reason,
            });
            var checks = PlanChecks.Of(await desk.SituationAsync(plan.Name, plan, ct), line).ToList();
            return checks.Count == 0
                ? Answer.Done($"{teacher.Person.Name}：已保存。", $"{teacher.Person.Name}: saved.", plan.CaseId)
                : Answer.Done(
                    $"{teacher.Person.Name}：已保存。{string.Concat(checks.Select(check => check.Sentence.Zh))}",
                    $"{teacher.Person.Name}: saved. {string.Join(" ", checks.Select(check => check.Sentence.En))}", plan.CaseId);
        }, ct);

    private static string Written(PlanLine line) =>
        JsonSerializer.Serialize(new { line.School, line.Stage, line.Kind, line.Reason }, PolicyJson.Options);
}
