using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Personnel.Roster;

/// <summary>Gathers what is wrong in a sheet, and what must be asked, by row and column; reading goes on after each.</summary>
internal sealed class RowFaults(string file, string? sheet)
{
    /// <summary>What is wrong.</summary>
    public List<TableFault> Faults { get; } = [];

    /// <summary>What must be asked; it stops nothing.</summary>
    public List<TableFault> Questions { get; } = [];

    /// <summary>Words that no list has, as often as they stand there.</summary>
    public List<UnlistedWord> Unlisted { get; } = [];

    /// <summary>A cell is wrong.</summary>
    public void Fault(int? row, string column, Bilingual what, Bilingual remedy)
        => Faults.Add(new TableFault(file, sheet, row, column, what, remedy));

    /// <summary>Something is open.</summary>
    public void Ask(int? row, string column, Bilingual what, Bilingual remedy)
        => Questions.Add(new TableFault(file, sheet, row, column, what, remedy));
}
