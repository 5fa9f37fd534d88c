using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Lists;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Processes.Rotation;
using Workflows.Processes.Secondment;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Lists;

/// <summary>The letters that every kind of list writes to the teachers on it.</summary>
/// <param name="Proposed">What is proposed, with the last day to confirm or object.</param>
/// <param name="Handled">What became of the person's objection or line.</param>
/// <param name="CalledOff">The list isn't carried through.</param>
public sealed record ListTemplates(string Proposed, string Handled, string CalledOff);

/// <summary>Writes letters to the teachers of a list.</summary>
public static class ListLetters
{
    /// <summary>The list's letters.</summary>
    public static ListTemplates Letters(this PeopleList list) => list is RotationRound
        ? new(RotationLetters.Proposed, RotationLetters.Handled, RotationLetters.CalledOff)
        : new(SecondmentLetters.Proposed, SecondmentLetters.Handled, SecondmentLetters.CalledOff);

    /// <summary>Puts a formal letter to the teacher of a line into the outbox; without an address HR is asked to tell them.</summary>
    internal static async Task WriteToTeacherAsync(
        this Desk desk, Case @case, PeopleList list, ListLine line, string template, string key, CancellationToken ct)
    {
        var person = await desk.Db.People.AsNoTracking().FirstAsync(one => one.Id == line.PersonId, ct);
        if (!person.Email.Contains('@', StringComparison.Ordinal))
        {
            desk.Record(@case, new AuditLine("PersonHasNoAddress", null) { Subject = template, NewValue = $"{person.Id}" });
            return;
        }

        var isCallingOff = template == list.Letters().CalledOff;
        var words = isCallingOff && line.Handling.Length == 0 ? await desk.LastRefusalAsync(@case, ct) : line.Stands ? line.Handling : line.StruckReason;
        desk.Db.Letters.Add(new Letter
        {
            Id = Guid.CreateVersion7(desk.Now), Key = key, Template = template, Language = "zh-CN", Name = person.Name, Address = person.Email,
            CaseId = @case.Id, Model = Model(desk.Office, list, line, person.Name, words), IsFormal = true, PlannedAt = desk.Now, DueAt = desk.Now,
        });
    }

    /// <summary>A day in a letter; empty for none.</summary>
    internal static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>What became of a line, in words; null before anything did.</summary>
    internal static Bilingual? Result(this ListLine line) => !line.Stands ? new("已从名单中去掉", "you are taken off the list")
        : line.Handling.Length == 0 ? null
        : line.Answer is TeacherAnswer.Objected ? new("维持原安排", "the line stays as it is") : new("已调整", "the line is changed");

    private static string Model(Office office, PeopleList list, ListLine line, string name, string words) => (list, line) switch
    {
        (SecondmentPlan plan, PlanLine one) => JsonSerializer.Serialize(SecondmentLetters.Of(office, plan, one, name, words), PolicyJson.Options),
        (RotationRound round, RotationLine one) => JsonSerializer.Serialize(RotationLetters.Of(office, round, one, name, words), PolicyJson.Options),
        _ => throw new ArgumentOutOfRangeException(nameof(list), list, "No such list."),
    };
}
