using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Planning;

/// <summary>HR has a better plan of secondments searched for than a page waits for. Nothing is recorded but the search itself.</summary>
public sealed class StartPlanSearch(Desk desk, PlanSearching searching)
{
    private const int MostSeconds = 600;
    private const int DaysKept = 7;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="From">The first semester, <c>2026-2027-1</c>.</param>
    /// <param name="Semesters">How many.</param>
    /// <param name="Pins">What is held fast.</param>
    /// <param name="Limit">For about how many seconds to search at most, up to 600.</param>
    public sealed record Command(Guid OperationId, string From, int Semesters, IReadOnlyList<PlanPin> Pins, int Limit);

    /// <summary>Begins the search, here or on a node that searches; the answer names it.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var answer = await desk.OnceAsync(command.OperationId, actor, nameof(StartPlanSearch), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (SemesterName.Parse(command.From) is not { } from || command.Semesters is < 1 or > PlanSearching.MostSemesters)
                return Answer.Refused(Refusal.Invalid, $"请写明第一个学期（如 2026-2027-1）和学期数（1 到 {PlanSearching.MostSemesters}）。", $"State the first semester, such as 2026-2027-1, and how many, from 1 to {PlanSearching.MostSemesters}.");
            if (command.Limit is < 1 or > MostSeconds)
                return Answer.Refused(Refusal.Invalid, $"搜索时间应在 1 到 {MostSeconds} 秒之间。", $"The search takes from 1 to {MostSeconds} seconds.");
            var old = desk.Now.AddDays(-DaysKept);
            await desk.Db.PlanSearches.Where(one => one.AskedAt < old).ExecuteDeleteAsync(ct);
            var search = new PlanSearch
            {
                Id = Guid.CreateVersion7(desk.Now), AskedBy = actor, AskedAt = desk.Now, BeatAt = desk.Now, From = $"{from}", Semesters = command.Semesters,
                Pins = string.Join('\n', command.Pins.Select(pin => $"{pin}")), Limit = command.Limit,
            };
            desk.Db.PlanSearches.Add(search);
            return Answer.Done("已开始搜索。", "The search has begun.", search.Id);
        }, ct);
        if (answer is { IsDone: true, Id: { } id })
            searching.Begin(id);
        return answer;
    }
}
