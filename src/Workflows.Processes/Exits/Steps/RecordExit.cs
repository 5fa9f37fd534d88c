using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Exits.Steps;

/// <summary>
/// Ends the tenure with the last day and its reason (R13 counts it), once the document is issued: from the day after, the place in quota and post
/// structure is free.
/// </summary>
[Step("Workflows.RecordExit", "Recorded", "NotThere", Zh = "登记离岗", En = "Record the exit")]
public sealed class RecordExit(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var exit = await desk.ExitAsync(@case.Id, ct);
        var person = await desk.PersonAsync(@case, ct);
        if (person.TenureOn(exit.Proposal.LastDay) is not { } tenure)
        {
            desk.Record(@case, new AuditLine("ExitNotRecorded", null) { Subject = $"{person.Id}", Reason = "最后在岗日当天已不在本校" });
            return StepResult.Done("NotThere");
        }

        exit.DocumentNumber = (await desk.LastDecisionAsync(@case, Outcomes.Issued, ct)).DocumentNumber ?? "";
        tenure.End(exit.Proposal.Kind, exit.Proposal.LastDay.AddDays(1), exit.Proposal.Reason, exit.DocumentNumber);
        desk.Record(@case, new AuditLine("ExitRecorded", null)
        {
            Subject = $"{person.Id}", NewValue = $"{exit.Proposal.LastDay:yyyy-MM-dd}", Reason = exit.DocumentNumber,
        });
        return StepResult.Done("Recorded");
    }
}
