using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Applies the age reading that leadership confirmed to every applicant alike (R06), and judges all again.</summary>
[Step("Workflows.ApplyReading", Zh = "适用年龄口径", En = "Apply the age reading")]
public sealed class ApplyReading(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var confirmed = await desk.LastDecisionAsync(@case, [Outcomes.Under, Outcomes.Included], ct);
        var before = round.AgeReading;
        round.AgeReading = confirmed.Outcome is Outcomes.Included ? AgeReading.Included : AgeReading.Under;
        round.AgeReadingMinutes = confirmed.Minutes;
        foreach (var application in await desk.ApplicationsAsync(round, ct))
            application.Verdict = HiringRules.Evaluate(application.Record, round.Plan.Terms(round.AgeReading), desk.Office.Policy);
        desk.Record(@case, new AuditLine("AgeReadingConfirmed", null)
        {
            Subject = "R06", OldValue = $"{before}", NewValue = $"{round.AgeReading}", Reason = round.AgeReadingMinutes ?? "",
        });
        return StepResult.Done();
    }
}
