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

    /// <summary>The record with one cell written anew; null when it has no such column, or the column names who the applicant is.</summary>
    /// <param name="record">The record.</param>
    /// <param name="column">The column's Chinese name.</param>
    /// <param name="cell">What the cell should say.</param>
    public static ApplicantRecord? Corrected(ApplicantRecord record, string column, string cell) => column switch
    {
        Columns.Name => record with { Name = cell },
        Columns.BirthDate => record with { BirthDate = cell },
        Columns.Education => record with { Education = cell },
        Columns.Title => record with { Title = cell },
        Columns.Teaching => record with { Teaching = cell },
        Columns.TeachingSince => record with { TeachingSince = cell },
        Columns.Stage => record with { Stage = cell },
        Columns.Degree => record with { Degree = cell },
        Columns.Honours => record with { Honours = cell },
        Columns.Employer => record with { Employer = cell },
        Columns.EmployerDistrict => record with { EmployerDistrict = cell },
        Columns.IdNumber => record with { IdNumber = cell },
        Columns.Phone => record with { Phone = cell },
        Columns.Email => record with { Email = cell },
        Columns.Remarks => record with { Remarks = cell },
        _ => null,
    };
}
