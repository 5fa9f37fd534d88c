using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// A browser in which an account has logged in before, known by a cookie that opens nothing: it only has tries of its own, under the same rule, kept
/// in the database. What strangers try elsewhere doesn't lock it.
/// </summary>
public sealed class KnownBrowser(IHttpContextAccessor context, WorkflowsDb db, IDataProtectionProvider protection, WallClock wall, OfficeWebOptions options)
{
    private const string Provider = "Browser";
    private const string Fresh = "0 ";
    private const int MostKept = 20;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("Workflows.Web.KnownBrowser");

    private HttpContext Http => context.HttpContext ?? throw new InvalidOperationException("There is no request.");

    private string Cookie => options.Cookie("office-browser");

    /// <summary>Takes one of the browser's tries for the account; null when the account doesn't know it.</summary>
    public async Task<bool?> TakeAsync(Account account, LockoutOptions rule, CancellationToken ct)
    {
        if (NameFor(account) is not { } name)
            return null;
        // Of two tries at once one finds the number that it read.
        while (await Rows(account).Where(one => one.Name == name).Select(one => one.Value).FirstOrDefaultAsync(ct) is { } kept)
        {
            var (tries, until) = Read(kept);
            var now = wall.Time.GetUtcNow();
            if (until > now)
                return false;
            var next = until is null ? tries + 1 : 1;
            if (await ReplaceAsync(account, name, kept, Write(next, next >= rule.MaxFailedAccessAttempts ? now + rule.DefaultLockoutTimeSpan : null), ct))
                return true;
        }

        return null;
    }

    /// <summary>Gives a try back; false when the account doesn't know this browser.</summary>
    public async Task<bool> GiveBackAsync(Account account, CancellationToken ct)
    {
        if (NameFor(account) is not { } name || await Rows(account).Where(one => one.Name == name).Select(one => one.Value).FirstOrDefaultAsync(ct) is not { } kept)
            return false;
        await ReplaceAsync(account, name, kept, Write(Math.Max(0, Read(kept).Tries - 1), null), ct);
        return true;
    }

    /// <summary>Knows this browser from now on, with all its tries.</summary>
    public async Task RememberAsync(Account account, CancellationToken ct)
    {
        if (NameFor(account) is { } known && await Rows(account).Where(one => one.Name == known).ExecuteUpdateAsync(set => set.SetProperty(one => one.Value, Fresh), ct) == 1)
            return;
        var name = $"{Guid.CreateVersion7(wall.Time.GetUtcNow()):N}{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = Provider, Name = name, Value = Fresh });
        await db.SaveChangesAsync(ct);
        var old = await Rows(account).OrderByDescending(one => one.Name).Select(one => one.Name).Skip(MostKept).ToListAsync(ct);
        if (old.Count > 0)
            await Rows(account).Where(one => old.Contains(one.Name)).ExecuteDeleteAsync(ct);
        Http.Response.Cookies.Append(Cookie, protector.Protect($"{account.Id:N} {name}"), new CookieOptions
        {
            Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = Http.Request.IsHttps, MaxAge = Lifetime,
        });
    }

    private async Task<bool> ReplaceAsync(Account account, string name, string kept, string next, CancellationToken ct) =>
        await Rows(account).Where(one => one.Name == name && one.Value == kept).ExecuteUpdateAsync(set => set.SetProperty(one => one.Value, next), ct) == 1;

    private static string Write(int tries, DateTimeOffset? until) => string.Create(CultureInfo.InvariantCulture, $"{tries} {until?.ToUnixTimeSeconds()}");

    private static (int Tries, DateTimeOffset? Until) Read(string kept) => kept.Split(' ') is [var tries, var until]
        ? (int.Parse(tries, CultureInfo.InvariantCulture), until.Length == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture)))
        : throw new InvalidOperationException("The browser's tries are written in a way that this program doesn't know.");

    private IQueryable<IdentityUserToken<Guid>> Rows(Account account) => db.UserTokens.AsNoTracking().Where(one => one.UserId == account.Id && one.LoginProvider == Provider);

    private string? NameFor(Account account)
    {
        if (Http.Request.Cookies[Cookie] is not { Length: > 0 } kept)
            return null;
        try
        {
            return protector.Unprotect(kept).Split(' ') is [var id, var name] && id == $"{account.Id:N}" ? name : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
