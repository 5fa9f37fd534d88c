using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Staff;
using Workflows.Storage;

namespace Workflows.Web.Rounds;

/// <summary>Everything the pages of one round show, read in a few queries.</summary>
public sealed record RoundFile
{
    /// <summary>The round.</summary>
    public required Round Round { get; init; }

    /// <summary>Its applications, by rank, then in the order they were taken in.</summary>
    public required IReadOnlyList<Application> Applications { get; init; }

    /// <summary>The items of the round's case and of its applications' cases that still wait, oldest first.</summary>
    public required IReadOnlyList<WorkItem> Open { get; init; }

    /// <summary>Its public notices with their objections, newest first.</summary>
    public required IReadOnlyList<PublicNotice> Notices { get; init; }

    /// <summary>Whether HR may change the plan now: before it is handed in, and after it was returned.</summary>
    public bool IsPlanOpen => Round.Stage is RoundStage.Drafted || Open.Any(item => item.Form is WorkItemForm.RevisePlan);

    /// <summary>Whether it goes on.</summary>
    public bool IsRunning => Round.Stage is not (RoundStage.Completed or RoundStage.Closed);

    /// <summary>Reads a round; null where there is none.</summary>
    public static async Task<RoundFile?> FindAsync(WorkflowsDb db, Guid roundId, CancellationToken ct)
    {
        if (await db.Rounds.AsNoTracking().FirstOrDefaultAsync(round => round.Id == roundId, ct) is not { } round)
            return null;
        var applications = await db.Applications.AsNoTracking().Where(one => one.RoundId == roundId).InFileOrder().ToListAsync(ct);
        return new RoundFile
        {
            Round = round,
            Applications = [.. applications.OrderBy(one => one.Rank ?? int.MaxValue)],
            Open = await db.WorkItems.AsNoTracking().Include(item => item.Parts).Include(item => item.Case)
                .Where(item => item.Case.RoundId == roundId && item.Stage == WorkItemStage.Open).OrderBy(item => item.Id).ToListAsync(ct),
            Notices = await db.Notices.AsNoTracking().Include(notice => notice.Objections)
                .Where(notice => notice.RoundId == roundId).OrderByDescending(notice => notice.Id).ToListAsync(ct),
        };
    }

    /// <summary>What is free in quota and post structure (R25) on the day of joining.</summary>
    public static async Task<Vacancy> VacancyAsync(WorkflowsDb db, PostLevel level, DateOnly joinsOn, CancellationToken ct) =>
        Vacancy.Count(
            await db.Quotas.AsNoTracking().ToListAsync(ct),
            await db.People.AsNoTracking().Include(person => person.Tenures).Where(person => person.OnEstablishment).ToListAsync(ct),
            level,
            joinsOn);
}
