using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR closes the scoring: every qualified applicant has scores or was absent, nothing is tied, no re-review is open. Then the round is ranked.</summary>
public sealed class CloseScoring(Desk desk)
{
    /// <summary>Decides the item.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CloseScoring), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.Scores) is { } refusal)
                return refusal;
            var round = await desk.RoundAsync(asked.Item.Case, ct);
            if (Obstacles(round, await desk.ApplicationsAsync(round, ct)).ToList() is { Count: > 0 } obstacles)
                return Answer.Refused(Refusal.WrongTime, obstacles);

            return await asked.DecideAsync(command, ct);
        }, ct);

    private static IEnumerable<Bilingual> Obstacles(Round round, List<Application> applications)
    {
        foreach (var open in applications.Where(application => application.Standing is Standing.UnderReview))
            yield return new Bilingual($"{open.Name} 正在复审，等有结论再排名。", $"{open.Name} is under re-review; rank after the result.");

        var qualified = applications.Where(application => application.Standing is Standing.Qualified).ToList();
        foreach (var missing in qualified.Where(application => !application.Absent && Ranking.Total(round.Plan, application) is null))
            yield return new Bilingual($"{missing.Name} 的成绩不全；缺考请注明。", $"{missing.Name}'s scores are incomplete; mark an absence.");

        foreach (var tie in Ranking.Rank(round.Plan, qualified).Ties)
        {
            var names = string.Join("、", tie.Select(application => application.Name));
            yield return new Bilingual($"{names} 按规则仍无法区分，请加试并录入加试成绩。", $"{names} are tied under the announced rule; hold a tie-break test.");
        }
    }
}
