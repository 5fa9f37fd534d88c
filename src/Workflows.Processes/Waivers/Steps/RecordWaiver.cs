using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Waivers.Steps;

/// <summary>Enters into the register what leadership decided about the waiver, with the minutes; or that it was taken back before.</summary>
[Step("Workflows.RecordWaiver", "Granted", SeparationOfDuties.Denied, "Withdrawn", Zh = "登记放宽", En = "Record the waiver")]
public sealed class RecordWaiver(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        await desk.Db.WorkItems.Include(item => item.Parts).Where(item => item.CaseId == @case.Id).LoadAsync(ct);
        var item = desk.Db.WorkItems.Local.Where(item => item.CaseId == @case.Id && item.Form is WorkItemForm.Waiver).MaxBy(item => item.AskedAt)
            ?? throw new InvalidOperationException($"Case {@case.Id} has no waiver to decide.");
        var result = item.Outcome switch
        {
            Outcomes.Approved => WaiverResult.Approved,
            Outcomes.Rejected => WaiverResult.Rejected,
            _ => WaiverResult.Withdrawn,
        };
        if (await desk.OpenWaiverAsync(@case.Id, ct) is { } waiver)
        {
            var said = item.Parts.FindAll(part => part.Outcome is not null);
            waiver.Result = result;
            waiver.DecidedOn = desk.Today;
            waiver.Minutes = string.Join("；", said.Select(part => part.Minutes).OfType<string>().Distinct());
            waiver.Comment = string.Join("；", said.Select(part => part.Comment).Where(comment => comment.Length > 0));
            desk.Record(@case, new AuditLine("WaiverDecided", null) { Subject = waiver.Clauses, NewValue = $"{result}", Reason = waiver.Minutes });
        }

        return StepResult.Done(result switch
        {
            WaiverResult.Approved => "Granted",
            WaiverResult.Rejected => SeparationOfDuties.Denied,
            _ => "Withdrawn",
        });
    }
}
