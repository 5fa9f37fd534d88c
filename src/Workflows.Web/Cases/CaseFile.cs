using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>Everything the case page shows of one case, read in a few queries for the account that asks.</summary>
public sealed record CaseFile
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>The round it is about.</summary>
    /// <exception cref="InvalidOperationException">It is about people on the roster: see <see cref="Matter"/>, <see cref="Plan"/>, <see cref="Rotation"/> and <see cref="Cycle"/>.</exception>
    public Round Round => HiringRound ?? throw new InvalidOperationException($"Case {Case.Id} is about no round.");

    /// <summary>The appointment or exit it is about; null for a round and its applications.</summary>
    public PersonMatter? Matter { get; init; }

    /// <summary>The semester's list it is about; null for any other case.</summary>
    public PlanMatter? Plan { get; init; }

    /// <summary>The year's rotation it is about; null for any other case.</summary>
    public RotationMatter? Rotation { get; init; }

    /// <summary>The teacher's cycle it is about; null for any other case.</summary>
    public CycleMatter? Cycle { get; init; }

    /// <summary>The waiver that waits for leadership in an application's case, with its precedents; null where none does.</summary>
    public WaiverFile? Waiver { get; init; }

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

    /// <summary>What the asking account can do about each item now, by the item's id.</summary>
    public required IReadOnlyDictionary<Guid, ItemChoices> Choices { get; init; }

    /// <summary>Who stands at the case: the asking account and its colleagues.</summary>
    public required CaseDesk Standing { get; init; }

    /// <summary>The names of everybody who has to do with the items, whether or not they are still in office.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    /// <summary>The questions to colleagues (征询), oldest first.</summary>
    public required IReadOnlyList<Consultation> Questions { get; init; }

    /// <summary>The page on which the declaration is signed, and which leads back here.</summary>
    public string DeclarationPage => HiringRound is { } round ? $"/kinship/{round.Id}?from=/cases/{Case.Id}" : $"/cases/{Case.Id}/declaration";

    /// <summary>What is free in quota and post structure (R25) on the day of joining; null for an application's case.</summary>
    public Vacancy? Vacancy { get; init; }

    /// <summary>The round's applications, for the decisions on the whole list; empty for an application's case.</summary>
    public IReadOnlyList<Application> Applications { get; init; } = [];

    /// <summary>The items that still wait, those of the asking account first.</summary>
    public IEnumerable<WorkItem> Open(Me me) => Items.Where(item => item.Stage is WorkItemStage.Open)
        .OrderByDescending(item => Choices[item.Id].Mandate is not null)
        .ThenByDescending(item => item.Parts.Exists(part => part.IsOpen && me.Wears(part.Role)));

    /// <summary>The decided items whose decision the asking account can still take back (拿回).</summary>
    public IEnumerable<WorkItem> Retractable => Items.Where(item => item.Stage is WorkItemStage.Decided && Choices[item.Id].Retractable is not null);

    /// <summary>How many lines of the story are new to the asking account.</summary>
    public int NewLines => Story.Count(line => line.IsNew);

    /// <summary>Whether the asking account works on the case: it may comment and attach files.</summary>
    public bool WorksOnIt { get; init; }

    /// <summary>Whether the asking account may terminate the case.</summary>
    public bool MayTerminate => Case.Stage is CaseStage.Running && Standing.Actor.Roles.Contains(OfficeRole.Leadership)
        && !Standing.Actor.IsConcernedBy(Case);

    /// <summary>An account's name.</summary>
    public string NameOf(Guid? account) => account is { } id ? Names.GetValueOrDefault(id, "—") : "";

    private Round? HiringRound { get; init; }

    /// <summary>Reads a case; null where there is none, or the account may not see it.</summary>
    public static async Task<CaseFile?> FindAsync(
        Desk desk, DefinitionCatalogue definitions, Me me, Guid caseId, CancellationToken ct)
    {
        var db = desk.Db;
        // The office's own record of accounts and deputies is read on the audit page.
        if (OfficeRecord.Holds(caseId) || await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId, ct) is not { } @case)
            return null;
        if (!await desk.MayReadAsync(me.Id, @case, ct) || await desk.DeskOfAsync(@case, me.Id, ct) is not { } standing)
            return null;
        var items = await db.WorkItems.AsNoTrackingWithIdentityResolution().Include(item => item.Case).Include(item => item.Parts)
            .Where(item => item.CaseId == caseId).OrderBy(item => item.Id).ToListAsync(ct);
        var questions = await db.Consultations.AsNoTracking().Where(one => one.Part.WorkItem.CaseId == caseId).OrderBy(one => one.Id).ToListAsync(ct);

        var round = await db.Rounds.AsNoTracking().FirstOrDefaultAsync(one => one.Id == @case.RoundId, ct);
        var isRound = round is not null && @case.ApplicationId is null;
        var worksOnIt = await desk.WorksOnAsync(me.Id, @case, ct);
        return new CaseFile
        {
            Case = @case,
            HiringRound = round,
            Items = items,
            Matter = @case.DefinitionId == Cycles.Definition ? null : await PersonMatter.FindAsync(db, @case, ct),
            Plan = round is null && @case.PersonId is null ? await PlanMatter.FindAsync(desk, @case.Id, ct) : null,
            Rotation = @case.DefinitionId == Rotations.Definition ? await RotationMatter.FindAsync(desk, @case.Id, ct) : null,
            Cycle = @case.DefinitionId == Cycles.Definition ? await CycleMatter.FindAsync(desk, @case, ct) : null,
            Waiver = await WaiverFile.FindAsync(db, @case, ct),
            Application = await db.Applications.AsNoTracking().FirstOrDefaultAsync(one => one.Id == @case.ApplicationId, ct),
            Applications = isRound
                ? await db.Applications.AsNoTracking().Where(one => one.RoundId == @case.RoundId).OrderBy(one => one.Rank ?? int.MaxValue)
                    .ThenBy(one => one.FileRow).ThenBy(one => one.Id)
                    .ToListAsync(ct)
                : [],
            Attachments = await AttachmentLines.OfAsync(db, me, worksOnIt, caseId, items, ct),
            WorksOnIt = worksOnIt,
            Story = await Stories.OfAsync(db, me, @case, items, ct),
            Picture = Draw(definitions, @case),
            Standing = standing,
            Choices = items.ToDictionary(item => item.Id, item => ItemChoices.Of(item, items, standing,
                urgedToday: item.UrgedAt is { } urged && desk.Office.DayOf(urged) == desk.Today)),
            Questions = questions,
            Names = await db.NamesAsync([.. Concerned(items, questions)], ct),
            Vacancy = isRound && @case.Stage is CaseStage.Running ? await CountAsync(db, round!, ct) : null,
        };
    }

    private static IEnumerable<Guid> Concerned(IEnumerable<WorkItem> items, IEnumerable<Consultation> questions) =>
        items.SelectMany(item => item.Parts).SelectMany(part => new[] { part.AssigneeId, part.DecidedBy, part.OnBehalfOf, part.AddedBy }).OfType<Guid>()
            .Concat(questions.SelectMany(one => new[] { one.AskedBy, one.AskedOf }));

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
