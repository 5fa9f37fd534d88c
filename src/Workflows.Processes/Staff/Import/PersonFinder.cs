using Workflows.Personnel.Roster;
using Workflows.Policy;

namespace Workflows.Processes.Staff.Import;

/// <summary>
/// Whom a row of another sheet speaks of: by staff number, else by name, among those who are kept and those whom the same file brings.
/// </summary>
/// <param name="people">Everybody, as they are called after the import.</param>
/// <param name="unread">The names in rows of 人员 that couldn't be read: their faults are said there, and not once more for each row here.</param>
internal sealed class PersonFinder(IReadOnlyList<KnownPerson> people, IReadOnlySet<string> unread)
{
    private readonly ILookup<string, KnownPerson> byNumber =
        people.Where(person => person.StaffNumber.Length > 0).ToLookup(person => person.StaffNumber);

    private readonly ILookup<string, KnownPerson> byName = people.ToLookup(person => person.Name);

    private readonly Dictionary<Guid, string> names = people.ToDictionary(person => person.Id, person => person.Name);

    /// <summary>A roster of nobody.</summary>
    public static PersonFinder Nobody { get; } = new([], new HashSet<string>());

    /// <summary>What somebody is called.</summary>
    public string NameOf(Guid id) => names[id];

    /// <summary>Finds the person; never guesses between two.</summary>
    public PersonMatch Find(PersonKey who)
    {
        if (who.StaffNumber.Length > 0 && byNumber[who.StaffNumber].FirstOrDefault() is { } numbered)
        {
            return numbered.Name == who.Name ? new PersonMatch(numbered, null, null, null) : new PersonMatch(
                null, RosterColumns.StaffNumber, new($"{who.StaffNumber} 是{numbered.Name}的号码", $"{who.StaffNumber} is {numbered.Name}'s number"),
                new("请核对姓名和教职工号", "check name and staff number"));
        }

        var named = byName[who.Name].Where(person => who.StaffNumber.Length == 0 || person.StaffNumber.Length == 0).ToList();
        return named.Count switch
        {
            1 => new PersonMatch(named[0], null, null, null),
            > 1 => new PersonMatch(null, RosterColumns.Name, new($"有 {named.Count} 位{who.Name}", $"there are {named.Count} people called {who.Name}"),
                new("请补教职工号", "state the staff number")),
            _ when unread.Contains(who.Name) => new PersonMatch(null, null, null, null),
            _ => new PersonMatch(null, RosterColumns.Name, new($"花名册里没有“{who.Name}”", $"“{who.Name}” isn't on the roster"),
                new("请核对姓名，或先在“人员”表加上", "check the name, or add the person to the sheet 人员")),
        };
    }
}

/// <summary>Somebody whom a row may speak of.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The name after the import.</param>
/// <param name="StaffNumber">教职工号 after the import; empty for none.</param>
internal sealed record KnownPerson(Guid Id, string Name, string StaffNumber);

/// <summary>Who was found, or why nobody was.</summary>
/// <param name="Person">The person; null where that isn't certain.</param>
/// <param name="Column">The column that leaves it open; null where the fault is said elsewhere.</param>
/// <param name="What">Why nobody was found.</param>
/// <param name="Remedy">What would settle it.</param>
internal sealed record PersonMatch(KnownPerson? Person, string? Column, Bilingual? What, Bilingual? Remedy);
