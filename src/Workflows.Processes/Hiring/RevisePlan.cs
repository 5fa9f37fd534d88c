using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR changes a round's plan while it is a draft, or while it was returned for revision. From the announcement on it is locked.</summary>
public sealed class RevisePlan(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Version">The version of the round that the page showed.</param>
    /// <param name="Plan">The plan as it should be.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, long Version, RoundPlan Plan);

    /// <summary>Changes the plan.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RevisePlan), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { } round)
                return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
            if (!await MayChangeAsync(round, ct))
                return Answer.Refused(Refusal.WrongTime, "方案已提交或已公告，不能再改。", "The plan is handed in or announced and can't be changed.");
            if (round.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "方案已被别人改过，请刷新后再改。", "Somebody else changed the plan. Reload, then change it.");
            if (PlanChecks.Faults(command.Plan) is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            if (round.CaseId is { } caseId)
            {
                desk.Record(await desk.CaseAsync(caseId, ct), new AuditLine("PlanRevised", actor)
                {
                    OldValue = JsonSerializer.Serialize(round.Plan, PolicyJson.Options),
                    NewValue = JsonSerializer.Serialize(command.Plan, PolicyJson.Options),
                });
            }

            round.Plan = command.Plan;
            round.AgeReading = command.Plan.AgeReading;
            return Answer.Done("方案已保存。", "The plan is saved.", round.Id);
        }, ct);

    private async Task<bool> MayChangeAsync(Round round, CancellationToken ct) => round.Stage is RoundStage.Drafted
        || await desk.Db.WorkItems.AnyAsync(item =>
            item.CaseId == round.CaseId && item.Form == WorkItemForm.RevisePlan && item.Stage == WorkItemStage.Open, ct);
}
