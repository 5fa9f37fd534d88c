using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>The holder of an item asks a colleague for advice (征询); the item waits for it and comes back, and the holder decides.</summary>
public sealed class ConsultColleague(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="Colleague">The account that is asked.</param>
    /// <param name="Question">The question.</param>
    public sealed record Command(Guid OperationId, Guid WorkItemId, long Revision, Guid Colleague, string Question);

    /// <summary>Asks.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ConsultColleague), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(ItemAction.Consult, command.Revision) is { } refusal)
                return refusal;
            if (asked.Part.AwaitsAdvice)
                return Answer.Refused(Refusal.Stale, "您已经征询过一位同事，请等待答复或撤回征询。", "You have asked somebody already: wait for the advice, or take the question back.");
            if (string.IsNullOrWhiteSpace(command.Question))
                return Answer.Refused(Refusal.Invalid, "请写明征询的问题。", "Write down the question.");
            if (command.Colleague == actor || await desk.OfficerAsync(command.Colleague, asked.Item.Case, ct) is not { } colleague)
                return Answer.Refused(Refusal.Invalid, "请选择一位在岗的同事。", "Choose a colleague who is in office.");
            if (colleague.IsConcernedBy(asked.Item.Case))
                return Answer.Refused(Refusal.Invalid, $"{colleague.Name}应当回避（暂行规定第27条）。", $"{colleague.Name} is concerned and recused (2005 provisions, Art. 27).");

            // Whoever asks keeps the item: the advice comes back to them.
            asked.Part.AssigneeId ??= asked.OnBehalfOf ?? actor;
            asked.Part.AwaitsAdvice = true;
            desk.Db.Consultations.Add(new Consultation
            {
                Id = Guid.CreateVersion7(desk.Now), PartId = asked.Part.Id, AskedBy = actor, AskedOf = command.Colleague,
                Question = command.Question.Trim(), AskedAt = desk.Now,
            });
            asked.RecordChange("ColleagueConsulted", $"{asked.Part.Role}", newValue: $"{command.Colleague}", reason: command.Question.Trim());
            return Answer.Done($"已征询{colleague.Name}的意见。", $"{colleague.Name} is asked for advice.", asked.Item.CaseId);
        }, ct);
}
