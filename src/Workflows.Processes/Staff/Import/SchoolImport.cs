using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Import;

/// <summary>学校: one school of one stage.</summary>
internal static class SchoolImport
{
    /// <summary>The columns beside the key.</summary>
    public static IReadOnlyList<SheetField<School, SchoolEntry>> Fields { get; } =
    [
        new(SchoolSheet.Township, s => s.Township, e => e.Township, (s, e) => s.Township = e.Township),
        new(SchoolSheet.Distance, s => SheetText.Number(s.DistanceKilometres), e => SheetText.Number(e.DistanceKilometres),
            (s, e) => s.DistanceKilometres = e.DistanceKilometres),
        new(SchoolSheet.Places, s => SchoolSheet.Text(s.Places), e => SchoolSheet.Text(e.Places), (s, e) => s.Places = e.Places),
    ];

    /// <summary>Compares the sheet with what is kept.</summary>
    public static async Task<SheetOutcome> CompareAsync(ImportRun run, Sheet<SchoolEntry>? sheet, CancellationToken ct)
    {
        if (sheet is null)
            return SheetOutcome.None;
        var kept = await run.Desk.Db.Schools.OrderBy(school => school.Name).ThenBy(school => school.Stage).ToListAsync(ct);
        return new SheetComparison<SchoolEntry, School, (string, SchoolStage)>(run, sheet.Definition)
        {
            RowNumber = row => row.Row,
            RowKey = row => (row.Name, row.Stage),
            KeptKey = school => (school.Name, school.Stage),
            RowName = row => $"{row.Name} {row.Stage.Word()}",
            KeptName = school => $"{school.Name} {school.Stage.Word()}",
            KeyColumn = SchoolSheet.Name,
            Fields = Fields,
            Make = row => new School
            {
                Name = row.Name, Stage = row.Stage, Township = row.Township, DistanceKilometres = row.DistanceKilometres, Places = row.Places,
            },
        }.Compare(sheet.Entries, kept);
    }
}
