using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>
/// Waits until a placement of the person is decided, by a semester's list or by a document that HR entered, and follows it from then on. Where the
/// years of R12 are counted from a later day meanwhile, because a completed placement was recorded, nothing is left to wait for. An exemption ends
/// nothing: the clause is asked again when it is over. When something changes it looks again.
/// </summary>
[Step("Workflows.AwaitPlacement", "Placed", SeparationOfDuties.Lapsed, Outcomes.Again, Waits = true, Zh = "等待派出", En = "Await the placement")]
public sealed class AwaitPlacement(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var cycle = await desk.CycleAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var placements = await desk.PlacementsAsync(cycle.PersonId, ct);
        if (placements.FirstOrDefault(one => one.State is PlacementState.Planned && (one.CaseId is null || one.CaseId == @case.Id)) is { } placement)
        {
            (cycle.PlacementId, cycle.WaitId) = (placement.Id, null);
            placement.CaseId = @case.Id;
            desk.Record(@case, new AuditLine("PlacementTakenUp", null)
            {
                Subject = $"{cycle.PersonId}", NewValue = $"{placement.From:yyyy-MM-dd} {placement.School}", Reason = placement.DocumentNumber,
            });
            return StepResult.Done("Placed");
        }

        var finding = await desk.FindingAsync(cycle, placements, desk.Today, ct);
        if (finding.Due?.CountedFrom > cycle.CountedFrom)
        {
            cycle.WaitId = null;
            desk.Record(@case, new AuditLine("CycleFulfilled", null) { Subject = $"{cycle.PersonId}", Reason = SecondmentWording.Explain(finding).Zh });
            return StepResult.Done(SeparationOfDuties.Lapsed);
        }

        cycle.WaitId = call.WaitId;
        return StepResult.Wait();
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct) => (await desk.CycleAsync(call.CaseId, ct)).WaitId = null;
}
