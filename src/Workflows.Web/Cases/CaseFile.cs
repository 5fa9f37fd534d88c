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
    public required Round Round { get; init; }

    /// <summary>The application it is about; null for the round's own case.</summary>
    public Application? Application { get; init; }

    /// <summary>All its work items with their parts, oldest first.</summary>
    public required IReadOnlyList<WorkItem> Items { get; init; }

    /// <summary>What happened, newest first.</summary>
    public required IReadOnlyList<StoryLine> Story { get; init; }

    /// <summary>The files that the asking account may see, oldest first, those taken back included.</summary>
    public required IReadOnlyList<AttachmentLine> Attachments { get; init; }

    /// <summary>The definition it follows, drawn with how far it has come; null where the definition is no longer loaded.</summary>
    public Picture? Picture { get; init; }

    /// <summary>The asking account's kinship declaration for the round; null while it isn't signed.</summary>
    public KinshipDeclaration? Declaration { get; init; }

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
    public Recusal RecusalFrom(WorkItem item) => !item.NeedsDeclaration ? Recusal.None
        : Declaration is null ? Recusal.DeclarationMissing
        : Declaration.Concerns(Case) ? Recusal.RelativeConcerned : Recusal.None;

    /// <summary>Reads a case; null where there is none, or the account may not see it.</summary>
    public static async Task<CaseFile?> FindAsync(
        WorkflowsDb db, DefinitionCatalogue definitions, Me me, Guid caseId, CancellationToken ct)
    {
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId, ct) is not { RoundId: { } roundId } @case)
            return null;
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts)
            .Where(item => item.CaseId == caseId).OrderBy(item => item.Id).ToListAsync(ct);
        if (!me.MayRead(items))
            return null;

        var round = await db.Rounds.AsNoTracking().FirstAsync(one => one.Id == roundId, ct);
        var isRound = @case.ApplicationId is null;
        return new CaseFile
        {
            Case = @case,
            Round = round,
            Items = items,
            Application = isRound ? null : await db.Applications.AsNoTracking().FirstAsync(one => one.Id == @case.ApplicationId, ct),
            Applications = isRound
                ? await db.Applications.AsNoTracking().Where(one => one.RoundId == roundId).OrderBy(one => one.Rank ?? int.MaxValue)
                    .ThenBy(one => one.FileRow).ThenBy(one => one.Id)
                    .ToListAsync(ct)
                : [],
            Attachments = await AttachmentLines.OfAsync(db, me, caseId, items, ct),
            Story = await Stories.OfAsync(db, me, @case, items, ct),
            Picture = Draw(definitions, @case),
            Declaration = await db.KinshipDeclarations.AsNoTracking().FirstOrDefaultAsync(d => d.RoundId == roundId
                && d.AccountId == me.Id, ct),
            Vacancy = isRound && @case.Stage is CaseStage.Running ? await CountAsync(db, round, ct) : null,
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

    /// <summary>The round's kinship declaration isn't signed yet.</summary>
    DeclarationMissing,

    /// <summary>A relative is concerned: somebody else decides.</summary>
    RelativeConcerned,
}
