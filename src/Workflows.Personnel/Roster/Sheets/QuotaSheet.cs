using Workflows.Personnel.Staff;
using Workflows.Policy;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 编制岗位: approved numbers of places and the days from which they are valid (R25).</summary>
public static class QuotaSheet
{
    /// <summary>类别.</summary>
    public const string Kind = "类别";

    /// <summary>核定数.</summary>
    public const string Approved = "核定数";

    /// <summary>生效日期.</summary>
    public const string From = "生效日期";

    private const string Kinds = "编制 高级岗 中级岗 初级岗";

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("编制岗位", "quotas",
        [new(Kind, "kind", Mandatory: true), new(Approved, "approved", Mandatory: true), new(From, "from", Mandatory: true)]);

    /// <summary>What the sheet calls a kind of quota.</summary>
    public static string Name(QuotaKind kind) => Kinds.Split(' ')[(int)kind];

    internal static QuotaEntry? Entry(RosterCells cells)
    {
        var kind = cells.OneOf<QuotaKind>(Kind, KindOf, Kinds);
        var approved = Count(cells);
        var from = cells.Since(From);
        return kind is { } known && approved is { } count && from is not null ? new QuotaEntry(cells.Row, known, count, from.First) : null;
    }

    private static int? Count(RosterCells cells)
    {
        if (int.TryParse(cells.Compact(Approved), System.Globalization.NumberStyles.None, null, out var approved)) return approved;
        cells.Fault(Approved, "不是人数", "is no number of people", new("请写成 45", "write it like 45"));
        return null;
    }

    private static QuotaKind? KindOf(string word)
        => Array.IndexOf(Kinds.Split(' '), WrittenForm.Compact(word)) is var place and >= 0 ? (QuotaKind)place : null;
}

/// <summary>One approved number.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Kind">What is counted.</param>
/// <param name="Approved">How many people are approved.</param>
/// <param name="From">The first day on which the number is valid; of a month, its first day.</param>
public sealed record QuotaEntry(int Row, QuotaKind Kind, int Approved, DateOnly From) : ISheetEntry;
