using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR hands a drafted round in: its case opens, and the three offices are asked to countersign quota and post structure (R25).</summary>
public sealed class SubmitRound(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    public sealed record Command(Guid OperationId, Guid RoundId);

    /// <summary>Opens the round's case.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(SubmitRound), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
            if (round.Stage is not RoundStage.Drafted)
                return Answer.Refused(Refusal.Stale, "这个批次已经提交。", "This round is already handed in.");

            var @case = new Case
            {
                Id = Guid.CreateVersion7(desk.Now),
                DefinitionId = "hiring-round",
                TitleZh = $"{round.Number} {round.Plan.Post}招聘",
                TitleEn = $"Round {round.Number}: {round.Plan.Post}",
                RoundId = round.Id,
                OpenedBy = actor,
                OpenedAt = desk.Now,
            };
            desk.Db.Cases.Add(@case);
            round.CaseId = @case.Id;
            round.Stage = RoundStage.Countersigning;
            desk.Record(@case, new AuditLine("RoundSubmitted", actor) { Subject = round.Number, NewValue = JsonSerializer.Serialize(round.Plan, PolicyJson.Options) });
            await desk.Engine.StartAsync(@case.Id, @case.DefinitionId, ct);
            return Answer.Done("已提交，等待三部门会签。", "Handed in; the three offices are asked to countersign.", @case.Id);
        }, ct);
}
