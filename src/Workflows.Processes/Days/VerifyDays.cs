using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Policy;

namespace Workflows.Processes.Days;

/// <summary>A school says that days at it were so, one or several in one go; or HR records its word, with the name of who says so. All or none.</summary>
public sealed class VerifyDays(Desk desk)
{
    /// <summary>The most days in one go.</summary>
    public const int Most = 100;

    private const int LongestName = 40;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Entries">The days, each with the version that the page showed.</param>
    public sealed record Command(Guid OperationId, IReadOnlyList<Chosen> Entries)
    {
        /// <summary>Who at the school says so, where HR records it; of a school's own account its name is taken.</summary>
        public string VerifiedBy { get; init; } = "";
    }

    /// <summary>One of the days.</summary>
    /// <param name="EntryId">The entry.</param>
    /// <param name="Version">The version that the page showed.</param>
    public sealed record Chosen(Guid EntryId, long Version);

    /// <summary>Verifies them; from then on they count.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(VerifyDays), async () =>
        {
            var chosen = command.Entries.DistinctBy(one => one.EntryId).ToList();
            var named = command.VerifiedBy.Trim();
            if (chosen.Count is 0 or > Most || named.Length > LongestName)
                return Answer.Refused(Refusal.Invalid, $"请勾选要核实的日期，一次最多 {Most} 天。", $"Tick the days to verify, at most {Most} at a time.");
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me)
                return DaySettling.NotAllowed;
            var ids = chosen.ConvertAll(one => one.EntryId);
            var entries = await desk.Db.Days.Where(entry => ids.Contains(entry.Id)).ToDictionaryAsync(entry => entry.Id, ct);
            List<Answer> refusals = [.. chosen.Select(one => DaySettling.RefusalOf(me, entries.GetValueOrDefault(one.EntryId), one.Version, named)).OfType<Answer>()];
            if (refusals.Count > 0)
                return Answer.Refused(refusals[0].Refusal!.Value, [.. refusals.SelectMany(refusal => refusal.Reasons).Distinct()]);

            foreach (var entry in entries.Values)
            {
                entry.VerifiedBy = me.School == entry.School ? me.Name : named;
                entry.MoveTo(DayState.Verified, desk, actor, entry.VerifiedBy);
            }

            return Answer.Done($"已核实 {entries.Count} 天。", $"{entries.Count} days are verified.");
        }, ct);
}

/// <summary>What verifying and refusing a day share.</summary>
internal static class DaySettling
{
    /// <summary>The answer to somebody who may not.</summary>
    public static Answer NotAllowed { get; } = Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You don't hold the role that may do this.");

    /// <summary>The answer where there is no such entry.</summary>
    public static Answer Missing { get; } = Answer.Refused(Refusal.NotFound, "没有这条日志。", "There is no such entry.");

    /// <summary>Why the account can't say for the school whether the entry is true; null where it can.</summary>
    public static Answer? RefusalOf(DayActor me, DayEntry? entry, long version, string named)
    {
        if (entry is null)
            return Missing;
        if (me.RefusalToSettle(entry, named) is { } refusal)
            return refusal;
        if (entry.State is DayState.Logged && entry.Version == version)
            return null;
        var state = DayWords.Name(entry.State);
        return Answer.Refused(Refusal.Stale, [new Bilingual($"{entry.On:yyyy-MM-dd} 的这条日志{state.Zh}，请看最新情况。", $"The entry of {entry.On:yyyy-MM-dd} has changed: {state.En}. Look again.")]);
    }
}
