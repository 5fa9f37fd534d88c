using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff;

/// <summary>One thing that the roster file says of a person and the database keeps, comparable as text.</summary>
/// <param name="Column">The column in the file.</param>
/// <param name="Stored">What is kept.</param>
/// <param name="Written">What the row says; null or empty where it says nothing, and then what is kept stays.</param>
/// <param name="Take">Takes over what the row says.</param>
internal sealed record RosterField(
    string Column, Func<Person, string> Stored, Func<RosterEntry, string?> Written, Action<Person, RosterEntry> Take)
{
    /// <summary>All fields except the tenure's, in the order of the columns.</summary>
    public static IReadOnlyList<RosterField> All { get; } =
    [
        new(RosterColumns.Name, p => p.Name, e => e.Name, (p, e) => p.Name = e.Name),
        new(RosterColumns.Gender, p => p.Gender, e => e.Gender, (p, e) => p.Gender = e.Gender),
        new(RosterColumns.StaffNumber, p => p.StaffNumber ?? "", e => e.StaffNumber, (p, e) => p.StaffNumber = e.StaffNumber),
        new(RosterColumns.IdNumber, p => p.IdNumber, e => e.IdNumber, (p, e) => p.IdNumber = e.IdNumber),
        new(RosterColumns.BirthDate, p => Day(p.BirthDate), e => Day(e.BirthDate), (p, e) => p.BirthDate = e.BirthDate),
        new(RosterColumns.Category, p => StaffWords.Of(p.Category), e => StaffWords.Of(e.Category), (p, e) => p.Category = e.Category),
        new(RosterColumns.Status, p => StaffWords.Of(p.Status), e => StaffWords.Of(e.Status), (p, e) => p.Status = e.Status),
        new(
            RosterColumns.OnEstablishment,
            p => StaffWords.Of(p.OnEstablishment),
            e => e.OnEstablishment is { } yes ? StaffWords.Of(yes) : null,
            (p, e) => p.OnEstablishment = e.OnEstablishment!.Value),
        new(RosterColumns.Stage, p => p.SchoolStage, e => e.SchoolStage, (p, e) => p.SchoolStage = e.SchoolStage),
        new(RosterColumns.Subject, p => p.Subject, e => e.Subject, (p, e) => p.Subject = e.Subject),
        new(RosterColumns.Education, p => p.Education, e => e.Education, (p, e) => p.Education = e.Education),
        new(RosterColumns.Title, p => p.Title, e => e.Title, (p, e) => p.Title = e.Title),
        new(RosterColumns.PostGrade, p => StaffWords.Of(p.PostLevel), e => StaffWords.Of(e.PostLevel), (p, e) => p.PostLevel = e.PostLevel),
        new(RosterColumns.Honours, p => p.Honours, e => e.Honours, (p, e) => p.Honours = e.Honours),
        new(RosterColumns.FormerEmployer, p => p.FormerEmployer, e => e.FormerEmployer, (p, e) => p.FormerEmployer = e.FormerEmployer),
        new(RosterColumns.Phone, p => p.Phone, e => e.Phone, (p, e) => p.Phone = e.Phone),
        new(RosterColumns.Email, p => p.Email, e => e.Email, (p, e) => p.Email = e.Email),
        new(RosterColumns.Remarks, p => p.Remarks, e => e.Remarks, (p, e) => p.Remarks = e.Remarks),
    ];

    /// <summary>The difference; null where there is none, or where the row says nothing.</summary>
    /// <param name="person">The person as kept; null for somebody new.</param>
    /// <param name="entry">The row.</param>
    public ImportRoster.Difference? Compare(Person? person, RosterEntry entry)
    {
        var stored = person is null ? "" : Stored(person);
        return Written(entry) is { Length: > 0 } written && stored != written ? new ImportRoster.Difference(Column, stored, written) : null;
    }

    /// <summary>A day as text; empty for none.</summary>
    internal static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null) ?? "";
}
