using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>职称变动: one title for each person and day. Another title for the same day retracts the old entry and makes a new one.</summary>
internal static class TitleImport
{
    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<TitleEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.TitleChanges.OrderBy(change => change.From).ThenBy(change => change.Id).ToListAsync(ct);
        var days = new KnownDays(kept.Select(change => (change.PersonId, change.From, change.RetractedAt is not null)));
        return new SheetComparison<TitleRow, TitleChange, (Guid, DateOnly)>(run, sheet.Definition)
        {
            RowNumber = row => row.Entry.Row,
            RowKey = row => (row.Person.Id, row.From),
            KeptKey = change => (change.PersonId, change.From),
            RowName = row => Name(row.Person.Name, row.From),
            KeptName = change => Name(run.People.NameOf(change.PersonId), change.From),
            KeyColumn = TitleSheet.From,
            Person = row => row.Person.Id,
            IsRetracted = change => change.RetractedAt is not null,
            Fields = [new(RosterColumns.Title, c => c.Title, r => r.Entry.Title, (c, r) => Replace(run, c, r))],
            Make = row => Make(run, row),
        }.Compare(run.WithPeople(sheet).Select(one => new TitleRow(one.Entry, one.Person, days.Of(one.Person.Id, one.Entry.From))), kept);
    }

    private static void Replace(ImportRun run, TitleChange change, TitleRow row)
    {
        change.RetractedAt = run.Desk.Now;
        run.Desk.Db.Add(Make(run, row));
    }

    private static TitleChange Make(ImportRun run, TitleRow row) =>
        new() { Id = run.NewId(), PersonId = row.Person.Id, From = row.From, Title = row.Entry.Title, RecordedAt = run.Desk.Now };

    private static string Name(string person, DateOnly from) => $"{person} {from:yyyy-MM-dd}";
}

/// <summary>A row with the person it speaks of and the day it means.</summary>
internal sealed record TitleRow(TitleEntry Entry, KnownPerson Person, DateOnly From);
