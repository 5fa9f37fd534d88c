using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy.Semesters;
using Workflows.Processes.Staff.Import;
using Workflows.Storage;

namespace Workflows.Processes.Staff.Export;

/// <summary>
/// The workbook as it stands in the database. Each cell is what the import would compare, so that the export imports unchanged; what was
/// retracted, refused or taken back isn't in it.
/// </summary>
internal sealed class WorkbookExport(WorkflowsDb db, IReadOnlyDictionary<Guid, Person> people)
{
    /// <summary>Reads all ten sheets.</summary>
    public static async Task<IReadOnlyList<WrittenSheet>> ReadAsync(WorkflowsDb db, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Include(person => person.Tenures).Include(person => person.Terms).AsSplitQuery().ToListAsync(ct);
        var export = new WorkbookExport(db, people.ToDictionary(person => person.Id));
        return
        [
            People([.. people.OrderBy(person => person.StaffNumber ?? "￿", StringComparer.Ordinal).ThenBy(person => person.Id)]),
            await export.PlacementsAsync(ct), await export.TitlesAsync(ct), await export.StatusesAsync(ct), await export.PartTimeAsync(ct),
            await export.SchoolsAsync(ct), await export.QuotasAsync(ct), await export.DaysAsync(ct), await export.FundsAsync(ct), await export.WishesAsync(ct),
        ];
    }

    private static WrittenSheet People(IReadOnlyList<Person> people)
    {
        var fields = PersonFields.All.ToDictionary(field => field.Column);
        var further = FurtherColumns.Of(people);
        var columns = RosterColumns.All.Where(column => fields.ContainsKey(column.Chinese) || further.Contains(column.Chinese) || IsComputed(column.Chinese))
            .Select(column => (Name: column.Chinese, Header: column.Chinese + (column.Mandatory ? "*" : "")))
            .Concat(further.Where(name => RosterColumns.All.All(column => column.Chinese != name)).Select(name => (Name: name, Header: name))).ToList();
        return new WrittenSheet(
            RosterTable.SheetName, [.. columns.Select(column => column.Header)], [.. people.Select(person => columns.ConvertAll(column => Cell(person, column.Name)))]);

        string Cell(Person person, string column) => fields.TryGetValue(column, out var field) ? field.Stored(person) : column switch
        {
            RosterColumns.Joined => SheetText.Day(Latest(person)?.From),
            RosterColumns.Left => SheetText.Day(Latest(person)?.Until?.AddDays(-1)),
            RosterColumns.LeaveReason => Latest(person)?.ExitReason ?? "",
            RosterColumns.Term => RosterTerms.Text(person.Terms),
            _ => FurtherColumns.Cell(person, column),
        };
    }

    private static bool IsComputed(string column) => column is RosterColumns.Joined or RosterColumns.Left or RosterColumns.LeaveReason or RosterColumns.Term;

    private static Tenure? Latest(Person person) => person.Tenures.MaxBy(tenure => tenure.From);

    private async Task<WrittenSheet> PlacementsAsync(CancellationToken ct) => Sheet(
        PlacementSheet.Definition,
        await db.Placements.AsNoTracking().Where(one => one.RetractedAt == null).OrderBy(one => one.From).ThenBy(one => one.Id).ToListAsync(ct),
        PlacementImport.Fields,
        one => [(PlacementSheet.School, one.School), .. Who(one.PersonId)]);

    private async Task<WrittenSheet> TitlesAsync(CancellationToken ct) => Sheet<TitleChange, TitleRow>(
        TitleSheet.Definition,
        await db.TitleChanges.AsNoTracking().Where(one => one.RetractedAt == null).OrderBy(one => one.PersonId).ThenBy(one => one.From).ToListAsync(ct),
        [],
        one => [(TitleSheet.From, SheetText.Day(one.From)), (RosterColumns.Title, one.Title), .. Who(one.PersonId)]);

    private async Task<WrittenSheet> StatusesAsync(CancellationToken ct) => Sheet<StatusChange, StatusRow>(
        StatusSheet.Definition,
        await db.StatusChanges.AsNoTracking().Where(one => one.RetractedAt == null).OrderBy(one => one.PersonId).ThenBy(one => one.From).ToListAsync(ct),
        [],
        one => [(StatusSheet.From, SheetText.Day(one.From)), (RosterColumns.Status, StaffWords.Of(one.Status)), .. Who(one.PersonId)]);

    private async Task<WrittenSheet> PartTimeAsync(CancellationToken ct) => Sheet(
        PartTimeSheet.Definition,
        await db.PartTimeLetters.AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.From).ToListAsync(ct),
        PartTimeImport.Fields,
        one => [(RosterColumns.Name, one.Name)]);

    private async Task<WrittenSheet> SchoolsAsync(CancellationToken ct) => Sheet(
        SchoolSheet.Definition,
        await db.Schools.AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Stage).ToListAsync(ct),
        SchoolImport.Fields,
        one => [(SchoolSheet.Name, one.Name), (SchoolSheet.Stage, one.Stage.Word())]);

    private async Task<WrittenSheet> QuotasAsync(CancellationToken ct) => Sheet(
        QuotaSheet.Definition,
        await db.Quotas.AsNoTracking().OrderBy(one => one.From).ThenBy(one => one.Kind).ToListAsync(ct),
        QuotaImport.Fields,
        one => [(QuotaSheet.Kind, QuotaSheet.Name(one.Kind)), (QuotaSheet.From, SheetText.Day(one.From))]);

    private async Task<WrittenSheet> DaysAsync(CancellationToken ct) => Sheet(
        DaySheet.Definition,
        await db.Days.AsNoTracking().Where(one => one.State == DayState.Logged || one.State == DayState.Verified)
            .OrderBy(one => one.On).ThenBy(one => one.Id).ToListAsync(ct),
        DayImport.Fields(null),
        one => [(DaySheet.On, SheetText.Day(one.On)), (DaySheet.School, one.School), (DaySheet.Kind, DayWords.Name(one.Kind).Zh), .. Who(one.PersonId)]);

    private async Task<WrittenSheet> FundsAsync(CancellationToken ct) => Sheet(
        FundsSheet.Definition,
        await db.Funds.AsNoTracking().OrderBy(one => one.Year).ToListAsync(ct),
        FundsImport.Fields,
        one => [(FundsSheet.Year, $"{one.Year}")]);

    private async Task<WrittenSheet> WishesAsync(CancellationToken ct) => Sheet(
        WishSheet.Definition,
        await db.SecondmentWishes.AsNoTracking().OrderBy(one => one.Id).ToListAsync(ct),
        WishImport.Fields,
        one => [(WishSheet.Semester, one.Semester ?? ""), .. Who(one.PersonId)]);

    private static WrittenSheet Sheet<TKept, TRow>(
        SheetDefinition sheet, List<TKept> kept, IReadOnlyList<SheetField<TKept, TRow>> fields, Func<TKept, IEnumerable<(string Column, string Cell)>> keys)
        where TKept : class
    {
        return new WrittenSheet(
            sheet.Chinese, [.. sheet.Columns.Select(column => column.Chinese + (column.Mandatory ? "*" : ""))], kept.ConvertAll<IReadOnlyList<string>>(Row));

        IReadOnlyList<string> Row(TKept one)
        {
            var cells = keys(one).Concat(fields.Select(field => (field.Column, Cell: field.Stored(one)))).ToDictionary(cell => cell.Column, cell => cell.Cell);
            return [.. sheet.Columns.Select(column => cells[column.Chinese])];
        }
    }

    private IEnumerable<(string Column, string Cell)> Who(Guid personId) =>
        [(RosterColumns.Name, people[personId].Name), (RosterColumns.StaffNumber, people[personId].StaffNumber ?? "")];
}
