using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Notices;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;

namespace Workflows.Web.Cases;

/// <summary>What the pages show of a year's rotation: R13's need, its lines with the checks beside each, the vacancies, the hearing, the public notices.</summary>
public sealed record RotationMatter
{
    /// <summary>The rotation with all its lines.</summary>
    public required RotationRound Round { get; init; }

    /// <summary>What there is to know about it.</summary>
    public required RotationSituation Situation { get; init; }

    /// <summary>What stands against a line, or is worth a second look, by person; under the empty id what is said of the round as a whole.</summary>
    public required ILookup<Guid, LineCheck> Checks { get; init; }

    /// <summary>The people on it, by id.</summary>
    public required IReadOnlyDictionary<Guid, Person> People { get; init; }

    /// <summary>The numbers of the hiring rounds that it opened, by id.</summary>
    public required IReadOnlyDictionary<Guid, string> HiringRounds { get; init; }

    /// <summary>The hearing; null before anybody was asked.</summary>
    public Hearing? Hearing { get; init; }

    /// <summary>The public notices with their objections, newest first.</summary>
    public required IReadOnlyList<PublicNotice> Notices { get; init; }

    /// <summary>Whether it is with HR, to be worked on.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether HR handles objections now.</summary>
    public bool IsHandling { get; init; }

    /// <summary>Whether the document is issued, so that nothing can be withdrawn any more.</summary>
    public bool IsIssued => Round.DocumentNumber.Length > 0;

    /// <summary>The lines that stand, in the order of the proposal: the longest in post first.</summary>
    public IEnumerable<RotationLine> Standing => Ordered(line => line.Stands);

    /// <summary>The lines that were struck.</summary>
    public IEnumerable<RotationLine> Struck => Ordered(line => !line.Stands);

    /// <summary>Whether somebody can still answer.</summary>
    public bool IsHearing(DateOnly today) => Hearing is { WaitId: not null } hearing && today <= hearing.Until;

    /// <summary>Reads what a case about a year's rotation is about; null for any other case.</summary>
    public static async Task<RotationMatter?> FindAsync(Desk desk, Guid caseId, CancellationToken ct)
    {
        var db = desk.Db;
        var round = await db.RotationRounds.AsNoTracking().Include(one => one.Lines).FirstOrDefaultAsync(one => one.CaseId == caseId, ct);
        if (round is null)
            return null;
        var situation = await desk.RotationSituationAsync(round, ct);
        var open = await db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Stage == WorkItemStage.Open).Select(item => item.WaitId).ToListAsync(ct);
        var (ids, hiring) = (round.Lines.ConvertAll(line => line.PersonId), round.Vacancies.Select(one => one.Id).ToList());
        var isOpen = round.DocumentNumber.Length == 0 && await db.Cases.AnyAsync(one => one.Id == caseId && one.Stage == CaseStage.Running, ct);
        return new RotationMatter
        {
            Round = round,
            Situation = situation,
            Checks = (isOpen ? RotationChecks.OfRound(situation).Concat(RotationChecks.Of(situation)) : []).ToLookup(check => check.PersonId),
            People = await db.People.AsNoTracking().Include(person => person.Tenures).Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct),
            HiringRounds = await db.Rounds.AsNoTracking().Where(one => hiring.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Number, ct),
            Hearing = await db.Hearings.AsNoTracking().FirstOrDefaultAsync(one => one.CaseId == caseId, ct),
            Notices = await db.Notices.AsNoTracking().Include(one => one.Objections).Where(one => one.CaseId == caseId)
                .OrderByDescending(one => one.Id).ToListAsync(ct),
            IsDraft = open.Exists(wait => wait.StartsWith(ListDesk.DraftStep, StringComparison.Ordinal)),
            IsHandling = open.Exists(wait => wait.StartsWith(HandleLineObjection.HandleStep, StringComparison.Ordinal)),
        };
    }

    private IEnumerable<RotationLine> Ordered(Func<RotationLine, bool> which) => Round.Lines.Where(which)
        .OrderBy(line => People[line.PersonId].Tenures.Min(tenure => (DateOnly?)tenure.From)).ThenBy(line => People[line.PersonId].Name, StringComparer.Ordinal);
}
