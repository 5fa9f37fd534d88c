using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Storage.Audit;

namespace Workflows.Reminders.Sending;

/// <summary>HR settles a formal notice of which nobody knows whether it was taken: it goes out again, or it has arrived.</summary>
public sealed class SettleLetter(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page, so that a second click changes nothing.</param>
    /// <param name="LetterId">The letter.</param>
    /// <param name="SendAgain">True: it goes out again, with the same Message-ID. False: the recipient has it.</param>
    /// <param name="Reason">How that is known, in HR's words.</param>
    public sealed record Command(Guid OperationId, Guid LetterId, bool SendAgain, string Reason);

    /// <summary>Settles the letter.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(SettleLetter), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明依据，例如与收件人电话核实。", "Say how you know, for example by a call to the recipient.");
            if (await desk.Db.Letters.FirstOrDefaultAsync(letter => letter.Id == command.LetterId, ct) is not { } letter)
                return Answer.Refused(Refusal.NotFound, "没有这封邮件。", "There is no such letter.");
            if (letter.Phase is not LetterPhase.Ambiguous)
                return Answer.Refused(Refusal.Stale, "这封邮件不需要处理。", "This letter doesn't need to be settled.");

            return await SettleAsync(letter, command, actor, ct);
        }, ct);

    private async Task<Answer> SettleAsync(Letter letter, Command command, Guid actor, CancellationToken ct)
    {
        letter.Phase = command.SendAgain ? LetterPhase.Planned : LetterPhase.Accepted;
        letter.DueAt = desk.Now;
        letter.AcceptedAt = command.SendAgain ? null : desk.Now;
        letter.LastReply = command.Reason.Trim();
        if (letter.CaseId is { } caseId)
        {
            desk.Record(await desk.CaseAsync(caseId, ct), new AuditLine("LetterSettled", actor)
            {
                Subject = letter.Template, NewValue = $"{letter.Phase}", Reason = command.Reason.Trim(),
            });
        }

        return command.SendAgain
            ? Answer.Done("将再次发送。", "It goes out again.", letter.CaseId)
            : Answer.Done("已记为送达。", "Recorded as arrived.", letter.CaseId);
    }
}
