using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>Everything the case page shows of one case, read in a few queries for the account that asks.</summary>
public sealed record CaseFile
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The round it is about.</summary>
    /// <exception cref="InvalidOperationException">It is about somebody on the roster: see <see cref="Matter"/>.</exception>
    public Round Round => HiringRound ?? throw new InvalidOperationException($"Case {Case.Id} is about no round.");

    /// <summary>The appointment or exit it is about; null for a round and its applications.</summary>
    public PersonMatter? Matter { get; init; }

    /// <summary>The waiver that waits for leadership in an application's case, with its precedents; null where none does.</summary>
    public WaiverFile? Waiver { get; init; }

    /// <summary>The application it is about; null for the round's own case.</summary>
    public Application? Application { get; init; }

    /// <summary>All its work items with their parts, oldest first.</summary>
    public required IReadOnlyList<WorkItem> Items { get; init; }

    /// <summary>What happened, newest first.</summary>
    public required IReadOnlyList<StoryLine> Story { get; init; }

    /// <summary>The definition it follows, drawn with how far it has come; null where the definition is no longer loaded.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What the asking account declared about relatives, for the round or for the case about somebody on the roster.</summary>
    public Interest Interest { get; init; }

    /// <summary>Whether the case is about the asking account's own person.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The page on which the declaration is signed, and which leads back here.</summary>
    public string DeclarationPage => Matter is null ? $"/kinship/{Round.Id}?from=/cases/{Case.Id}" : $"/cases/{Case.Id}/declaration";

    /// <summary>What is free in quota and post structure (R25) on the day of joining; null for an application's case.</summary>
    public Vacancy? Vacancy { get; init; }

    /// <summary>The round's applications, for the decisions on the whole list; empty for an application's case.</summary>
    public IReadOnlyList<Application> Applications { get; init; } = [];

    /// <summary>The items that still wait, those of the asking account first.</summary>
    public IEnumerable<WorkItem> Open(Me me) => Items.Where(item => item.Stage is WorkItemStage.Open)
        .OrderByDescending(item => item.Parts.Exists(part => part.IsOpen && me.Wears(part.Role)));

    /// <summary>
    /// Why the account can't decide an item that is otherwise its own: declaration missing, or a relative concerned (Art. 27).
    /// </summary>
    public Recusal RecusalFrom(WorkItem item) => IsOwn ? Recusal.Oneself : !item.NeedsDeclaration ? Recusal.None : Interest switch
    {
        Interest.Undeclared => Recusal.DeclarationMissing,
        Interest.Concerned => Recusal.RelativeConcerned,
        _ => Recusal.None,
    };

    private Round? HiringRound { get; init; }

    /// <summary>Reads a case; null where there is none, or the account may not see it.</summary>
    public static async Task<CaseFile?> FindAsync(
        WorkflowsDb db, DefinitionCatalogue definitions, Me me, Guid caseId, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId, ct) is not { } @case)
            return null;
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts)
            .Where(item => item.CaseId == caseId).OrderBy(item => item.Id).ToListAsync(ct);
        if (!me.MayRead(items))
            return null;

        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(one => one.Id == @case.RoundId, ct);
        var isRound = round is not null && @case.ApplicationId is null;
        return new CaseFile
        {
            Case = @case,
            HiringRound = round,
            Items = items,
            Matter = await PersonMatter.FindAsync(db, @case, ct),
            Waiver = await WaiverFile.FindAsync(db, @case, ct),
            Application = await db.Applications.AsNoTracking().FirstOrDefaultAsync(one => one.Id == @case.ApplicationId, ct),
            Applications = isRound
                ? await db.Applications.AsNoTracking().Where(one => one.RoundId == @case.RoundId).OrderBy(one => one.Rank).ThenBy(one => one.Id)
                    .ToListAsync(ct)
                : [],
            Story = await Stories.OfAsync(db, me, @case, items, ct),
            Picture = Draw(definitions, @case),
            Interest = KinshipDeclaration.Of(
                await db.KinshipDeclarations.AsNoTracking().FirstOrDefaultAsync(d => d.RoundId == @case.RoundId && d.AccountId == me.Id, ct),
                await db.CaseDeclarations.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId && d.AccountId == me.Id, ct), @case),
            IsOwn = @case.PersonId is { } person && await db.Users.AnyAsync(account => account.Id == me.Id && account.PersonId == person, ct),
            Vacancy = isRound && @case.Stage is CaseStage.Running ? await CountAsync(db, round!, ct) : null,
        };
    }

    private static Picture? Draw(DefinitionCatalogue definitions, Case @case) =>
        @case.EngineState is { } state && definitions.Find(@case.DefinitionId, @case.DefinitionVersion) is { } definition
            ? Picture.Of(definition, CaseStateJson.Read(state))
            : null;

    private static async Task<Vacancy> CountAsync(WorkflowsDb db, Round round, CancellationToken ct) => Vacancy.Count(
        await db.Quotas.AsNoTracking().ToListAsync(ct),
        await db.People.AsNoTracking().Include(person => person.Tenures).ToListAsync(ct),
        round.Plan.Level,
        round.Plan.JoinsOn);
}

/// <summary>What stands between a reviewer and a decision (2005 provisions, Art. 27).</summary>
public enum Recusal
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The kinship declaration of the round, or of the case, isn't signed yet.</summary>
    DeclarationMissing,

    /// <summary>A relative is concerned: somebody else decides.</summary>
    RelativeConcerned,

    /// <summary>The case is about oneself: somebody else decides.</summary>
    Oneself,
}
