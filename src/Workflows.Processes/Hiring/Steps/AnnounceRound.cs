using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Locks the round's plan: from the announcement on, posts, places, reference date, reading, weights, pass line and tie rule stand.</summary>
[Step("Workflows.AnnounceRound", Zh = "公告并锁定", En = "Announce the round")]
public sealed class AnnounceRound(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var announced = await desk.LastDecisionAsync(@case, Outcomes.Announced, ct);
        round.AnnouncedOn = desk.Today;
        round.AnnouncementNumber = announced.DocumentNumber;
        round.AgeReading = round.Plan.AgeReading;
        round.Stage = RoundStage.Announced;
        desk.Record(@case, new AuditLine("RoundAnnounced", null) { Subject = round.Number, NewValue = round.AnnouncementNumber ?? "" });
        return StepResult.Done();
    }
}
