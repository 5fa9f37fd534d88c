using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;

namespace Workflows.Processes.Staff.Import;

/// <summary>
/// 工作日志: one entry for each person, day, school and kind. A file speaks of the days from its first to its last one, and of no others.
/// </summary>
internal static class DayImport
{
    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<DaySheetEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null || sheet.Entries.IsEmpty)
            return SheetOutcome.None;
        var (first, last) = (sheet.Entries.Min(entry => entry.On), sheet.Entries.Max(entry => entry.On));
        var kept = await run.Desk.Db.Days.AsNoTracking().Where(day => day.On >= first && day.On <= last)
            .OrderBy(day => day.On).ThenBy(day => day.Id).ToListAsync(ct);
        return new SheetComparison<DayRow, DayEntry, (Guid, DateOnly, string, DayKind)>(run, sheet.Definition)
        {
            RowNumber = row => row.Entry.Row,
            RowKey = row => (row.Person.Id, row.Entry.On, row.Entry.School, row.Entry.Kind),
            KeptKey = day => (day.PersonId, day.On, day.School, day.Kind),
            RowName = row => Name(row.Person.Name, row.Entry.On, row.Entry.School, row.Entry.Kind),
            KeptName = day => Name(run.People.NameOf(day.PersonId), day.On, day.School, day.Kind),
            KeyColumn = DaySheet.On,
            IsRetracted = day => day.State is DayState.Refused or DayState.Withdrawn,
            Owner = day => day.LoggedBy is null ? null : new("由本人登记", "was logged by the person"),
            Fields = Fields(run),
            Make = row => new DayEntry
            {
                Id = run.NewId(), PersonId = row.Person.Id, On = row.Entry.On, School = row.Entry.School, Kind = row.Entry.Kind, IsHalf = row.Entry.IsHalf is true,
                Note = row.Entry.Note, VerifiedBy = row.Entry.VerifiedBy, LoggedAt = run.Desk.Now, State = State(row),
                SettledAt = State(row) is DayState.Verified ? run.Desk.Now : null,
            },
        }.Compare(run.WithPeople(sheet).Select(one => new DayRow(one.Entry, one.Person)), kept);
    }

    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<DayEntry, DayRow>> Fields(ImportRun? run) =>
    [
        new(DaySheet.Half, d => StaffWords.Of(d.IsHalf), r => r.Entry.IsHalf is { } half ? StaffWords.Of(half) : null,
            (d, r) => run!.Desk.Db.Entry(d).Property(one => one.IsHalf).CurrentValue = r.Entry.IsHalf!.Value),
        new(DaySheet.VerifiedBy, d => d.VerifiedBy, r => r.Entry.VerifiedBy,
            (d, r) => (d.VerifiedBy, d.State, d.SettledAt) = (r.Entry.VerifiedBy, DayState.Verified, run!.Desk.Now)),
        new(DaySheet.Note, d => d.Note, r => r.Entry.Note,
            (d, r) => run!.Desk.Db.Entry(d).Property(one => one.Note).CurrentValue = r.Entry.Note),
    ];

    private static DayState State(DayRow row) => row.Entry.VerifiedBy.Length > 0 ? DayState.Verified : DayState.Logged;

    private static string Name(string person, DateOnly on, string school, DayKind kind) => $"{person} {on:yyyy-MM-dd} {school} {DayWords.Name(kind).Zh}";
}

/// <summary>A row with the person it speaks of.</summary>
internal sealed record DayRow(DaySheetEntry Entry, KnownPerson Person);
