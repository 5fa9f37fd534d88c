using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Reminders.Obligations;
using Workflows.Storage.Audit;

namespace Workflows.Reminders.Switching;

/// <summary>
/// HR switches a reminder rule on or off. On, it speaks from that day: what it would have said before counts as said, which the page shows
/// first. Off, what it has planned and not sent is dropped.
/// </summary>
public sealed class SwitchReminder(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Clause">The rule, <c>R12</c>.</param>
    /// <param name="IsOn">Whether it is to write to people.</param>
    /// <param name="Reason">Why, in HR's words.</param>
    public sealed record Command(Guid OperationId, string Clause, bool IsOn, string Reason);

    /// <summary>Switches the rule.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(SwitchReminder), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (ObligationRule.Find(command.Clause) is not { } rule)
            {
                return Answer.Refused(
                    Refusal.NotFound, $"“{command.Clause}”没有提醒规则；有提醒的是 {Clauses}。", $"“{command.Clause}” has no reminders; these have: {Clauses}.");
            }

            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明原因，审计可以查到。", "Say why; it is kept for the audit.");
            var found = await desk.Db.ReminderSwitches.FirstOrDefaultAsync(one => one.Rule == rule.Clause, ct);
            if (found?.IsOn == command.IsOn)
                return Answer.Refused(Refusal.Stale, "已经是这个状态，页面可能是旧的。", "It is so already; the page may be old.");

            if (found is null)
                desk.Db.ReminderSwitches.Add(found = new ReminderSwitch { Rule = rule.Clause });
            (found.IsOn, found.ChangedAt, found.ChangedBy) = (command.IsOn, desk.Now, actor);
            await desk.RecordInOfficeAsync(new AuditLine("ReminderSwitched", actor)
            {
                Subject = rule.Clause, NewValue = command.IsOn ? "on" : "off", Reason = command.Reason.Trim(),
            }, ct);
            return command.IsOn
                ? Answer.Done($"{rule.Clause} 从今天起提醒；此前的提醒视为已说过。", $"{rule.Clause} reminds from today on; what was before counts as said.")
                : Answer.Done($"{rule.Clause} 不再提醒；未发出的不再发送。", $"{rule.Clause} no longer reminds; what wasn't sent isn't sent.");
        }, ct);

    private static string Clauses => string.Join(", ", ObligationRule.All.Select(rule => rule.Clause));
}
