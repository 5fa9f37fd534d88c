using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Ranks the qualified applicants by the announced weights, pass line and tie rule, and shortlists places times ratio.</summary>
[Step("Workflows.RankApplicants", "Ranked", "NobodyPassed", Zh = "排名", En = "Rank the applicants")]
public sealed class RankApplicants(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var qualified = (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing is Standing.Qualified).ToList();
        var ranked = Ranking.Rank(round.Plan, qualified).Ordered;
        foreach (var application in qualified)
            application.Total = application.Absent ? null : Ranking.Total(round.Plan, application);
        for (var place = 0; place < ranked.Count; place++)
        {
            ranked[place].Rank = place + 1;
            if (place < round.Plan.Shortlist)
                ranked[place].Standing = Standing.Shortlisted;
        }

        foreach (var application in qualified.Where(application => application.Standing is not Standing.Shortlisted))
        {
            application.Standing = Standing.NotShortlisted;
            await desk.TellAsync(application, Outcomes.NotTaken, ct);
        }

        round.Stage = RoundStage.Checks;
        desk.Record(@case, new AuditLine("ApplicantsRanked", null) { NewValue = $"{ranked.Count}/{qualified.Count}" });
        return StepResult.Done(ranked.Count > 0 ? "Ranked" : "NobodyPassed");
    }
}
