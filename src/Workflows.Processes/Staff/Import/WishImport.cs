using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Secondment;

namespace Workflows.Processes.Staff.Import;

/// <summary>意愿与限制: one entry for each person and semester.</summary>
internal static class WishImport
{
    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<SecondmentWish, WishRow>> Fields { get; } =
    [
        new(WishSheet.Wished, w => w.WishedSchool, r => r.Entry.WishedSchool, (w, r) => w.WishedSchool = r.Entry.WishedSchool),
        new(WishSheet.Exemption, w => w.ExemptionReason, r => r.Entry.ExemptionReason, (w, r) => w.ExemptionReason = r.Entry.ExemptionReason),
        new(WishSheet.Pinned, w => w.PinnedSchool, r => r.Entry.PinnedSchool, (w, r) => w.PinnedSchool = r.Entry.PinnedSchool),
    ];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<WishEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.SecondmentWishes.OrderBy(wish => wish.Id).ToListAsync(ct);
        return new SheetComparison<WishRow, SecondmentWish, (Guid, string)>(run, sheet.Definition)
        {
            RowNumber = row => row.Entry.Row,
            RowKey = row => (row.Person.Id, row.Semester ?? ""),
            KeptKey = wish => (wish.PersonId, wish.Semester ?? ""),
            RowName = row => Name(row.Person.Name, row.Semester),
            KeptName = wish => Name(run.People.NameOf(wish.PersonId), wish.Semester),
            KeyColumn = RosterColumns.Name,
            Person = row => row.Person.Id,
            Fields = Fields,
            Make = row => new SecondmentWish
            {
                Id = run.NewId(), PersonId = row.Person.Id, Semester = row.Semester, WishedSchool = row.Entry.WishedSchool,
                ExemptionReason = row.Entry.ExemptionReason, PinnedSchool = row.Entry.PinnedSchool, RecordedAt = run.Desk.Now,
            },
        }.Compare(run.WithPeople(sheet).Select(one => new WishRow(one.Entry, one.Person)), kept);
    }

    private static string Name(string person, string? semester) => $"{person} {semester}".TrimEnd();
}

/// <summary>A row with the person it speaks of.</summary>
internal sealed record WishRow(WishEntry Entry, KnownPerson Person)
{
    /// <summary>The semester as it is kept.</summary>
    public string? Semester => Entry.Semester?.ToString();
}
