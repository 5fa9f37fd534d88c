using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>状态变动: one status for each person and day. Another status for the same day retracts the old entry and makes a new one.</summary>
internal static class StatusImport
{
    private const string Reason = "花名册导入";

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<StatusEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.StatusChanges.OrderBy(change => change.From).ThenBy(change => change.Id).ToListAsync(ct);
        var days = new KnownDays(kept.Select(change => (change.PersonId, change.From, change.RetractedAt is not null)));
        var rows = run.WithPeople(sheet).Select(one => new StatusRow(one.Entry, one.Person, days.Of(one.Person.Id, one.Entry.From))).ToList();
        var before = rows.Select(row => (row.Person.Id, row.From, row.Entry.Status))
            .Concat(kept.Where(change => change.RetractedAt is null).Select(change => (change.PersonId, change.From, change.Status)))
            .ToLookup(one => one.Item1, one => (one.From, one.Status));
        return new SheetComparison<StatusRow, StatusChange, (Guid, DateOnly)>(run, sheet.Definition)
        {
            RowNumber = row => row.Entry.Row,
            RowKey = row => (row.Person.Id, row.From),
            KeptKey = change => (change.PersonId, change.From),
            RowName = row => Name(row.Person.Name, row.From),
            KeptName = change => Name(run.People.NameOf(change.PersonId), change.From),
            KeyColumn = StatusSheet.From,
            Person = row => row.Person.Id,
            IsRetracted = change => change.RetractedAt is not null,
            Owner = change => change.CaseId is null ? null : new("由办件登记", "was recorded by a case"),
            Fields =
            [
                new(RosterColumns.Status, c => StaffWords.Of(c.Status), r => StaffWords.Of(r.Entry.Status), (c, r) =>
                {
                    c.RetractedAt = run.Desk.Now;
                    run.Desk.Db.Add(Make(r));
                }),
            ],
            Make = Make,
        }.Compare(rows, kept);

        StatusChange Make(StatusRow row) => new()
        {
            Id = run.NewId(), PersonId = row.Person.Id, From = row.From, Status = row.Entry.Status, Reason = Reason, RecordedAt = run.Desk.Now,
            // Of the first status that is known nobody knows what was before: it stands for itself.
            Before = before[row.Person.Id].Where(one => one.From < row.From).OrderBy(one => one.From).Select(one => one.Status)
                .LastOrDefault(row.Entry.Status),
        };
    }

    private static string Name(string person, DateOnly from) => $"{person} {from:yyyy-MM-dd}";
}

/// <summary>A row with the person it speaks of and the day it means.</summary>
internal sealed record StatusRow(StatusEntry Entry, KnownPerson Person, DateOnly From);
