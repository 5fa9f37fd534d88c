using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Days;

/// <summary>What the clauses on days say of people, computed from the ledger each time it is asked.</summary>
public static class DayLedger
{
    /// <summary>R14 of every full-time teacher who is at the college in a semester, by name.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="name">The semester; null for the one that today lies in, else the next, by each teacher's own stage.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<TeacherDuty>> TeacherDaysAsync(this Desk desk, SemesterName? name, CancellationToken ct)
    {
        var people = await desk.Db.People.AsNoTracking().Include(person => person.Tenures)
            .Where(person => person.Category == StaffCategory.FullTimeTeacher).OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct);
        var present = people.Select(person => (Person: person, Semester: desk.SemesterOf(person, name)))
            .Where(one => IsAtCollege(one.Person, one.Semester, desk.Today)).ToList();
        var facts = await desk.FactsAsync(present.ConvertAll(one => one.Person.Id), Cover(Spans(present.Select(one => one.Semester)), desk.Today), ct);
        return present.ConvertAll(one => new TeacherDuty(one.Person, one.Semester, desk.Judge(one.Person.Id, one.Semester, facts)));
    }

    /// <summary>R22 and R23 of every member of the leadership team in a calendar year, by name.</summary>
    public static async Task<IReadOnlyList<LeaderDuty>> LeaderDaysAsync(this Desk desk, int year, CancellationToken ct)
    {
        var people = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).Include(person => person.Terms).AsSplitQuery()
            .OrderBy(person => person.Name).ThenBy(person => person.Id).ToListAsync(ct);
        var day = LastDay(DaySpan.Year(year).Last, desk.Today);
        var leaders = people.FindAll(person => IsLeader(person, day) && person.TenureOn(day) is not null);
        var facts = await desk.FactsAsync(leaders.ConvertAll(person => person.Id), DaySpan.Year(year), ct);
        return leaders.ConvertAll(person => desk.JudgeLeader(person, year, facts));
    }

    /// <summary>Everything on days that one person owes today.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="person">The person, with tenures and terms.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<PersonDuties> DutiesOfAsync(this Desk desk, Person person, CancellationToken ct)
    {
        var semester = desk.SemesterOf(person, null);
        var facts = await desk.FactsAsync([person.Id], Cover([.. Spans(semester), DaySpan.Year(desk.Today.Year)], desk.Today), ct);
        return new PersonDuties(
            person.Category is StaffCategory.FullTimeTeacher ? new TeacherDuty(person, semester, desk.Judge(person.Id, semester, facts)) : null,
            IsLeader(person, desk.Today) ? desk.JudgeLeader(person, desk.Today.Year, facts) : null);
    }

    /// <summary>The semester of a person's own stage; null where the roster or the calendar doesn't say.</summary>
    public static Semester? SemesterOf(this Desk desk, Person person, SemesterName? name)
    {
        if (SchoolStages.Parse(person.SchoolStage) is not { } stage)
            return null;
        return name is { } stated ? desk.Office.Semesters.Find(stage, stated) : desk.Office.Semesters.OnOrAfter(stage, desk.Today);
    }

    /// <summary>Whether the person belongs to the leadership team on a day: by the roster's mark, or by a term.</summary>
    public static bool IsLeader(Person person, DateOnly day) => person.IsLeader == true || person.Terms.Exists(term => term.From <= day && day < term.Until);

    private static DayFinding Judge(this Desk desk, Guid person, Semester? semester, Facts facts) => TeacherDays.Evaluate(
        semester, facts.Entries[person], facts.Stays[person], desk.Office.Calendar, desk.Office.Staff.Days, desk.Today);

    private static LeaderDuty JudgeLeader(this Desk desk, Person person, int year, Facts facts)
    {
        var (entries, calendar, policy) = (facts.Entries[person.Id], desk.Office.Calendar, desk.Office.Staff.Days);
        return new LeaderDuty(person, LeaderDays.AtSchools(year, entries, calendar, policy, desk.Today), LeaderDays.Sessions(year, entries, calendar, policy, desk.Today));
    }

    private static async Task<Facts> FactsAsync(this Desk desk, List<Guid> people, DaySpan span, CancellationToken ct)
    {
        var entries = await desk.Db.Days.AsNoTracking()
            .Where(entry => people.Contains(entry.PersonId) && entry.On >= span.First && entry.On <= span.Last
                && (entry.State == DayState.Logged || entry.State == DayState.Verified)).ToListAsync(ct);
        var stays = await desk.Db.Placements.AsNoTracking()
            .Where(one => people.Contains(one.PersonId) && one.RetractedAt == null && one.From <= span.Last
                && (one.State == PlacementState.Running || one.State == PlacementState.Completed)).ToListAsync(ct);
        return new Facts(
            entries.ToLookup(entry => entry.PersonId, entry => entry.Fact!), stays.ToLookup(one => one.PersonId, one => one.Stay!));
    }

    private static bool IsAtCollege(Person person, Semester? semester, DateOnly today) =>
        person.TenureOn(semester is null ? today : LastDay(semester.Last, today)) is not null;

    private static DateOnly LastDay(DateOnly last, DateOnly today) => last < today ? last : today;

    private static IEnumerable<DaySpan> Spans(params IEnumerable<Semester?> semesters) => semesters.OfType<Semester>().Select(DaySpan.Of);

    private static DaySpan Cover(IEnumerable<DaySpan> spans, DateOnly today)
    {
        var known = spans.ToList();
        return known.Count == 0 ? new DaySpan(today, today, IsProvisional: false) : new DaySpan(known.Min(one => one.First), known.Max(one => one.Last), IsProvisional: false);
    }

    private sealed record Facts(ILookup<Guid, DayFact> Entries, ILookup<Guid, DayStay> Stays);
}

/// <summary>R14 of one teacher.</summary>
/// <param name="Person">The teacher, with tenures.</param>
/// <param name="Semester">The semester of the teacher's stage; null where it isn't known.</param>
/// <param name="Finding">What the clause says.</param>
public sealed record TeacherDuty(Person Person, Semester? Semester, DayFinding Finding);

/// <summary>R22 and R23 of one member of the leadership team.</summary>
/// <param name="Person">The leader.</param>
/// <param name="Days">R22.</param>
/// <param name="Sessions">R23.</param>
public sealed record LeaderDuty(Person Person, DayFinding Days, DayFinding Sessions);

/// <summary>What one person owes in days.</summary>
/// <param name="Teacher">R14; null for who is no full-time teacher.</param>
/// <param name="Leader">R22 and R23; null for who isn't in the leadership team.</param>
public sealed record PersonDuties(TeacherDuty? Teacher, LeaderDuty? Leader);
