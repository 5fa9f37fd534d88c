using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Notices;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices;

/// <summary>HR takes in an objection (异议) to a name on a running notice: the notice stands still until it is handled.</summary>
public sealed class FileObjection(Desk desk)
{
    private const int FewestDigits = 7;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="NoticeId">The notice.</param>
    /// <param name="ApplicationId">Whom the objection speaks of; null on a notice about people of the roster.</param>
    /// <param name="From">Who objects, by their real name; a unit by its own.</param>
    /// <param name="Contact">Their telephone or mail address.</param>
    /// <param name="Text">What they say.</param>
    public sealed record Command(Guid OperationId, Guid NoticeId, Guid? ApplicationId, string From, string Contact, string Text)
    {
        /// <summary>Whom the objection speaks of, on a notice that lists people of the roster; null on every other.</summary>
        public Guid? PersonId { get; init; }
    }

    /// <summary>Records the objection and stops the days.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(FileObjection), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.NoticeAsync(command.NoticeId, ct) is not { } notice)
                return Answer.Refused(Refusal.NotFound, "没有这份公示。", "There is no such notice.");
            if (notice is not { ConcludedOn: null, WaitId: { } wait } || IsOver(notice))
                return Answer.Refused(Refusal.WrongTime, "公示已经结束。", "The notice is over.");
            if (notice.Lines.FirstOrDefault(line => line.ApplicationId == command.ApplicationId && line.PersonId == command.PersonId) is not { } line)
                return Answer.Refused(Refusal.Invalid, "请选择公示名单中的人员。", "Choose somebody on the notice.");
            if (string.IsNullOrWhiteSpace(command.From) || string.IsNullOrWhiteSpace(command.Text))
                return Answer.Refused(Refusal.Invalid, "请填写异议人和异议内容。", "State who objects and what they say.");
            if (IsAnonymous(command.From) || !CanBeReached(command.Contact))
            {
                return Answer.Refused(Refusal.Invalid,
                    "异议须实名提出：请填写真实姓名或单位名称，以及联系电话或邮箱。",
                    "An objection is made by real name: state the person's or unit's name, and a telephone or mail address.");
            }

            var objection = new Objection
            {
                Id = Guid.CreateVersion7(desk.Now), NoticeId = notice.Id, ApplicationId = line.ApplicationId, PersonId = line.PersonId,
                From = command.From.Trim(), Contact = command.Contact.Trim(), Text = command.Text.Trim(), ReceivedOn = desk.Today,
            };
            notice.Objections.Add(objection);
            desk.Record(await desk.CaseAsync(notice.CaseId, ct), new AuditLine("ObjectionFiled", actor)
            {
                Subject = $"{line.Subject}", NewValue = "Open",
                Personal = JsonSerializer.Serialize(new { objection.From, objection.Contact, objection.Text }, PolicyJson.Options),
            });
            await desk.Engine.SignalAsync(notice.CaseId, wait, Outcomes.Again, command.OperationId, ct);
            return Answer.Done("已登记异议，公示期暂停。", "The objection is recorded; the notice stands still.", notice.RoundId ?? notice.CaseId);
        }, ct);

    // The last day may be over before the process has noticed.
    private bool IsOver(PublicNotice notice) =>
        NoticePeriod.LastDay(notice.PostedOn, notice.Days, notice.Pauses, desk.Office.Calendar) is { } lastDay && desk.Today > lastDay;

    private static bool IsAnonymous(string from) =>
        from.Contains("匿名", StringComparison.Ordinal) || from.Contains("anonymous", StringComparison.OrdinalIgnoreCase);

    private static bool CanBeReached(string contact) =>
        contact.Contains('@', StringComparison.Ordinal) || contact.Count(char.IsDigit) >= FewestDigits;
}
