using System.Text.Json;
using Workflows.Personnel.Rotation;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation;

/// <summary>HR puts somebody on a year's rotation, or says otherwise where they go, each time with the reason. Who was heard about the line is asked anew.</summary>
public sealed class EditRotationLine(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="School">The school to which they go.</param>
    /// <param name="Stage">The school's stage.</param>
    /// <param name="Reason">Why; the person reads it.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, long Version, Guid PersonId, string School, SchoolStage Stage, string Reason);

    /// <summary>Adds or changes the line. What stands against it is shown beside it, and must be mended before the round is handed in.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(EditRotationLine), async () =>
        {
            if (await desk.FindRotationAsync(command.RoundId, ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这轮轮岗。", "There is no such rotation.");
            if (await desk.RefusalOfListWorkAsync(actor, round, command.Version, ListDesk.DraftStep, ct) is { } refusal)
                return refusal;
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明理由，本人会读到。", "State the reason; the person reads it.");
            var situation = await desk.RotationSituationAsync(round, ct);
            if (situation.Teacher(command.PersonId) is not { } teacher)
                return Answer.Refused(Refusal.Invalid, "请选择届时在册的专任教师。", "Choose a full-time teacher who is on the roster on that day.");

            var line = round.Lines.Find(one => one.PersonId == command.PersonId);
            var before = line is null ? "" : Written(line);
            if (line is null)
            {
                line = new RotationLine { Id = Guid.CreateVersion7(desk.Now), RoundId = round.CaseId, PersonId = command.PersonId, School = "" };
                round.Lines.Add(line);
                desk.Db.RotationLines.Add(line);
            }

            if (!line.Stands || line.IsElsewhere(command.School.Trim(), command.Stage, PlacementKind.Secondment))
                line.AskAnew();
            (line.School, line.Stage, line.StruckReason) = (command.School.Trim(), command.Stage, "");
            if (line.Reason != reason)
                (line.Reason, line.ReasonEn) = (reason, "");
            desk.Touch(round);
            desk.Record(await desk.CaseAsync(round.CaseId, ct), new AuditLine("PlanLineEdited", actor)
            {
                Subject = $"{line.PersonId}", OldValue = before, NewValue = Written(line), Reason = line.Reason,
            });
            var checks = RotationChecks.Of(situation, line).ToList();
            return Answer.Done(
                $"{teacher.Name}：已保存。{string.Concat(checks.Select(check => check.Sentence.Zh))}",
                string.Join(" ", checks.Select(check => check.Sentence.En).Prepend($"{teacher.Name}: saved.")), round.CaseId);
        }, ct);

    private static string Written(RotationLine line) => JsonSerializer.Serialize(new { line.School, line.Stage, line.Reason }, PolicyJson.Options);
}
