using Workflows.Personnel.Days;

namespace Workflows.Processes.Days;

/// <summary>A school says that a day at it was not so; or HR records its word. The person reads the reason and may log it anew.</summary>
public sealed class RefuseDay(Desk desk)
{
    private const int LongestReason = 500;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="EntryId">The entry.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why, in words that the person will read.</param>
    public sealed record Command(Guid OperationId, Guid EntryId, long Version, string Reason)
    {
        /// <summary>Who at the school says so, where HR records it.</summary>
        public string RefusedBy { get; init; } = "";
    }

    /// <summary>Refuses it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RefuseDay), async () =>
        {
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me)
                return DaySettling.NotAllowed;
            var (named, reason) = (command.RefusedBy.Trim(), command.Reason.Trim());
            var entry = await desk.Db.Days.FindAsync([command.EntryId], ct);
            if (DaySettling.RefusalOf(me, entry, command.Version, named) is { } refusal)
                return refusal;
            if (reason.Length is 0 or > LongestReason)
                return Answer.Refused(Refusal.Invalid, $"请写明退回原因，{LongestReason} 字以内。", $"Say why, in at most {LongestReason} characters.");

            (entry!.VerifiedBy, entry.Refusal) = (me.School == entry.School ? me.Name : named, reason);
            entry.MoveTo(DayState.Refused, desk, actor, reason);
            return Answer.Done($"已退回 {entry.On:yyyy-MM-dd} 的日志。", $"The entry of {entry.On:yyyy-MM-dd} is refused.", entry.Id);
        }, ct);
}
