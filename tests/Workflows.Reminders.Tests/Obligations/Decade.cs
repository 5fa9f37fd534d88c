using CsCheck;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>
/// Ten years of a college's life, made up: teachers who go to schools in time, late or never, letters that are renewed or run out, terms that
/// follow each other or end; and the days on which the program runs.
/// </summary>
internal sealed class Decade
{
    public static readonly DateOnly First = new(2026, 9, 1);
    public static readonly DateOnly End = new(2036, 9, 1);

    private const int HorizonYear = 2042;
    private readonly List<Change> changes = [];
    private ILookup<DateOnly, Change>? byDay;

    private Decade(IReadOnlyList<bool> runs) => Runs = runs;

    public List<Person> Teachers { get; } = [];

    public List<PlacementLife> Placements { get; } = [];

    public List<LetterLife> Letters { get; } = [];

    public List<TermLife> Terms { get; } = [];

    /// <summary>For each day from the first on, whether some node was running.</summary>
    public IReadOnlyList<bool> Runs { get; }

    /// <summary>What changes in the records, by day.</summary>
    public ILookup<DateOnly, Change> Changes => byDay ??= changes.ToLookup(change => change.On);

    public static IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First; day < End; day = day.AddDays(1))
                yield return day;
        }
    }

    public bool IsRunning(DateOnly day) => Runs[day.DayNumber - First.DayNumber];

    public static Gen<Decade> Gen(Office office, int teachers, int others) =>
        from seed in CsCheck.Gen.ULong
        select Of(office, teachers, others, (int)(seed ^ (seed >> 32)));

    public static Decade Of(Office office, int teachers, int others, int seed)
    {
        var random = new Random(seed);
        var decade = new Decade(Standstills(random));
        var semesters = Semesters(office);
        for (var n = 0; n < teachers; n++)
            decade.AddTeacher(random, n, semesters);
        for (var n = 0; n < others; n++)
        {
            decade.AddLetters(random, n);
            decade.AddTerms(random, decade.Teachers[random.Next(decade.Teachers.Count)]);
        }

        return decade;
    }

    /// <summary>The semesters of primary schools, in order, to well after the decade.</summary>
    public static IReadOnlyList<Semester> Semesters(Office office) =>
    [
        .. Enumerable.Range(0, (HorizonYear - 2018) * 2).Select(n => office.Semesters.Find(SchoolStage.Primary, new SemesterName(2018, 1).After(n))!),
    ];

    // Runs of one to eleven days, then standstills of one to ninety: a weekend, a holiday, a lost machine.
    private static List<bool> Standstills(Random random)
    {
        var days = new List<bool>();
        while (days.Count < End.DayNumber - First.DayNumber)
        {
            days.AddRange(Enumerable.Repeat(true, random.Next(1, 12)));
            days.AddRange(Enumerable.Repeat(false, random.Next(4) == 0 ? random.Next(8, 90) : random.Next(1, 7)));
        }

        return days;
    }

    private void AddTeacher(Random random, int number, IReadOnlyList<Semester> semesters)
    {
        var teacher = new Person
        {
            Id = Guid.CreateVersion7(), Name = $"教师{number:00}", SchoolStage = "小学", Email = $"t{number}@example.org", Subject = "语文",
            SecondmentAnchor = First.AddDays(-random.Next(0, 1000)),
        };
        Teachers.Add(teacher);
        for (var at = semesters.Count(one => one.First < First) + random.Next(0, 6); at < semesters.Count; at += random.Next(2, 9))
        {
            var semester = semesters[at];
            if (semester.First >= End)
                break;
            Placements.Add(PlacementLife.Of(teacher, semester, random, changes));
        }
    }

    private void AddLetters(Random random, int number)
    {
        var (from, known) = (First.AddDays(random.Next(0, 900)), First);
        for (var n = 0; from < End && n < 8; n++)
        {
            var until = from.AddDays(random.Next(60, 700));
            var row = new PartTimeLetter { Id = Guid.CreateVersion7(), Name = $"兼职{number:00}", From = from, Until = until };
            var recordedOn = Max(known, from.AddDays(-random.Next(0, 20)));
            Letters.Add(new LetterLife(row, recordedOn));
            changes.Add(new Change(recordedOn, row, IsNew: true, () => { }));
            if (random.Next(5) == 0)
                return;
            // The next one is recorded some time before or after this one ends; it follows at once.
            known = until.AddDays(random.Next(-120, 30));
            from = until;
        }
    }

    private void AddTerms(Random random, Person person)
    {
        if (Terms.Exists(term => term.Row.PersonId == person.Id))
            return;
        var from = First.AddDays(-random.Next(0, 500));
        for (var n = 0; from < End && n < 4; n++)
        {
            var row = new LeadershipTerm { Id = Guid.CreateVersion7(), PersonId = person.Id, From = from, Until = from.AddDays(random.Next(700, 1500)) };
            var recordedOn = n == 0 ? First : Max(First, from.AddDays(random.Next(-200, 40)));
            Terms.Add(new TermLife(row, recordedOn));
            changes.Add(new Change(recordedOn, row, IsNew: true, () => { }));
            from = row.Until;
        }
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}

/// <summary>A row that is recorded, or becomes another, on a day.</summary>
internal sealed record Change(DateOnly On, object Row, bool IsNew, Action Apply);

/// <summary>A placement: decided on a day, then served to its end or broken off.</summary>
internal sealed record PlacementLife(Guid PersonId, Semester Semester, DateOnly DecidedOn, DateOnly EndsOn, bool IsServed)
{
    public static PlacementLife Of(Person teacher, Semester semester, Random random, List<Change> changes)
    {
        var decidedOn = semester.First.AddDays(-random.Next(0, 260));
        decidedOn = decidedOn < Decade.First ? Decade.First : decidedOn;
        var isServed = random.Next(6) > 0;
        var endsOn = isServed ? semester.Last.AddDays(1) : semester.First.AddDays(random.Next(1, 60));
        var row = new Placement
        {
            Id = Guid.CreateVersion7(), PersonId = teacher.Id, School = "实验小学", Stage = SchoolStage.Primary, Kind = PlacementKind.Secondment,
            From = semester.First, Until = semester.Last.AddDays(1), State = PlacementState.Planned,
        };
        changes.Add(new Change(decidedOn, row, IsNew: true, () => { }));
        changes.Add(new Change(endsOn, row, IsNew: false, () => row.State = isServed ? PlacementState.Completed : PlacementState.Interrupted));
        return new PlacementLife(teacher.Id, semester, decidedOn, endsOn, isServed);
    }
}

/// <summary>A letter of appointment and the day on which it is recorded.</summary>
internal sealed record LetterLife(PartTimeLetter Row, DateOnly RecordedOn);

/// <summary>A term and the day on which it is recorded.</summary>
internal sealed record TermLife(LeadershipTerm Row, DateOnly RecordedOn);
