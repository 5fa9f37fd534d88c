using System.Globalization;

namespace Workflows.Processes.Staff.Import;

/// <summary>One column of a sheet: what is kept and what a row says, comparable as text. The export writes what the import compares.</summary>
/// <typeparam name="TKept">What is kept.</typeparam>
/// <typeparam name="TRow">What a row says.</typeparam>
/// <param name="Column">The column in the file.</param>
/// <param name="Stored">What is kept; empty for nothing.</param>
/// <param name="Written">What the row says; null or empty where it says nothing, and then what is kept stays.</param>
/// <param name="Take">Takes over what the row says.</param>
internal sealed record SheetField<TKept, TRow>(
    string Column, Func<TKept, string> Stored, Func<TRow, string?> Written, Action<TKept, TRow> Take)
    where TKept : class
{
    /// <summary>The difference; null where there is none, or where the row says nothing.</summary>
    /// <param name="kept">What is kept; null for something new.</param>
    /// <param name="row">The row.</param>
    public Difference? Compare(TKept? kept, TRow row)
    {
        var stored = kept is null ? "" : Stored(kept);
        return Written(row) is { Length: > 0 } written && stored != written ? new Difference(Column, stored, written) : null;
    }
}

/// <summary>How values stand in a cell, in one form.</summary>
internal static class SheetText
{
    /// <summary>A day; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number without zeroes that say nothing; empty for none.</summary>
    public static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
