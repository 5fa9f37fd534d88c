using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Workflows.Personnel.Roster;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff.Spellings;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Import;

/// <summary>A whole workbook beside what is kept: each sheet compared, nothing taken over yet.</summary>
internal sealed class WorkbookImport(ImportRun run, WorkbookPreview preview, IReadOnlyList<RowOutcome> rows)
{
    /// <summary>What the import would do.</summary>
    public WorkbookPreview Preview => preview;

    /// <summary>Reads the file and compares sheet by sheet; 人员 first, as the others speak of its people. One query for each sheet.</summary>
    public static async Task<WorkbookImport> CompareAsync(Desk desk, string fileName, byte[] content, CancellationToken ct)
    {
        var read = RosterWorkbook.Read(content, fileName, await desk.SpellingsAsync(ct));
        var run = new ImportRun(desk, Path.GetFileName(fileName));
        if (read.Value is not { } workbook)
            return new WorkbookImport(run, WorkbookPreview.Unread(null, read.Faults), []);

        SheetOutcome[] sheets =
        [
            await PeopleImport.CompareAsync(run, workbook.People, ct),
            await PlacementImport.CompareAsync(run, workbook.Placements, ct),
            await TitleImport.CompareAsync(run, workbook.Titles, ct),
            await StatusImport.CompareAsync(run, workbook.Statuses, ct),
            await PartTimeImport.CompareAsync(run, workbook.PartTime, ct),
            await SchoolImport.CompareAsync(run, workbook.Schools, ct),
            await QuotaImport.CompareAsync(run, workbook.Quotas, ct),
            await DayImport.CompareAsync(run, workbook.Days, ct),
            await FundsImport.CompareAsync(run, workbook.Funds, ct),
            await WishImport.CompareAsync(run, workbook.Wishes, ct),
        ];
        var unlisted = RosterDoubts.Ask(run, workbook);
        var rows = sheets.SelectMany(sheet => sheet.Rows).ToList();
        var unknown = workbook.People.UnknownColumns.Select(column => new UnknownColumn(RosterTable.SheetName, column, IsKept: true))
            .Concat(workbook.Others.SelectMany(sheet => sheet.UnknownColumns.Select(column => new UnknownColumn(sheet.Definition.Chinese, column, IsKept: false))));
        return new WorkbookImport(run, new WorkbookPreview(
            null,
            [.. InOrder(workbook.Faults.Concat(run.Faults), workbook)],
            [.. InOrder(workbook.Questions.Concat(run.Questions), workbook)],
            unlisted,
            [.. rows.Select(row => row.Line)],
            [.. sheets.SelectMany(sheet => sheet.Missing)],
            workbook.MissingSheets,
            workbook.NotRead,
            [.. unknown]), rows);
    }

    /// <summary>Takes everything over and records it; the caller commits it at once, or none of it.</summary>
    public async Task TakeAsync(byte[] content, Guid? actor, CancellationToken ct)
    {
        var changes = rows.Where(row => row.Line.Change is not Change.Unchanged).ToList();
        if (changes.Count == 0)
            return;
        foreach (var row in changes)
            row.Take();
        foreach (var row in changes.Where(row => row is { PersonId: not null, Line.Change: Change.Changed }))
        {
            await run.Desk.RecordInRosterAsync(new AuditLine("RosterRowChanged", actor)
            {
                Subject = $"{row.PersonId}", NewValue = row.Line.Sheet, Personal = JsonSerializer.Serialize(row.Line.Differences, PolicyJson.Options),
            }, ct);
        }

        await run.Desk.RecordInRosterAsync(new AuditLine("RosterImported", actor)
        {
            Subject = Convert.ToHexStringLower(SHA256.HashData(content)),
            NewValue = string.Create(CultureInfo.InvariantCulture, $"+{preview.Count(Change.Added)} ~{preview.Count(Change.Changed)}"),
        }, ct);
    }

    // As the sheets stand in the file, then by row; what only the system shows comes after what the cell itself says.
    private static IEnumerable<Personnel.Tables.TableFault> InOrder(IEnumerable<Personnel.Tables.TableFault> faults, RosterWorkbook workbook)
    {
        var places = RosterWorkbook.Definitions.Select((sheet, place) => (sheet.Chinese, place)).ToDictionary(one => one.Chinese, one => one.place);
        return faults.Select(fault => fault.Sheet == RosterTable.SheetName ? fault with { Sheet = workbook.People.Sheet } : fault)
            .OrderBy(fault => places.GetValueOrDefault(fault.Sheet ?? "")).ThenBy(fault => fault.Row ?? 0);
    }
}
