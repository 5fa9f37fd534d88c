using System.Collections.Immutable;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Policy.Identity;

namespace Workflows.Personnel.Applicants;

/// <summary>The applicants of a file, in the order of its rows.</summary>
/// <param name="Sheet">The sheet; null for a text file.</param>
/// <param name="Rows">The applicants.</param>
/// <param name="UnknownColumns">Columns that nobody knows; their cells are kept as remarks.</param>
/// <param name="SkippedRows">The numbers of rows that hold sums, notes or the header again.</param>
public sealed record ApplicantTable(
    string? Sheet, ImmutableArray<ApplicantRow> Rows, ImmutableArray<string> UnknownColumns, ImmutableArray<int> SkippedRows)
{
    /// <summary>Reads an <c>.xlsx</c> or <c>.csv</c> file. A bad cell is no fault: the rules say of it what they can.</summary>
    /// <param name="content">The file's content; read to its end, not closed.</param>
    /// <param name="fileName">The file's name with its ending.</param>
    /// <param name="sheet">The sheet to read; null for the first visible one.</param>
    public static TableOutcome<ApplicantTable> Read(Stream content, string fileName, string? sheet = null)
        => TableFile.Read(content, fileName, sheet)
            .Then(raw => TableReader.Read(raw, ApplicantColumns.All))
            .Then<ApplicantTable>(table => Of(table));

    private static ApplicantTable Of(Table table)
    {
        var records = table.Rows.Select(row => (row.Number, Record: Record(row))).ToList();
        var names = Repeated(records.Select(row => row.Record.Name));
        var idNumbers = Repeated(records.Select(row => IdNumber.Parse(row.Record.IdNumber).Number));
        return new ApplicantTable(
            table.Sheet,
            [.. records.Select(row => new ApplicantRow(row.Number, row.Record, Doubles(row.Record, names, idNumbers)))],
            table.UnknownColumns,
            table.SkippedRows);
    }

    private static ApplicantRecord Record(TableRow row) => new()
    {
        Name = WrittenForm.Name(row[Columns.Name]),
        BirthDate = row[Columns.BirthDate].Trim(),
        Education = row[Columns.Education].Trim(),
        Title = row[Columns.Title].Trim(),
        Teaching = row[Columns.Teaching].Trim(),
        TeachingSince = row[Columns.TeachingSince].Trim(),
        Stage = row[Columns.Stage].Trim(),
        Degree = row[Columns.Degree].Trim(),
        Honours = row[Columns.Honours].Trim(),
        Employer = row[Columns.Employer].Trim(),
        EmployerDistrict = row[Columns.EmployerDistrict].Trim(),
        IdNumber = row[Columns.IdNumber].Trim(),
        Phone = row[Columns.Phone].Trim(),
        Email = row[Columns.Email].Trim(),
        Remarks = Remarks(row),
    };

    private static string Remarks(TableRow row)
    {
        var others = row.Others.Select(other => $"{other.Header}: {other.Cell.Trim()}");
        return string.Join("; ", others.Prepend(row[Columns.Remarks].Trim()).Where(remark => remark.Length > 0));
    }

    private static HashSet<string> Repeated(IEnumerable<string> values)
        => [.. values.Where(value => value.Length > 0).CountBy(value => value).Where(one => one.Value > 1).Select(one => one.Key)];

    private static ImmutableArray<HiringWarning> Doubles(ApplicantRecord record, HashSet<string> names, HashSet<string> idNumbers)
    {
        var nothing = ImmutableSortedDictionary<string, string>.Empty;
        var doubles = ImmutableArray.CreateBuilder<HiringWarning>();
        if (names.Contains(record.Name)) doubles.Add(new HiringWarning(Columns.Name, WarningCode.DuplicateName, nothing));
        if (idNumbers.Contains(IdNumber.Parse(record.IdNumber).Number))
        {
            doubles.Add(new HiringWarning(Columns.IdNumber, WarningCode.DuplicateIdNumber, nothing));
        }
        return doubles.ToImmutable();
    }
}

/// <summary>One applicant of a file.</summary>
/// <param name="Row">The row's number as the sheet counts it, from 1.</param>
/// <param name="Record">What the row says.</param>
/// <param name="Warnings">What only the whole table shows: the same name or ID number in another row.</param>
public sealed record ApplicantRow(int Row, ApplicantRecord Record, ImmutableArray<HiringWarning> Warnings);
