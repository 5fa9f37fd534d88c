using System.Collections.Immutable;
using Workflows.Personnel.Tables;
using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Applicants;

/// <summary>The columns of the applicants' table.</summary>
public static class ApplicantColumns
{
    /// <summary>All columns; the first is the name.</summary>
    public static ImmutableArray<ColumnDefinition> All { get; } =
    [
        new(Columns.Name, "name", Mandatory: true),
        new(Columns.BirthDate, "birth_date", Mandatory: true),
        new(Columns.Education, "education", Mandatory: true),
        new(Columns.Title, "title", Mandatory: true),
        new(Columns.Teaching, "teaching"),
        new(Columns.TeachingSince, "teaching_since"),
        new(Columns.Stage, "stage"),
        new(Columns.Degree, "degree"),
        new(Columns.Honours, "honours"),
        new(Columns.Employer, "employer"),
        new(Columns.EmployerDistrict, "employer_district"),
        new(Columns.IdNumber, "id_number"),
        new(Columns.Phone, "phone"),
        new(Columns.Email, "email"),
        new(Columns.Remarks, "remarks"),
    ];
}
