using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>The columns of 人员 that a person has no field for, kept as they are written. Cells that a file doesn't name stay.</summary>
internal static class FurtherColumns
{
    /// <summary>The differences, in the order of the columns.</summary>
    public static IEnumerable<Difference> Compare(Person? person, RosterEntry entry) =>
        from cell in entry.Further
        let stored = person is null ? "" : Cell(person, cell.Column)
        where stored != cell.Cell
        select new Difference(cell.Column, stored, cell.Cell);

    /// <summary>Takes over what the row says.</summary>
    public static void Take(Person person, RosterEntry entry)
    {
        if (!Compare(person, entry).Any())
            return;
        var stays = person.Further.Where(kept => entry.Further.All(cell => cell.Column != kept.Column));
        person.Further = [.. stays.Concat(entry.Further).OrderBy(cell => Place(cell.Column)).ThenBy(cell => cell.Column, StringComparer.Ordinal)];
    }

    /// <summary>The columns that people have cells of, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Person> people) =>
    [
        .. people.SelectMany(person => person.Further).Select(cell => cell.Column).Distinct().OrderBy(Place).ThenBy(column => column, StringComparer.Ordinal),
    ];

    /// <summary>What is kept of a column; empty for nothing.</summary>
    public static string Cell(Person person, string column) => person.Further.FirstOrDefault(cell => cell.Column == column)?.Cell ?? "";

    private static int Place(string column) => RosterColumns.Further.IndexOf(column) is var place and >= 0 ? place : int.MaxValue;
}
