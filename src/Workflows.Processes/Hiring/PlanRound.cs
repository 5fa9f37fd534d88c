using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring;

/// <summary>HR plans a hiring round: post, places, reference date, reading, weights, pass line, tie rule and dates.</summary>
public sealed class PlanRound(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Number">The round's number in the office, <c>2026-01</c>.</param>
    /// <param name="Plan">The plan.</param>
    public sealed record Command(Guid OperationId, string Number, RoundPlan Plan);

    /// <summary>Drafts the round; nothing is handed in yet.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(PlanRound), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var number = command.Number.Trim();
            if (number.Length == 0)
                return Answer.Refused(Refusal.Invalid, "请填写招聘批次编号，例如 2026-01。", "Give the round a number, for example 2026-01.");
            if (await desk.Db.Rounds.AnyAsync(round => round.Number == number, ct))
                return Answer.Refused(Refusal.Invalid, $"批次编号 {number} 已经用过。", $"The number {number} is already taken.");
            if (PlanChecks.Faults(command.Plan) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var round = new Round { Id = Guid.CreateVersion7(desk.Now), Number = number, Plan = command.Plan, AgeReading = command.Plan.AgeReading };
            desk.Db.Rounds.Add(round);
            return Answer.Done($"已起草招聘批次 {number}。", $"Round {number} is drafted.", round.Id);
        }, ct);
}
