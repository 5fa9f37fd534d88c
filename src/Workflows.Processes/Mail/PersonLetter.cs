using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Appointments;
using Workflows.Processes.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Mail;

/// <summary>What a letter to somebody on the roster says about their appointment or leaving; the template's model.</summary>
/// <param name="Name">The person.</param>
/// <param name="Matter">The case.</param>
/// <param name="FromGrade">The post grade held before; null for none, and for an exit.</param>
/// <param name="ToGrade">The post grade to be held; null for an exit.</param>
/// <param name="Kind">Up, down, first appointment, or how the person leaves.</param>
/// <param name="On">The first day of the post, or the last day at the college, <c>2026-09-01</c>.</param>
/// <param name="Reason">Why it is proposed.</param>
/// <param name="Until">The last day to speak up in writing; null where there is none.</param>
/// <param name="Why">Why it was turned down, in the words of whoever decided; empty where it wasn't.</param>
/// <param name="DocumentNumber">The document; empty before it is issued.</param>
public sealed record PersonLetter(
    string Name, Bilingual Matter, int? FromGrade, int? ToGrade, Bilingual Kind, string On, string Reason, string? Until, string Why,
    string DocumentNumber);

/// <summary>Writes letters to people on the roster.</summary>
internal static class PersonLetters
{
    /// <summary>Puts a letter to the person of the case into the outbox; without an address HR is asked to tell them.</summary>
    public static async Task WriteToPersonAsync(this Desk desk, Case @case, string key, string template, bool isFormal, CancellationToken ct)
    {
        var person = await desk.PersonAsync(@case, ct);
        if (!person.Email.Contains('@', StringComparison.Ordinal))
        {
            desk.Record(@case, new AuditLine("PersonHasNoAddress", null) { Subject = template });
            return;
        }

        desk.Db.Letters.Add(new Letter
        {
            Id = Guid.CreateVersion7(desk.Now),
            Key = key,
            Template = template,
            Language = "zh-CN",
            Name = person.Name,
            Address = person.Email,
            CaseId = @case.Id,
            Model = JsonSerializer.Serialize(await desk.LetterAsync(@case, person, ct), PolicyJson.Options),
            IsFormal = isFormal,
            PlannedAt = desk.Now,
            DueAt = desk.Now,
        });
    }

    private static async Task<PersonLetter> LetterAsync(this Desk desk, Case @case, Person person, CancellationToken ct)
    {
        var matter = new Bilingual(@case.TitleZh, @case.TitleEn);
        var hearing = await desk.Db.Hearings.FindAsync([@case.Id], ct);
        var until = hearing is null ? null : Written(hearing.Until);
        var why = await desk.LastRefusalAsync(@case, ct);
        if (await desk.Db.Exits.FindAsync([@case.Id], ct) is { Proposal: var leaving } exit)
        {
            return new PersonLetter(person.Name, matter, null, null, StaffWording.Name(leaving.Kind), Written(leaving.LastDay), leaving.Reason, until,
                why, exit.DocumentNumber);
        }

        var appointment = await desk.AppointmentAsync(@case.Id, ct);
        var proposal = appointment.Proposal;
        return new PersonLetter(person.Name, matter, proposal.FromGrade, proposal.ToGrade, StaffWording.Name(proposal.Direction),
            Written(proposal.EffectiveOn), proposal.Reason, until, why.Length > 0 ? why : await desk.UpheldAsync(@case, ct), appointment.DocumentNumber);
    }

    private static async Task<string> UpheldAsync(this Desk desk, Case @case, CancellationToken ct)
    {
        var notices = await desk.Db.Notices.Include(notice => notice.Objections).Where(notice => notice.CaseId == @case.Id).ToListAsync(ct);
        return notices.SelectMany(notice => notice.Objections).FirstOrDefault(objection => objection.Upheld is true)?.Finding ?? "";
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
