using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Waivers.Steps;

/// <summary>
/// Enters a waiver into the register before leadership decides it: the clauses that aren't met, by how much, on which ground and why (R09, 原则上).
/// </summary>
[Step("Workflows.OpenWaiver", Zh = "立放宽登记", En = "Open the waiver")]
public sealed class OpenWaiver(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        if (await desk.OpenWaiverAsync(@case.Id, ct) is not null)
            return StepResult.Done();

        var application = await desk.ApplicationAsync(@case, ct);
        var asked = await desk.LastDecisionAsync(@case, [Outcomes.Qualified, Outcomes.WaiverAsked], ct);
        var amounts = WaiverAmount.Of(application.Verdict, desk.Office.Policy.Hiring);
        var waiver = new Waiver
        {
            Id = Guid.CreateVersion7(desk.Now),
            CaseId = @case.Id,
            ApplicationId = application.Id,
            RoundId = application.RoundId,
            Basis = application.Verdict.Verdict is Verdict.Ineligible ? WaiverBasis.InPrinciple : WaiverBasis.Ground,
            Amounts = amounts,
            Clauses = string.Join(' ', amounts.Select(amount => amount.Clause)),
            Reason = asked.Comment,
            OpenedAt = desk.Now,
        };
        desk.Db.Waivers.Add(waiver);
        desk.Record(@case, new AuditLine("WaiverOpened", null)
        {
            Subject = waiver.Clauses, NewValue = $"{waiver.Basis}", Reason = string.Join("；", amounts.Select(amount => amount.Words.Zh)),
        });
        return StepResult.Done();
    }
}
