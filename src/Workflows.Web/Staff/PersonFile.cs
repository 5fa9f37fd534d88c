using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Cases;
using Workflows.Web.Text;

namespace Workflows.Web.Staff;

/// <summary>Everything that the person's page shows: the history by valid-time intervals, what R12 says of it, and the record of its changes.</summary>
public sealed class PersonFile
{
    private const int LinesShown = 100;

    private PersonFile(Person person) => Person = person;

    /// <summary>The person with times at the college, posts and terms.</summary>
    public Person Person { get; }

    /// <summary>The titles held, newest first.</summary>
    public IReadOnlyList<TitleChange> Titles { get; private init; } = [];

    /// <summary>The statuses held, newest first.</summary>
    public IReadOnlyList<StatusChange> Statuses { get; private init; } = [];

    /// <summary>The stays at schools, newest first.</summary>
    public IReadOnlyList<Placement> Placements { get; private init; } = [];

    /// <summary>Wishes, exemptions and pinned schools.</summary>
    public IReadOnlyList<SecondmentWish> Wishes { get; private init; } = [];

    /// <summary>The days at schools, semester by semester, newest first.</summary>
    public IReadOnlyList<SemesterDays> Days { get; private init; } = [];

    /// <summary>What R12 says today; null for somebody of whom it asks nothing.</summary>
    public SecondmentFinding? Finding { get; private init; }

    /// <summary>What was changed, by whom and why, newest first.</summary>
    public IReadOnlyList<StoryLine> Record { get; private init; } = [];

    /// <summary>The line of the record that says why an entry was retracted; null where an import replaced it.</summary>
    public StoryLine? RetractionOf(Guid entryId) => Record.FirstOrDefault(line => line.Subject == $"{Person.Id} {entryId}");

    /// <summary>The semesters that a stay completes; none for one that was retracted.</summary>
    public static IReadOnlyList<Semester> Counted(Placement placement, Office office) => placement.RetractedAt is null
        ? [.. SecondmentRule.Completed([placement.Fact], office.Semesters, office.Staff.Secondment)]
        : [];

    /// <summary>Reads it; null where there is no such person.</summary>
    public static async Task<PersonFile?> FindAsync(Desk desk, Guid personId, CancellationToken ct)
    {
        var db = desk.Db;
        var person = await db.People.AsNoTracking().Include(one => one.Tenures).Include(one => one.Posts).Include(one => one.Terms).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == personId, ct);
        if (person is null)
            return null;
        var placements = await db.Placements.AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.From).ToListAsync(ct);
        var wishes = await db.SecondmentWishes.AsNoTracking().Where(one => one.PersonId == personId).OrderBy(one => one.Semester).ToListAsync(ct);
        var days = await db.Days.AsNoTracking().Where(one => one.PersonId == personId && (one.State == DayState.Verified || one.State == DayState.Logged)).ToListAsync(ct);
        var record = await RecordAsync(db, personId, ct);
        return new PersonFile(person)
        {
            Titles = await db.TitleChanges.AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.From).ThenBy(one => one.RecordedAt).ToListAsync(ct),
            Statuses = await db.StatusChanges.AsNoTracking().Where(one => one.PersonId == personId).OrderByDescending(one => one.From).ThenBy(one => one.RecordedAt).ToListAsync(ct),
            Placements = placements,
            Wishes = wishes,
            Days = SemesterDays.Of(days, SchoolStages.Parse(person.SchoolStage), desk.Office.Semesters),
            Finding = person is { Category: StaffCategory.FullTimeTeacher } && !person.Status.HasLeft() ? Evaluate(desk, person, placements, wishes) : null,
            Record = record,
        };
    }

    /// <summary>The last day of what held from one day until the next entry that stands; null while it holds.</summary>
    public static DateOnly? LastDay<T>(IEnumerable<T> standing, Func<T, DateOnly> from, DateOnly since) =>
        standing.Select(from).Where(day => day > since).Order().Select(day => (DateOnly?)day.AddDays(-1)).FirstOrDefault();

    private static SecondmentFinding Evaluate(Desk desk, Person person, List<Placement> placements, List<SecondmentWish> wishes) => SecondmentRule.Evaluate(
        person.SecondmentAnchor, SchoolStages.Parse(person.SchoolStage),
        placements.Where(one => one.RetractedAt is null).Select(one => one.Fact), [.. wishes.Select(one => one.Exemption).OfType<ExemptionFact>()],
        desk.Office.Semesters, desk.Office.Staff.Secondment, desk.Today);

    private static async Task<IReadOnlyList<StoryLine>> RecordAsync(WorkflowsDb db, Guid personId, CancellationToken ct)
    {
        var subject = $"{personId}";
        var entries = await db.Audit.AsNoTracking().Include(entry => entry.Personal)
            .Where(entry => entry.CaseId == OfficeRecord.RosterCaseId && entry.Subject.StartsWith(subject))
            .OrderByDescending(entry => entry.Number).Take(LinesShown).ToListAsync(ct);
        var names = await db.NamesAsync(entries.Select(entry => entry.ActorId).OfType<Guid>(), ct);
        return [.. entries.Select(entry => new StoryLine(entry.At, Who(entry), AuditNames.Of(entry, names)) { Words = Words(entry), Subject = entry.Subject })];

        string Who(AuditEntry entry) => entry.ActorId is { } actor ? names.GetValueOrDefault(actor, "—") : Language.T("命令行", "Command line");
    }

    private static string Words(AuditEntry entry)
    {
        if (entry.Personal is not { Values: var values })
            return entry.Reason;
        var differences = JsonSerializer.Deserialize<List<Difference>>(values, PolicyJson.Options) ?? [];
        return string.Join("\n", differences.Select(one => $"{one.Column}：{Shown(one.Column, one.Old)} → {Shown(one.Column, one.New)}"));

        static string Shown(string column, string cell) => cell.Length > 0 ? MaskedCell.Of(column, cell) : "—";
    }
}

/// <summary>The days of one semester at schools, as numbers.</summary>
/// <param name="Semester">The semester; null for days in the holidays, or where the stage isn't known.</param>
/// <param name="Verified">Days that the schools verified: a day counts once, half a day 0.5.</param>
/// <param name="Waiting">Entries that wait for a school.</param>
public sealed record SemesterDays(Semester? Semester, decimal Verified, int Waiting)
{
    private const decimal Half = 0.5m;

    /// <summary>Counts the days, newest semester first.</summary>
    public static IReadOnlyList<SemesterDays> Of(IReadOnlyList<DayEntry> days, SchoolStage? stage, SemesterCalendar calendar) =>
    [
        .. days.GroupBy(day => stage is { } known ? calendar.On(known, day.On) : null)
            .OrderByDescending(group => group.Key?.First ?? DateOnly.MinValue)
            .Select(group => new SemesterDays(
                group.Key,
                group.Where(day => day.State is DayState.Verified).GroupBy(day => day.On).Sum(one => Math.Min(1, one.Sum(day => day.IsHalf ? Half : 1))),
                group.Count(day => day.State is DayState.Logged))),
    ];
}
