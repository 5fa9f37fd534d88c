using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>编制岗位: one number for each kind and day.</summary>
internal static class QuotaImport
{
    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<Quota, QuotaEntry>> Fields { get; } =
        [new(QuotaSheet.Approved, q => $"{q.Approved}", e => $"{e.Approved}", (q, e) => q.Approved = e.Approved)];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<QuotaEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.Quotas.OrderBy(quota => quota.Kind).ThenBy(quota => quota.From).ToListAsync(ct);
        return new SheetComparison<QuotaEntry, Quota, (QuotaKind, DateOnly)>(run, sheet.Definition)
        {
            RowNumber = row => row.Row,
            RowKey = row => (row.Kind, row.From),
            KeptKey = quota => (quota.Kind, quota.From),
            RowName = row => Name(row.Kind, row.From),
            KeptName = quota => Name(quota.Kind, quota.From),
            KeyColumn = QuotaSheet.From,
            Fields = Fields,
            Make = row => new Quota { Kind = row.Kind, From = row.From, Approved = row.Approved },
        }.Compare(sheet.Entries, kept);
    }

    private static string Name(QuotaKind kind, DateOnly from) => $"{QuotaSheet.Name(kind)} {from:yyyy-MM-dd}";
}
