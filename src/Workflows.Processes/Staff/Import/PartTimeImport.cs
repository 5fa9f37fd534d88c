using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Import;

/// <summary>兼职聘书: one letter for each name and first day.</summary>
internal static class PartTimeImport
{
    /// <summary>The columns; the time's first day belongs to the key.</summary>
    public static IReadOnlyList<SheetField<PartTimeLetter, PartTimeEntry>> Fields { get; } =
    [
        new(PartTimeSheet.Span, l => WrittenSpan.Text(l.From, l.Until), e => WrittenSpan.Text(e.From, e.Until), (l, e) => l.Until = e.Until),
        new(PartTimeSheet.Subject, l => l.Subject, e => e.Subject, (l, e) => l.Subject = e.Subject),
        new(PartTimeSheet.Employer, l => l.Employer, e => e.Employer, (l, e) => l.Employer = e.Employer),
    ];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<PartTimeEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.PartTimeLetters.OrderBy(letter => letter.Name).ThenBy(letter => letter.From).ToListAsync(ct);
        return new SheetComparison<PartTimeEntry, PartTimeLetter, (string, DateOnly)>(run, sheet.Definition)
        {
            RowNumber = row => row.Row,
            RowKey = row => (row.Name, row.From),
            KeptKey = letter => (letter.Name, letter.From),
            RowName = row => Name(row.Name, row.From),
            KeptName = letter => Name(letter.Name, letter.From),
            KeyColumn = RosterColumns.Name,
            Fields = Fields,
            Make = row => new PartTimeLetter
            {
                Id = run.NewId(), Name = row.Name, From = row.From, Until = row.Until, Subject = row.Subject, Employer = row.Employer,
                RecordedAt = run.Desk.Now,
            },
        }.Compare(sheet.Entries, kept);
    }

    private static string Name(string name, DateOnly from) => $"{name} {from:yyyy-MM-dd}";
}
