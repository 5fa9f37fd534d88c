using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Days;

/// <summary>What an account may do in the day ledger, by the roles it holds at this moment.</summary>
public sealed class DayActor
{
    private readonly Account account;

    private DayActor(Account account) => this.account = account;

    /// <summary>Whether it is HR: logs and withdraws for anybody, and records a school's word.</summary>
    public bool IsHr => account.Wears(OfficeRole.HumanResources);

    /// <summary>The school for which it verifies; null for none.</summary>
    public string? School => account.Wears(OfficeRole.School) ? account.School : null;

    /// <summary>The name shown to others.</summary>
    public string Name => account.DisplayName;

    /// <summary>The account as it is at this moment; null where it may not act.</summary>
    public static async Task<DayActor?> FindAsync(Desk desk, Guid actor, CancellationToken ct) =>
        await desk.Db.Users.AsNoTracking().Include(one => one.Hats).FirstOrDefaultAsync(one => one.Id == actor && one.IsActive, ct) is { } account
            ? new DayActor(account) : null;

    /// <summary>Whether the person is the one behind the account.</summary>
    public bool Is(Guid personId) => account.PersonId == personId;

    /// <summary>Whether it may log days of the person.</summary>
    public bool MayLogFor(Guid personId) => IsHr || Is(personId);

    /// <summary>Whether it may read an entry and what belongs to it: whom it is about, its school, HR, leadership and the auditor.</summary>
    public bool MayRead(DayEntry entry) => IsHr || Is(entry.PersonId) || School == entry.School || account.Wears(OfficeRole.Leadership) || account.Wears(OfficeRole.Auditor);

    /// <summary>Why it can't say for the school whether the entry is true; null where it can. Nobody verifies their own day.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="named">Who says so, where HR records the school's word.</param>
    internal Answer? RefusalToSettle(DayEntry entry, string named)
    {
        if (Is(entry.PersonId))
            return Answer.Refused(Refusal.NotAllowed, $"{entry.On:yyyy-MM-dd} 是您本人的到校，不能由本人核实。", $"{entry.On:yyyy-MM-dd} is your own day: nobody verifies their own.");
        if (School == entry.School)
            return null;
        if (!IsHr)
            return Answer.Refused(Refusal.NotAllowed, $"只有{entry.School}的账户可以核实这一天。", $"Only the account of {entry.School} verifies this day.");
        return named.Length > 0 ? null
            : Answer.Refused(Refusal.Invalid, $"请写明{entry.School}由谁核实。", $"Name who at {entry.School} says so.");
    }
}
