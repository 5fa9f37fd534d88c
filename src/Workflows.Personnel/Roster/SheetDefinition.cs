using System.Collections.Immutable;
using Workflows.Personnel.Tables;
using Workflows.Policy;

namespace Workflows.Personnel.Roster;

/// <summary>A sheet of the workbook: its names and its columns.</summary>
/// <param name="Chinese">The Chinese name, which faults and differences give.</param>
/// <param name="English">The English name.</param>
/// <param name="Columns">The columns; the first one names what a row is about.</param>
public sealed record SheetDefinition(string Chinese, string English, ImmutableArray<ColumnDefinition> Columns)
{
    /// <summary>Whether a tab of that name holds this sheet.</summary>
    public bool IsNamed(string tab)
    {
        var name = WrittenForm.Compact(tab);
        return name == Chinese || string.Equals(name, English, StringComparison.OrdinalIgnoreCase);
    }
}
