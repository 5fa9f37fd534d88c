using System.Globalization;

namespace Workflows.Personnel.Roster.Sheets;

/// <summary>The sheet 年度投入: each year's money and budget papers (R17-R20). What a cell doesn't say is unknown, never zero.</summary>
public static class FundsSheet
{
    /// <summary>年度.</summary>
    public const string Year = "年度";

    /// <summary>核定工资总额.</summary>
    public const string Payroll = "核定工资总额";

    /// <summary>培训专项经费.</summary>
    public const string Training = "培训专项经费";

    /// <summary>继续教育经费总额.</summary>
    public const string ContinuingEducation = "继续教育经费总额";

    /// <summary>划拨本校.</summary>
    public const string Transferred = "划拨本校";

    /// <summary>兼职经费文号.</summary>
    public const string PartTimeDocument = "兼职经费文号";

    /// <summary>公用经费文号.</summary>
    public const string RunningCostsDocument = "公用经费文号";

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>The sheet.</summary>
    public static SheetDefinition Definition { get; } = new("年度投入", "funds",
    [
        new(Year, "year", Mandatory: true), new(Payroll, "payroll"), new(Training, "training_funds"), new(ContinuingEducation, "continuing_education"),
        new(Transferred, "transferred"), new(PartTimeDocument, "part_time_document"), new(RunningCostsDocument, "running_costs_document"),
    ]);

    internal static FundsEntry? Entry(RosterCells cells)
    {
        var year = YearOf(cells);
        var (payroll, training) = (cells.Number(Payroll, "元"), cells.Number(Training, "元"));
        var (education, transferred) = (cells.Number(ContinuingEducation, "元"), cells.Number(Transferred, "元"));
        if (transferred > education)
            cells.Ask(Transferred, new("划拨本校超过继续教育经费总额", "more was transferred than there was"), new("请核对两个数", "check both numbers"));
        return year is { } known
            ? new FundsEntry(cells.Row, known, payroll, training, education, transferred, cells.Text(PartTimeDocument), cells.Text(RunningCostsDocument))
            : null;
    }

    private static int? YearOf(RosterCells cells)
    {
        var text = cells.Compact(Year).TrimEnd('年', '度');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear) return year;
        cells.Fault(Year, "不是年度", "is no year", new("请写成 2026", "write it like 2026"));
        return null;
    }
}

/// <summary>One year's money.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Year">年度.</param>
/// <param name="Payroll">核定工资总额, yuan; null where the row doesn't say, as for the others.</param>
/// <param name="TrainingFunds">培训专项经费, yuan.</param>
/// <param name="ContinuingEducation">继续教育经费总额, yuan.</param>
/// <param name="Transferred">划拨本校, yuan.</param>
/// <param name="PartTimeDocument">兼职经费文号; empty where the row doesn't say.</param>
/// <param name="RunningCostsDocument">公用经费文号; empty where the row doesn't say.</param>
public sealed record FundsEntry(
    int Row, int Year, decimal? Payroll, decimal? TrainingFunds, decimal? ContinuingEducation, decimal? Transferred,
    string PartTimeDocument, string RunningCostsDocument) : ISheetEntry;
