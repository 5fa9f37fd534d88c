using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Storage;

namespace Workflows.Web.Rounds;

/// <summary>One round in the list of rounds.</summary>
/// <param name="Round">The round.</param>
/// <param name="Applicants">How many applied.</param>
/// <param name="Qualified">How many were found qualified, whatever became of them then.</param>
/// <param name="Joined">How many are on the roster by it.</param>
public sealed record RoundLine(Round Round, int Applicants, int Qualified, int Joined);

/// <summary>The list of rounds, newest first, paged by key.</summary>
public static class RoundLines
{
    /// <summary>How many rounds a page shows.</summary>
    public const int PageSize = 30;

    private static readonly Standing[] NeverQualified = [Standing.Received, Standing.UnderReview, Standing.Refused, Standing.Withdrawn];

    /// <summary>A page of the list.</summary>
    /// <param name="db">The database.</param>
    /// <param name="after">The last round of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<RoundLine>> OfAsync(WorkflowsDb db, Guid? after, CancellationToken ct)
    {
        var rounds = db.Rounds.AsNoTracking();
        if (after is { } last)
            rounds = rounds.Where(round => round.Id.CompareTo(last) < 0);
        var page = await rounds.OrderByDescending(round => round.Id).Take(PageSize).ToListAsync(ct);
        var ids = page.Select(round => round.Id).ToList();
        var counts = await db.Applications.AsNoTracking().Where(one => ids.Contains(one.RoundId))
            .GroupBy(one => new { one.RoundId, one.Standing })
            .Select(group => new { group.Key.RoundId, group.Key.Standing, Count = group.Count() }).ToListAsync(ct);
        return
        [
            .. page.Select(round => new RoundLine(
                round,
                counts.Where(one => one.RoundId == round.Id).Sum(one => one.Count),
                counts.Where(one => one.RoundId == round.Id && !NeverQualified.Contains(one.Standing)).Sum(one => one.Count),
                counts.Where(one => one.RoundId == round.Id && one.Standing is Standing.Joined).Sum(one => one.Count))),
        ];
    }
}
