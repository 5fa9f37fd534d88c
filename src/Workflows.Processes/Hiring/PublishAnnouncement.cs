using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR publishes the announcement of a countersigned round, or calls the round off. Publishing locks the plan.</summary>
public sealed class PublishAnnouncement(Desk desk)
{
    /// <summary>Decides the item. A plan whose intake is already over, or whose places are no longer free, can't be announced.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(PublishAnnouncement), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.Announcement) is { } refusal)
                return refusal;
            if (command.Outcome is Outcomes.Announced
                && await ObstaclesAsync(await desk.RoundAsync(asked.Item.Case, ct), ct) is { Count: > 0 } obstacles)
            {
                return Answer.Refused(Refusal.WrongTime, obstacles);
            }

            return await asked.DecideAsync(command, ct);
        }, ct);

    private async Task<List<Bilingual>> ObstaclesAsync(Round round, CancellationToken ct)
    {
        var obstacles = new List<Bilingual>();
        if (desk.Today > round.Plan.IntakeClosesOn)
        {
            obstacles.Add(new Bilingual(
                $"报名 {round.Plan.IntakeClosesOn:yyyy-MM-dd} 已截止：请撤回本批次，按新的日程重新计划。",
                $"Intake closed on {round.Plan.IntakeClosesOn:yyyy-MM-dd}: call this round off and plan it with new dates."));
        }

        var free = (await desk.VacancyAsync(round, ct)).Free;
        if (free is null || free < round.Plan.Places)
        {
            obstacles.Add(new Bilingual(
                $"编制或岗位空缺 {free?.ToString(provider: null) ?? "不明"}，不足 {round.Plan.Places} 个（R25）。",
                $"There are {free?.ToString(provider: null) ?? "no known"} vacancies for {round.Plan.Places} places (R25)."));
        }

        return obstacles;
    }
}
