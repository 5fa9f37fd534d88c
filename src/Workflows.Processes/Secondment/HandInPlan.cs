using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Secondment;

/// <summary>HR hands a semester's list in, so that those on it are heard; or calls it off with a reason. A list with a fault stays with HR.</summary>
public sealed class HandInPlan(Desk desk)
{
    /// <summary>Decides the item.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(HandInPlan), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.SecondmentList) is { } refusal)
                return refusal;
            if (command.Outcome == Outcomes.Submitted && await FaultsAsync(asked.Item.CaseId, ct) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);
            return await asked.DecideAsync(command, ct);
        }, ct);

    private async Task<IReadOnlyList<Bilingual>> FaultsAsync(Guid caseId, CancellationToken ct)
    {
        var plan = await desk.PlanAsync(caseId, ct);
        var situation = await desk.SituationAsync(plan.Name, plan, ct);
        if (situation.Lines.Count == 0)
            return [new("名单上没有人：请添加人员，或撤回名单。", "Nobody is on the list: add somebody, or withdraw it.")];
        return
        [
            .. from check in PlanChecks.Of(situation)
               where check.IsFault
               let name = situation.Teacher(check.PersonId)?.Person.Name ?? $"{check.PersonId}"
               select new Bilingual($"{name}：{check.Sentence.Zh}（{check.Clause}）", $"{name}: {check.Sentence.En} ({check.Clause})"),
        ];
    }
}
