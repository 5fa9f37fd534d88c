using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>What a letter to a teacher says of their line of a semester's list; the template's model.</summary>
/// <param name="Name">The teacher.</param>
/// <param name="Semester">The semester.</param>
/// <param name="School">接收学校.</param>
/// <param name="Kind">方式.</param>
/// <param name="Reason">Why this person, now.</param>
/// <param name="On">The first day, <c>2027-02-22</c>.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsProvisional">Whether no calendar file covers those days yet.</param>
/// <param name="Until">The last day to confirm or object; null where nobody is asked.</param>
/// <param name="Days">The working days between.</param>
/// <param name="Result">What became of an objection: kept, changed, or taken off the list; null before.</param>
/// <param name="Words">HR's words on it, or why the list was called off; empty for none.</param>
/// <param name="DocumentNumber">The document; empty before it is issued.</param>
/// <param name="Path">The page of the line, from which the mail's link is made.</param>
public sealed record SecondmentLetter(
    string Name, Bilingual Semester, string School, Bilingual Kind, string Reason, string On, string Last, bool IsProvisional, string? Until, int Days,
    Bilingual? Result, string Words, string DocumentNumber, string Path)
{
    /// <summary>The whole address of the line's page, filled in when the mail is written.</summary>
    public string Link { get; init; } = "";
}

/// <summary>Writes letters to the teachers of a list.</summary>
public static class SecondmentLetters
{
    /// <summary>What is proposed, with the last day to confirm or object.</summary>
    public const string Proposed = "secondment/proposed";

    /// <summary>What became of the person's objection or line.</summary>
    public const string Handled = "secondment/objection-handled";

    /// <summary>The placement is decided.</summary>
    public const string Placed = "secondment/placed";

    /// <summary>The list isn't carried through.</summary>
    public const string CalledOff = "secondment/called-off";

    /// <summary>The page on which a teacher confirms a line or objects to it.</summary>
    public static string Page(Guid lineId) => $"/secondment/lines/{lineId}";

    /// <summary>Puts a formal letter to the teacher of a line into the outbox; without an address HR is asked to tell them.</summary>
    internal static async Task WriteToTeacherAsync(
        this Desk desk, Case @case, SecondmentPlan plan, PlanLine line, string template, string key, CancellationToken ct)
    {
        var person = await desk.Db.People.AsNoTracking().FirstAsync(one => one.Id == line.PersonId, ct);
        if (!person.Email.Contains('@', StringComparison.Ordinal))
        {
            desk.Record(@case, new AuditLine("PersonHasNoAddress", null) { Subject = template, NewValue = $"{person.Id}" });
            return;
        }

        var days = desk.Office.Semesters.Find(line.Stage, plan.Name);
        var letter = new SecondmentLetter(
            person.Name, plan.Name.Words, line.School, SecondmentWording.Name(line.Kind), line.Reason, Written(days?.First), Written(days?.Last),
            days?.IsProvisional ?? true, line.HeardUntil is null ? null : Written(line.HeardUntil), desk.Office.Staff.Secondment.DaysToObject,
            Result(line), await WordsAsync(desk, @case, line, template, ct), plan.DocumentNumber, Page(line.Id));
        desk.Db.Letters.Add(new Letter
        {
            Id = Guid.CreateVersion7(desk.Now), Key = key, Template = template, Language = "zh-CN", Name = person.Name, Address = person.Email,
            CaseId = @case.Id, Model = JsonSerializer.Serialize(letter, PolicyJson.Options), IsFormal = true, PlannedAt = desk.Now, DueAt = desk.Now,
        });
    }

    private static Bilingual? Result(PlanLine line) => !line.Stands ? new("已从名单中去掉", "you are taken off the list")
        : line.Handling.Length == 0 ? null
        : line.Answer is TeacherAnswer.Objected ? new("维持原安排", "the line stays as it is") : new("已调整", "the line is changed");

    private static async Task<string> WordsAsync(Desk desk, Case @case, PlanLine line, string template, CancellationToken ct) =>
        template == CalledOff && line.Handling.Length == 0 ? await desk.LastRefusalAsync(@case, ct) : line.Stands ? line.Handling : line.StruckReason;

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
