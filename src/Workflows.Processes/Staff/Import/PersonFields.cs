using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Import;

/// <summary>The columns of 人员 that a person has a field for; times at the college and terms are compared by <see cref="RosterTenure"/> and <see cref="RosterTerms"/>.</summary>
internal static class PersonFields
{
    /// <summary>All of them, in the order of the columns.</summary>
    public static IReadOnlyList<SheetField<Person, RosterEntry>> All { get; } =
    [
        new(RosterColumns.Name, p => p.Name, e => e.Name, (p, e) => p.Name = e.Name),
        new(RosterColumns.Gender, p => p.Gender, e => e.Gender, (p, e) => p.Gender = e.Gender),
        new(RosterColumns.StaffNumber, p => p.StaffNumber ?? "", e => e.StaffNumber, (p, e) => p.StaffNumber = e.StaffNumber),
        new(RosterColumns.IdNumber, p => p.IdNumber, e => e.IdNumber, (p, e) => p.IdNumber = e.IdNumber),
        new(RosterColumns.BirthDate, p => SheetText.Day(p.BirthDate), e => SheetText.Day(e.BirthDate), (p, e) => p.BirthDate = e.BirthDate),
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
        new(RosterColumns.PostGrade, Grade, e => e.GradeWritten, (p, e) => (p.PostLevel, p.GradeWritten) = (e.PostLevel, e.GradeWritten)),
        new(
            RosterColumns.Leadership,
            p => p.IsLeader is { } yes ? StaffWords.Of(yes) : "",
            e => e.IsLeader is { } yes ? StaffWords.Of(yes) : null,
            (p, e) => p.IsLeader = e.IsLeader),
        new(RosterColumns.Honours, p => p.Honours, e => e.Honours, (p, e) => p.Honours = e.Honours),
        new(RosterColumns.FormerEmployer, p => p.FormerEmployer, e => e.FormerEmployer, (p, e) => p.FormerEmployer = e.FormerEmployer),
        new(RosterColumns.Phone, p => p.Phone, e => e.Phone, (p, e) => p.Phone = e.Phone),
        new(RosterColumns.Email, p => p.Email, e => e.Email, (p, e) => p.Email = e.Email),
        new(RosterColumns.Remarks, p => p.Remarks, e => e.Remarks, (p, e) => p.Remarks = e.Remarks),
    ];

    /// <summary>The grade as the roster wrote it; where an appointment has moved the post to another level since, the level.</summary>
    private static string Grade(Person person) =>
        person.GradeWritten.Length > 0 && PostGrade.Parse(person.GradeWritten).Level == person.PostLevel
            ? person.GradeWritten
            : StaffWords.Of(person.PostLevel);
}
