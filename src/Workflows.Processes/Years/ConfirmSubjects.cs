using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Years;

/// <summary>HR's yearly task of R01: it went through the full-time teachers and what each is able to teach or research, and says so once a year.</summary>
public sealed class ConfirmSubjects(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Note">What was found; required where somebody has no subject on record.</param>
    public sealed record Command(Guid OperationId, string Note);

    /// <summary>Whom the check goes through: the full-time teachers of the active staff.</summary>
    /// <param name="people">The roster, with tenures.</param>
    /// <param name="today">Today.</param>
    public static List<Person> Asked(IEnumerable<Person> people, DateOnly today) =>
        [.. people.Where(person => person.Category is StaffCategory.FullTimeTeacher && person.TenureOn(today) is not null && person.IsActiveStaff(person.Status))];

    /// <summary>Records the check, with the numbers of this moment.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ConfirmSubjects), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var year = desk.Today.Year;
            if (await desk.Db.SubjectChecks.AnyAsync(check => check.Year == year, ct))
                return Answer.Refused(Refusal.Stale, $"{year} 年的任教学科核查已登记。", $"The check of {year} is on record already.");
            var teachers = Asked(await desk.Db.People.AsNoTracking().Include(person => person.Tenures).ToListAsync(ct), desk.Today);
            var without = teachers.FindAll(person => person.Subject.Length == 0);
            if (without.Count > 0 && string.IsNullOrWhiteSpace(command.Note))
            {
                var names = string.Join("、", without.Select(person => person.Name));
                return Answer.Refused(Refusal.Invalid, $"{names}还没有任教学科记录，请写明怎样处理。", $"{names} have no subject on record: say what is done about it.");
            }

            var check = new SubjectCheck
            {
                Year = year, On = desk.Today, By = actor, Teachers = teachers.Count, WithSubject = teachers.Count - without.Count,
                Note = command.Note.Trim(), RecordedAt = desk.Now,
            };
            desk.Db.SubjectChecks.Add(check);
            await desk.RecordInRosterAsync(new AuditLine("SubjectsChecked", actor) { Subject = $"{year}", NewValue = $"{check.WithSubject}/{check.Teachers}", Reason = check.Note }, ct);
            return Answer.Done($"{year} 年核查已登记：{check.Teachers} 名专任教师，{check.WithSubject} 名有任教学科。", $"The check of {year} is on record: {check.WithSubject} of {check.Teachers} full-time teachers have a subject.");
        }, ct);
}
