using Workflows.Personnel.Roster;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Processes.Staff.Import;

/// <summary>One reading of one file: what the comparisons of all sheets share and gather.</summary>
/// <param name="desk">The database, the clock and the policy.</param>
/// <param name="file">The file's name.</param>
internal sealed class ImportRun(Desk desk, string file)
{
    /// <summary>The database, the clock and the policy.</summary>
    public Desk Desk => desk;

    /// <summary>What is wrong; with any of it nothing is imported.</summary>
    public List<TableFault> Faults { get; } = [];

    /// <summary>What is open; it stops nothing.</summary>
    public List<TableFault> Questions { get; } = [];

    /// <summary>Everybody whom a row may speak of; set once 人员 has been compared.</summary>
    public PersonFinder People { get; set; } = PersonFinder.Nobody;

    /// <summary>A new id.</summary>
    public Guid NewId() => Guid.CreateVersion7(desk.Now);

    /// <summary>A cell is wrong.</summary>
    public void Fault(SheetDefinition sheet, int row, string column, Bilingual what, Bilingual remedy) =>
        Faults.Add(new TableFault(file, sheet.Chinese, row, column, what, remedy));

    /// <summary>A cell leaves something open.</summary>
    public void Ask(SheetDefinition sheet, int? row, string column, Bilingual what, Bilingual remedy) =>
        Questions.Add(new TableFault(file, sheet.Chinese, row, column, what, remedy));

    /// <summary>The rows with the people they speak of; a row that speaks of nobody in particular is a fault and left out.</summary>
    public IEnumerable<(T Entry, KnownPerson Person)> WithPeople<T>(Sheet<T> sheet) where T : class, IPersonEntry
    {
        foreach (var entry in sheet.Entries)
        {
            var match = People.Find(entry.Who);
            if (match.Person is { } person)
                yield return (entry, person);
            else if (match.What is { } what)
                Fault(sheet.Definition, entry.Row, match.Column!, what, match.Remedy!);
        }
    }
}

/// <summary>What one sheet comes to.</summary>
/// <param name="Rows">Its rows, in their order.</param>
/// <param name="Missing">What is kept and not in the file.</param>
internal sealed record SheetOutcome(IReadOnlyList<RowOutcome> Rows, IReadOnlyList<MissingLine> Missing)
{
    /// <summary>A sheet that the file doesn't have.</summary>
    public static SheetOutcome None { get; } = new([], []);
}

/// <summary>What one row comes to.</summary>
/// <param name="Line">What it would do.</param>
/// <param name="PersonId">The person whose record it changes; null where it is about nobody, or the ledger keeps its own.</param>
/// <param name="Take">Does it.</param>
internal sealed record RowOutcome(PreviewLine Line, Guid? PersonId, Action Take);
