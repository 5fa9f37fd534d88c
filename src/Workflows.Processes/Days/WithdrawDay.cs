using Workflows.Personnel.Days;

namespace Workflows.Processes.Days;

/// <summary>Whoever logged a day, or whom it is about, takes it back as long as the school hasn't verified it; afterwards HR does, with a reason.</summary>
public sealed class WithdrawDay(Desk desk)
{
    private const int LongestReason = 500;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="EntryId">The entry.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Reason">Why; HR must say it.</param>
    public sealed record Command(Guid OperationId, Guid EntryId, long Version, string Reason);

    /// <summary>Withdraws it: it counts no more, and stays on record.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawDay), async () =>
        {
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me)
                return DaySettling.NotAllowed;
            var reason = command.Reason.Trim();
            if (await desk.Db.Days.FindAsync([command.EntryId], ct) is not { } entry || (!me.IsHr && !IsTheirs(entry)))
                return DaySettling.Missing;
            if (!entry.Stands)
                return Answer.Refused(Refusal.Stale, $"这条日志{DayWords.Name(entry.State).Zh}，没有可撤回的。", $"There is nothing to withdraw: {DayWords.Name(entry.State).En}.");
            if (entry.Version != command.Version)
                return Answer.Refused(Refusal.Stale, $"这条日志{DayWords.Name(entry.State).Zh}，请看最新情况。", $"The entry has changed: {DayWords.Name(entry.State).En}. Look again.");
            var isOwn = IsTheirs(entry) && entry.State is DayState.Logged;
            if (!isOwn && !me.IsHr)
                return Answer.Refused(Refusal.NotAllowed, "学校已经核实，只能由人事写明理由撤回。", "The school has verified it: only HR can withdraw it, with a reason.");
            if (!isOwn && me.Is(entry.PersonId))
                return Answer.Refused(Refusal.NotAllowed, "这是您本人已核实的到校，请另一位人事干部撤回。", "This is your own verified day: ask another HR colleague to withdraw it.");
            if ((!isOwn && reason.Length == 0) || reason.Length > LongestReason)
                return Answer.Refused(Refusal.Invalid, $"请写明撤回原因，{LongestReason} 字以内。", $"Say why, in at most {LongestReason} characters.");

            entry.MoveTo(DayState.Withdrawn, desk, actor, reason);
            return Answer.Done($"已撤回 {entry.On:yyyy-MM-dd} 的日志。", $"The entry of {entry.On:yyyy-MM-dd} is withdrawn.", entry.Id);

            bool IsTheirs(DayEntry one) => one.LoggedBy == actor || me.Is(one.PersonId);
        }, ct);
}
