using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Corrections;

/// <summary>What correcting an entry of somebody's history asks for, and how it goes on record, whatever the entry is.</summary>
internal static class Correction
{
    /// <summary>A refusal unless HR corrects, with a reason, an entry that is there and still stands.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="actor">The account that corrects.</param>
    /// <param name="reason">The reason as typed.</param>
    /// <param name="isThere">Whether the entry was found.</param>
    /// <param name="retractedAt">When it was retracted; null while it stands.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Answer?> RefusalAsync(
        Desk desk, Guid actor, string reason, bool isThere, DateTimeOffset? retractedAt, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(reason))
            return Answer.Refused(Refusal.Invalid, "请写明更正理由。", "State the reason of the correction.");
        if (!isThere)
            return Answer.Refused(Refusal.NotFound, "没有这条记录。", "There is no such entry.");
        return retractedAt is null ? null : Answer.Refused(Refusal.Stale, "这条记录已作废。", "This entry was retracted already.");
    }

    /// <summary>What is said where the right entry lacks its first day.</summary>
    public static Answer NoDay { get; } = Answer.Refused(Refusal.Invalid, "请写明起始日期，例如 2026-09-01。", "State the first day, such as 2026-09-01.");

    /// <summary>What is said where a choice isn't one of those offered.</summary>
    public static Answer NoChoice { get; } = Answer.Refused(Refusal.Invalid, "请从列表中选择。", "Choose one of the list.");

    /// <summary>Puts the correction on the roster's record: which entry of whom, what it said, what stands in its place, and why.</summary>
    public static Task RecordAsync(
        Desk desk, string action, Guid actor, Guid personId, Guid entryId, string old, string @new, string reason, CancellationToken ct) =>
        desk.RecordInRosterAsync(
            new AuditLine(action, actor) { Subject = $"{personId} {entryId}", OldValue = old, NewValue = @new, Reason = reason.Trim() }, ct);

    /// <summary>What the page says afterwards.</summary>
    public static Answer Done(bool isReplaced, Guid personId) => isReplaced
        ? Answer.Done("已更正，原记录作废并保留在案。", "Corrected; the old entry is retracted and stays on record.", personId)
        : Answer.Done("已作废，记录保留在案。", "Retracted; it stays on record.", personId);
}
