using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Rotation;

/// <summary>HR hands a year's rotation in, so that those on it are heard; or calls it off with a reason. A round with a fault stays with HR.</summary>
public sealed class HandInRotation(Desk desk)
{
    /// <summary>Decides the item.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(HandInRotation), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.RotationList) is { } refusal)
                return refusal;
            if (command.Outcome == Outcomes.Submitted && await FaultsAsync(asked.Item.CaseId, ct) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);
            return await asked.DecideAsync(command, ct);
        }, ct);

    private async Task<IReadOnlyList<Bilingual>> FaultsAsync(Guid caseId, CancellationToken ct)
    {
        var situation = await desk.RotationSituationAsync(await desk.RotationAsync(caseId, ct), ct);
        return
        [
            .. from check in RotationChecks.OfRound(situation).Concat(RotationChecks.Of(situation))
               where check.IsFault
               let name = situation.Teacher(check.PersonId)?.Name
               select new Bilingual(
                   $"{(name is null ? "" : $"{name}：")}{check.Sentence.Zh}（{check.Clause}）", $"{(name is null ? "" : $"{name}: ")}{check.Sentence.En} ({check.Clause})"),
        ];
    }
}
