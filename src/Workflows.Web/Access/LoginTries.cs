using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// Counts tries of passwords and codes in the database, for all nodes, and before they are looked at: of a hundred guesses posted at once five are
/// looked at. A browser in which somebody has logged in before has five tries of its own, which no stranger can use up; see decision 0080.
/// </summary>
public sealed class LoginTries(WorkflowsDb db, KnownBrowser browser, WallClock wall, IOptions<IdentityOptions> identity, ILogger<LoginTries> log)
{
    /// <summary>Takes one of the account's tries. False when there is none left: then nothing may be looked at.</summary>
    public async Task<bool> TakeAsync(Account account, CancellationToken ct)
    {
        var taken = await browser.TakeAsync(account, Rule, ct) ?? await TakeOfAllAsync(account, ct);
        if (!taken)
            log.LogWarning(SecurityEvents.LoginLocked, "锁定期间仍在尝试登录 / a login was tried while the account is locked: {Account}", account.Id);
        return taken;
    }

    /// <summary>Gives the try back: the password was right, and a code is still asked for.</summary>
    public async Task GiveBackAsync(Account account, CancellationToken ct)
    {
        if (!await browser.GiveBackAsync(account, ct))
            await SetAsync(account, Math.Max(0, account.AccessFailedCount - 1), ct);
    }

    /// <summary>The login is whole: the tries before it are forgotten, and this browser is known from now on. A lock that strangers brought about stays.</summary>
    public async Task SucceededAsync(Account account, CancellationToken ct)
    {
        if (await browser.GiveBackAsync(account, ct) && account.LockoutEnd > wall.Time.GetUtcNow())
            log.LogInformation(SecurityEvents.LoginLocked, "他人试错锁定期间，本人从用过的浏览器登录 / the owner logged in from a known browser during a lock: {Account}", account.Id);
        else
            await SetAsync(account, 0, ct);
        await browser.RememberAsync(account, ct);
    }

    private async Task<bool> TakeOfAllAsync(Account account, CancellationToken ct)
    {
        var now = wall.Time.GetUtcNow();
        DateTimeOffset? lockedUntil = now + Rule.DefaultLockoutTimeSpan;
        var most = Rule.MaxFailedAccessAttempts;
        var taken = await db.Users.Where(one => one.Id == account.Id && (one.LockoutEnd == null || one.LockoutEnd <= now)).ExecuteUpdateAsync(set => set
            .SetProperty(one => one.AccessFailedCount, one => one.LockoutEnd == null ? one.AccessFailedCount + 1 : 1)
            .SetProperty(one => one.LockoutEnd, one => one.LockoutEnd == null && one.AccessFailedCount + 1 >= most ? lockedUntil : null), ct);
        await db.Entry(account).ReloadAsync(ct);
        return taken == 1;
    }

    private LockoutOptions Rule => identity.Value.Lockout;

    private async Task SetAsync(Account account, int tries, CancellationToken ct)
    {
        await db.Users.Where(one => one.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.AccessFailedCount, tries).SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null), ct);
        await db.Entry(account).ReloadAsync(ct);
    }
}

/// <summary>Identity without its own lockout: <see cref="LoginTries"/> counts, in one statement, where Identity reads, looks and then writes.</summary>
public sealed class Accounts(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> users,
    IEnumerable<IPasswordValidator<Account>> passwords, ILookupNormalizer names, IdentityErrorDescriber errors, IServiceProvider services, ILogger<Accounts> log)
    : UserManager<Account>(store, options, hasher, users, passwords, names, errors, services, log)
{
    /// <inheritdoc />
    public override bool SupportsUserLockout => false;
}
