using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Secondment;

namespace Workflows.Web.Cases;

/// <summary>What the pages show of a semester's list: its lines with R12 and the checks beside each, the hearing, the public notices.</summary>
public sealed record PlanMatter
{
    /// <summary>The list with all its lines.</summary>
    public required SecondmentPlan Plan { get; init; }

    /// <summary>What there is to know about the semester.</summary>
    public required PlanSituation Situation { get; init; }

    /// <summary>What stands against a line, or is worth a second look, by person.</summary>
    public required ILookup<Guid, LineCheck> Checks { get; init; }

    /// <summary>The people on the list, by id.</summary>
    public required IReadOnlyDictionary<Guid, Person> People { get; init; }

    /// <summary>The hearing; null before anybody was asked.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>The public notices with their objections, newest first.</summary>
    public required IReadOnlyList<PublicNotice> Notices { get; init; }

    /// <summary>Whether the list is with HR, to be worked on.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether HR handles objections now.</summary>
    public bool IsHandling { get; init; }

    /// <summary>Whether the document is issued, so that nothing can be withdrawn any more.</summary>
    public bool IsIssued { get; init; }

    /// <summary>The lines that stand, the most urgent first.</summary>
    public IEnumerable<PlanLine> Standing => Plan.Lines.Where(line => line.Stands)
        .OrderBy(line => Situation.Teacher(line.PersonId)?.Finding.Due?.DueBy ?? DateOnly.MaxValue)
        .ThenBy(line => People[line.PersonId].Name, StringComparer.Ordinal);

    /// <summary>The lines that were struck.</summary>
    public IEnumerable<PlanLine> Struck => Plan.Lines.Where(line => !line.Stands).OrderBy(line => People[line.PersonId].Name, StringComparer.Ordinal);

    /// <summary>Whether somebody can still answer.</summary>
    public bool IsHearing(DateOnly today) => Hearing is { WaitId: not null } hearing && today <= hearing.Until;

    /// <summary>Reads what a case about a semester's list is about; null for any other case.</summary>
    public static async Task<PlanMatter?> FindAsync(Desk desk, Guid caseId, CancellationToken ct)
    {
        var db = desk.Db;
        var plan = await db.SecondmentPlans.AsNoTracking().Include(one => one.Lines).FirstOrDefaultAsync(one => one.CaseId == caseId, ct);
        if (plan is null)
            return null;
        var situation = await desk.SituationAsync(plan.Name, plan, ct);
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Stage == WorkItemStage.Open).Select(item => item.WaitId).ToListAsync(ct);
        var ids = plan.Lines.ConvertAll(line => line.PersonId);
        return new PlanMatter
        {
            Plan = plan,
            Situation = situation,
            Checks = (plan.DocumentNumber.Length == 0 ? PlanChecks.Of(situation) : []).ToLookup(check => check.PersonId),
            People = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct),
            Hearing = await db.Hearings.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == caseId, ct),
            Notices = await db.Notices.AsNoTracking().Include(one => one.Objections).Where(one => one.CaseId == caseId)
                .OrderByDescending(one => one.Id).ToListAsync(ct),
            IsDraft = open.Exists(wait => wait.StartsWith(ListDesk.DraftStep, StringComparison.Ordinal)),
            IsHandling = open.Exists(wait => wait.StartsWith(HandleLineObjection.HandleStep, StringComparison.Ordinal)),
            IsIssued = plan.DocumentNumber.Length > 0,
        };
    }
}
