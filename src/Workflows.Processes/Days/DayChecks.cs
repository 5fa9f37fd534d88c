using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Processes.Days;

/// <summary>Checks days that are to be logged against the roster, the list of schools and what is logged already; each day once, whoever logs it.</summary>
internal sealed class DayChecks
{
    /// <summary>The most characters of a note.</summary>
    public const int LongestNote = 500;

    private const int LongestSchool = 60;

    private readonly DateOnly today;
    private readonly Dictionary<Guid, Person> people;
    private readonly HashSet<string> schools;
    private readonly Dictionary<(Guid, DateOnly, string, DayKind), DayEntry> standing;
    private readonly HashSet<(Guid, DateOnly, string, DayKind)> taken = [];

    private DayChecks(DateOnly today, Dictionary<Guid, Person> people, HashSet<string> schools, IEnumerable<DayEntry> standing)
    {
        (this.today, this.people, this.schools) = (today, people, schools);
        this.standing = standing.ToDictionary(entry => (entry.PersonId, entry.On, entry.School, entry.Kind));
    }

    /// <summary>Reads what the lines are checked against.</summary>
    public static async Task<DayChecks> ReadAsync(Desk desk, IReadOnlyCollection<DayLine> lines, CancellationToken ct)
    {
        var ids = lines.Select(line => line.PersonId).Distinct().ToList();
        var people = await desk.Db.People.AsNoTracking().Include(person => person.Tenures).Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, ct);
        var schools = await desk.Db.Schools.AsNoTracking().Select(school => school.Name).Distinct().ToListAsync(ct);
        var (first, last) = lines.Count == 0 ? (desk.Today, desk.Today) : (lines.Min(line => line.On), lines.Max(line => line.On));
        var standing = await desk.Db.Days
            .Where(entry => ids.Contains(entry.PersonId) && entry.On >= first && entry.On <= last && (entry.State == DayState.Logged || entry.State == DayState.Verified))
            .ToListAsync(ct);
        return new DayChecks(desk.Today, people, [.. schools], standing);
    }

    /// <summary>The entry that stands for the same day, school and kind; null for none.</summary>
    public DayEntry? Standing(DayLine line) => standing.GetValueOrDefault(line.Key);

    /// <summary>The person of a line, by name.</summary>
    public string NameOf(DayLine line) => people.GetValueOrDefault(line.PersonId)?.Name ?? "—";

    /// <summary>What is wrong with a line, whatever is logged already; null for nothing. A line that was asked about before is a double one.</summary>
    public DayFault? Fault(DayLine line) => FaultOfFacts(line) ?? (taken.Add(line.Key) ? null : new DayFault(
        DaySheet.On, new("与前面一行是同一天、同一学校、同一类型", "is the same day, school and kind as a line before"), new("请只留一行", "keep one of them")));

    /// <summary>The same, and that it isn't logged yet.</summary>
    public DayFault? FaultOfNew(DayLine line) => Fault(line) ?? (Standing(line) is not { } entry ? null : new DayFault(
        DaySheet.On,
        new($"{NameOf(line)} {line.On:yyyy-MM-dd} 在{line.School}的{DayWords.Name(line.Kind).Zh}已经登记过（{DayWords.Name(entry.State).Zh}）",
            $"{NameOf(line)}'s {DayWords.Name(line.Kind).En} at {line.School} on {line.On:yyyy-MM-dd} is logged already ({DayWords.Name(entry.State).En})"),
        new("如需改动，先撤回原来的一条", "to change it, withdraw that one first")));

    private DayFault? FaultOfFacts(DayLine line)
    {
        if (!people.TryGetValue(line.PersonId, out var person))
            return new(RosterColumns.Name, new("花名册上没有这个人", "is nobody on the roster"), new("请选择花名册上的人", "choose somebody on the roster"));
        if (line.On > today)
            return new(DaySheet.On, new($"{line.On:yyyy-MM-dd} 还没有到", $"{line.On:yyyy-MM-dd} hasn't come yet"), new("到校之后再登记", "log it when it is over"));
        if (person.TenureOn(line.On) is null)
            return new(DaySheet.On, new($"{line.On:yyyy-MM-dd} {person.Name}不在本校（{Tenures(person).Zh}）", $"{person.Name} wasn't at the college on {line.On:yyyy-MM-dd} ({Tenures(person).En})"),
                new("请填写在校期间的日期", "state a day of that time"));
        if (line.School.Length is 0 or > LongestSchool)
            return new(DaySheet.School, new("没有写明学校", "names no school"), new($"请填写学校，最多{LongestSchool}字", $"name the school, in at most {LongestSchool} characters"));
        if (schools.Count > 0 && !schools.Contains(line.School))
            return new(DaySheet.School, new($"“{line.School}”不在学校名单里", $"“{line.School}” isn't in the list of schools"), new("请从名单中选择，或先把学校补进名单", "choose one of the list, or add the school to it first"));
        if (!Enum.IsDefined(line.Kind))
            return new(DaySheet.Kind, new("没有选择类型", "no kind is chosen"), new($"应为：{DayWords.Kinds}", $"one of: {DayWords.Kinds}"));
        return line.Note.Length <= LongestNote ? null
            : new DayFault(DaySheet.Note, new("太长", "is too long"), new($"请写在{LongestNote}字以内", $"write at most {LongestNote} characters"));
    }

    private static Bilingual Tenures(Person person) => person.Tenures.Count == 0
        ? new("没有在校记录", "no time at the college is recorded")
        : new(
            string.Join("、", person.Tenures.OrderBy(one => one.From).Select(one => $"{one.From:yyyy-MM-dd} 至 {(one.Until is { } until ? $"{until.AddDays(-1):yyyy-MM-dd}" : "今")}")),
            string.Join(", ", person.Tenures.OrderBy(one => one.From).Select(one => $"{one.From:yyyy-MM-dd} to {(one.Until is { } until ? $"{until.AddDays(-1):yyyy-MM-dd}" : "today")}")));
}
