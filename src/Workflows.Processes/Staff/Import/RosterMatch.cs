using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.Dates;
using Workflows.Policy.Identity;

namespace Workflows.Processes.Staff.Import;

/// <summary>Who on the roster a row speaks of: by staff number, else by ID number, else by name and birth date.</summary>
/// <param name="Person">The person; null for somebody new.</param>
/// <param name="Column">The column that makes the match doubtful; null when it isn't.</param>
/// <param name="What">Why it is doubtful.</param>
/// <param name="Remedy">What would settle it.</param>
internal sealed record RosterMatch(Person? Person, string? Column, Bilingual? What, Bilingual? Remedy)
{
    /// <summary>Finds the person; never guesses between two.</summary>
    public static RosterMatch Find(RosterEntry entry, Keys roster)
    {
        if (entry.StaffNumber.Length > 0 && roster.ByNumber[entry.StaffNumber].FirstOrDefault() is { } numbered)
            return IsSomebodyElse(entry, numbered) ? Contradiction(numbered) : Found(numbered);
        if (entry.IdNumber.Length > 0)
        {
            var same = roster.ById[entry.IdNumber].ToList();
            if (same.Count > 0)
                return same.Count == 1 ? Found(same[0]) : Doubtful(RosterColumns.IdNumber, same, "请补教职工号", "state the staff number");
        }

        return ByName(entry, roster);
    }

    private static RosterMatch ByName(RosterEntry entry, Keys roster)
    {
        var alike = roster.ByName[entry.Name].Where(person => !Excludes(person, entry)).ToList();
        if (alike.Count == 0)
            return new RosterMatch(null, null, null, null);
        return alike.Count == 1 && (alike[0].BirthDate is null || entry.Birth.IsKnown)
            ? Found(alike[0])
            : Doubtful(RosterColumns.Name, alike, "请补教职工号、身份证号或出生日期", "state the staff number, the ID number or the birth date");
    }

    /// <summary>Somebody whose number is another one, or who was born on another day, is another person of the same name.</summary>
    private static bool Excludes(Person person, RosterEntry entry) =>
        Differ(person.StaffNumber ?? "", entry.StaffNumber)
        || Differ(Id(person), entry.IdNumber)
        || (person.BirthDate is { } born && entry.Birth.IsKnown && (born < entry.Birth.First || born > entry.Birth.Last));

    /// <summary>A staff number under which another name and another ID number stand was given twice, or slipped by a row.</summary>
    private static bool IsSomebodyElse(RosterEntry entry, Person person) =>
        person.Name != entry.Name
        && (Differ(Id(person), entry.IdNumber)
            || (person.BirthDate is { } born && entry.Birth is { Reading: DateReading.Day } birth && born != birth.First));

    private static bool Differ(string stored, string written) => stored.Length > 0 && written.Length > 0 && stored != written;

    private static string Id(Person person) =>
        IdNumber.Parse(person.IdNumber) is { State: IdNumberState.Valid, Number: var number }
            ? number
            : WrittenForm.Compact(person.IdNumber);

    private static RosterMatch Found(Person person) => new(person, null, null, null);

    private static RosterMatch Contradiction(Person person) => new(
        null,
        RosterColumns.StaffNumber,
        new($"这个号码在系统中属于{person.Name},姓名和证件都不同", $"this number is {person.Name}'s in the system: another name and another person"),
        new("请核对教职工号", "check the staff number"));

    private static RosterMatch Doubtful(string column, List<Person> people, string zh, string en)
    {
        var known = string.Join(
            ", ", people.Select(person => $"{person.Name} {person.StaffNumber ?? SheetText.Day(person.BirthDate)}".TrimEnd()));
        var what = new Bilingual($"不能确定是系统中的哪一位:{known}", $"could be more than one, or isn't surely the one in the system: {known}");
        return new(null, column, what, new(zh, en));
    }

    /// <summary>The roster by everything that may tell who somebody is.</summary>
    internal sealed class Keys(IReadOnlyCollection<Person> roster)
    {
        /// <summary>By staff number.</summary>
        public ILookup<string, Person> ByNumber { get; } = roster.ToLookup(person => person.StaffNumber ?? "");

        /// <summary>By ID number in one form.</summary>
        public ILookup<string, Person> ById { get; } = roster.ToLookup(Id);

        /// <summary>By name.</summary>
        public ILookup<string, Person> ByName { get; } = roster.ToLookup(person => person.Name);
    }
}
