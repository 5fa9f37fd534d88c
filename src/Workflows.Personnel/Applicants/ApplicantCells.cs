using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Applicants;

/// <summary>A record as the cells of its row, for showing and comparing.</summary>
public static class ApplicantCells
{
    /// <summary>The cells with their columns' Chinese names, in the order of the columns.</summary>
    public static IReadOnlyList<(string Column, string Cell)> Of(ApplicantRecord record) =>
    [
        (Columns.Name, record.Name),
        (Columns.BirthDate, record.BirthDate),
        (Columns.Education, record.Education),
        (Columns.Title, record.Title),
        (Columns.Teaching, record.Teaching),
        (Columns.TeachingSince, record.TeachingSince),
        (Columns.Stage, record.Stage),
        (Columns.Degree, record.Degree),
        (Columns.Honours, record.Honours),
        (Columns.Employer, record.Employer),
        (Columns.EmployerDistrict, record.EmployerDistrict),
        (Columns.IdNumber, record.IdNumber),
        (Columns.Phone, record.Phone),
        (Columns.Email, record.Email),
        (Columns.Remarks, record.Remarks),
    ];
}
