using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>年度投入: one year.</summary>
internal static class FundsImport
{
    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<YearlyFunds, FundsEntry>> Fields { get; } =
    [
        Money(FundsSheet.Payroll, f => f.Payroll, e => e.Payroll, (f, money) => f.Payroll = money),
        Money(FundsSheet.Training, f => f.TrainingFunds, e => e.TrainingFunds, (f, money) => f.TrainingFunds = money),
        Money(FundsSheet.ContinuingEducation, f => f.ContinuingEducation, e => e.ContinuingEducation, (f, money) => f.ContinuingEducation = money),
        Money(FundsSheet.Transferred, f => f.Transferred, e => e.Transferred, (f, money) => f.Transferred = money),
        new(FundsSheet.PartTimeDocument, f => f.PartTimeDocument ?? "", e => e.PartTimeDocument, (f, e) => f.PartTimeDocument = e.PartTimeDocument),
        new(FundsSheet.RunningCostsDocument, f => f.RunningCostsDocument ?? "", e => e.RunningCostsDocument,
            (f, e) => f.RunningCostsDocument = e.RunningCostsDocument),
    ];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<FundsEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.Funds.OrderBy(funds => funds.Year).ToListAsync(ct);
        return new SheetComparison<FundsEntry, YearlyFunds, int>(run, sheet.Definition)
        {
            RowNumber = row => row.Row,
            RowKey = row => row.Year,
            KeptKey = funds => funds.Year,
            RowName = row => $"{row.Year}",
            KeptName = funds => $"{funds.Year}",
            KeyColumn = FundsSheet.Year,
            Fields = Fields,
            Make = row =>
            {
                var funds = new YearlyFunds { Year = row.Year };
                foreach (var field in Fields.Where(field => field.Compare(null, row) is not null))
                    field.Take(funds, row);
                return funds;
            },
        }.Compare(sheet.Entries, kept);
    }

    private static SheetField<YearlyFunds, FundsEntry> Money(
        string column, Func<YearlyFunds, decimal?> stored, Func<FundsEntry, decimal?> written, Action<YearlyFunds, decimal?> take) =>
        new(column, f => SheetText.Number(stored(f)), e => SheetText.Number(written(e)), (f, e) => take(f, written(e)));
}
