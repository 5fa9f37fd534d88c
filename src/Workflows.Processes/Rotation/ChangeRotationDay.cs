using System.Globalization;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation;

/// <summary>HR changes the day of a rotation's transfers, within its year and with the reason. Everybody who was heard is asked anew.</summary>
public sealed class ChangeRotationDay(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="EffectiveOn">The first day at the new schools.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, long Version, DateOnly EffectiveOn, string Reason);

    /// <summary>Changes the day.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ChangeRotationDay), async () =>
        {
            if (await desk.FindRotationAsync(command.RoundId, ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这轮轮岗。", "There is no such rotation.");
            if (await desk.RefusalOfListWorkAsync(actor, round, command.Version, ListDesk.DraftStep, ct) is { } refusal)
                return refusal;
            if (command.EffectiveOn <= desk.Today || command.EffectiveOn.Year != round.Year)
                return Answer.Refused(Refusal.Invalid, $"调动生效日须在今天以后、{round.Year} 年以内。", $"The day of the transfers comes after today, within {round.Year}.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明理由。", "State the reason.");

            var before = round.EffectiveOn;
            if (before != command.EffectiveOn)
                round.Lines.Where(line => line.Stands).ToList().ForEach(line => line.AskAnew());
            round.EffectiveOn = command.EffectiveOn;
            desk.Touch(round);
            desk.Record(await desk.CaseAsync(round.CaseId, ct), new AuditLine("RotationDayChanged", actor)
            {
                Subject = $"{round.Year}", OldValue = Written(before), NewValue = Written(round.EffectiveOn), Reason = reason,
            });
            return Answer.Done("调动生效日已保存。", "The day of the transfers is saved.", round.CaseId);
        }, ct);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
