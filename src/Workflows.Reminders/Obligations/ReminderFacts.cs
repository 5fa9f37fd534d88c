using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Days;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;
using Workflows.Processes;
using Workflows.Processes.Standards;
using Workflows.Storage;

namespace Workflows.Reminders.Obligations;

/// <summary>What the rules need to know, read once for all of them.</summary>
public sealed record ReminderFacts
{
    /// <summary>The policy, the calendars and the zone.</summary>
    public required Office Office { get; init; }

    /// <summary>Everybody on the roster, past and present, by name.</summary>
    public required IReadOnlyList<Person> Roster { get; init; }

    /// <summary>The placements that stand, by person.</summary>
    public required ILookup<Guid, Placement> Placements { get; init; }

    /// <summary>Wishes and exemptions, by person.</summary>
    public required ILookup<Guid, SecondmentWish> Wishes { get; init; }

    /// <summary>The day ledger of this calendar year and the school year, by person.</summary>
    public required ILookup<Guid, DayEntry> Days { get; init; }

    /// <summary>The letters of appointment that haven't ended, of part-time teachers.</summary>
    public required IReadOnlyList<PartTimeLetter> AppointmentLetters { get; init; }

    /// <summary>Money and budget papers, by year.</summary>
    public required IReadOnlyDictionary<int, YearlyFunds> Funds { get; init; }

    /// <summary>That the full-time teachers' subjects were gone through, by year (R01).</summary>
    public required IReadOnlySet<int> SubjectChecks { get; init; }

    /// <summary>The items that stand: of the standing register, and of inspections that take place (R26).</summary>
    public required IReadOnlyList<OpenItem> Items { get; init; }

    /// <summary>Who is there and hasn't left: R12 and R14 ask each of the full-time teachers.</summary>
    public IEnumerable<Person> FullTimeTeachers =>
        Roster.Where(person => person.Category is StaffCategory.FullTimeTeacher && !person.Status.HasLeft());

    /// <summary>The members of the leadership team (R22, R23).</summary>
    public IEnumerable<Person> Leaders => Roster.Where(person => person.IsLeader == true && !person.Status.HasLeft());

    /// <summary>在职教职工: the staff that the shares count (R04).</summary>
    public IEnumerable<Person> ActiveStaff => Roster.Where(person => person.IsActiveStaff(person.Status));

    /// <summary>The full-time teachers among the active staff, whom the shares count (R01, R02, R03, R15).</summary>
    public IEnumerable<Person> ActiveTeachers => ActiveStaff.Where(person => person.Category is StaffCategory.FullTimeTeacher);

    /// <summary>What the ledger says of a person; what was refused or taken back is no fact.</summary>
    public IEnumerable<DayFact> DaysOf(Person person) => Days[person.Id].Select(entry => entry.Fact).OfType<DayFact>();

    /// <summary>A person's placements that run or were served to their end.</summary>
    public IEnumerable<DayStay> StaysOf(Person person) => Placements[person.Id].Select(one => one.Stay).OfType<DayStay>();

    /// <summary>The level of a person's title (评); null where the words don't tell.</summary>
    public TitleLevel? TitleOf(Person person) => Office.Policy.Titles.Read(person.Title, person.SchoolStage).Level;

    /// <summary>The level of a person's education; null where the words don't tell.</summary>
    public EducationLevel? EducationOf(Person person) => Office.Policy.Education.Read(person.Education).Level;

    /// <summary>Reads the facts as they are recorded now, for judging a day.</summary>
    /// <param name="db">The database.</param>
    /// <param name="office">The office.</param>
    /// <param name="on">The day to be judged.</param>
    /// <param name="only">Only these people's records; null for everybody's.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<ReminderFacts> ReadAsync(
        WorkflowsDb db, Office office, DateOnly on, IReadOnlyCollection<Guid>? only, CancellationToken ct)
    {
        var everybody = only is null;
        var people = only ?? [];
        // A first semester begins in the calendar year before its last day.
        var since = new DateOnly(on.Year - 1, 8, 1);
        return new ReminderFacts
        {
            Office = office,
            Roster = await db.People.AsNoTracking().Include(person => person.Tenures).Include(person => person.Terms).AsSplitQuery()
                .Where(person => everybody || people.Contains(person.Id)).OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct),
            Placements = (await db.Placements.AsNoTracking()
                .Where(one => one.RetractedAt == null && (everybody || people.Contains(one.PersonId))).ToListAsync(ct)).ToLookup(one => one.PersonId),
            Wishes = (await db.SecondmentWishes.AsNoTracking()
                .Where(one => everybody || people.Contains(one.PersonId)).ToListAsync(ct)).ToLookup(one => one.PersonId),
            Days = (await db.Days.AsNoTracking()
                .Where(one => one.On >= since && (everybody || people.Contains(one.PersonId))).ToListAsync(ct)).ToLookup(one => one.PersonId),
            AppointmentLetters = await db.PartTimeLetters.AsNoTracking().Where(one => one.Until == null || one.Until > on)
                .OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(ct),
            Funds = await db.Funds.AsNoTracking().Where(one => one.Year >= on.Year - 1).ToDictionaryAsync(one => one.Year, ct),
            SubjectChecks = (await db.SubjectChecks.AsNoTracking().Where(one => one.Year >= on.Year - 1).Select(one => one.Year).ToListAsync(ct)).ToHashSet(),
            Items = await ItemsAsync(db, on, ct),
        };
    }

    private static async Task<List<OpenItem>> ItemsAsync(WorkflowsDb db, DateOnly on, CancellationToken ct)
    {
        var inspections = await db.Inspections.AsNoTracking().Where(one => one.CalledOffReason == "").ToDictionaryAsync(one => one.Id, ct);
        var items = (await db.StandardItems.AsNoTracking().Where(item => item.RemovedOn == null).WithTasks().ToListAsync(ct))
            .FindAll(item => item.InspectionId is not { } id || inspections.ContainsKey(id));
        var owners = items.Select(item => item.TaskOn(on)?.OwnerId).OfType<Guid>().ToHashSet();
        var names = (await db.People.AsNoTracking().Where(person => owners.Contains(person.Id)).ToListAsync(ct))
            .Where(person => !person.Status.HasLeft()).ToDictionary(person => person.Id, person => person.Name);
        return items.InOrder().ConvertAll(item => new OpenItem(
            item, item.InspectionId is { } id ? new(inspections[id].Name, inspections[id].Name) : new("标准", "the standard"),
            item.TaskOn(on) is { } task ? names.GetValueOrDefault(task.OwnerId) : null));
    }
}
