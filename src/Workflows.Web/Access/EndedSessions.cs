using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage;

namespace Workflows.Web.Access;

/// <summary>The sessions that somebody logged out of, kept until they would have ended anyway: a copy of their cookie opens nothing.</summary>
internal static class EndedSessions
{
    /// <summary>Under which the account's tokens name them.</summary>
    public const string Provider = "EndedSession";

    /// <summary>Ends a session, and forgets those of the account that are over by now.</summary>
    public static async Task EndAsync(this WorkflowsDb db, Guid account, string session, DateTimeOffset now, LoginOptions login, CancellationToken ct)
    {
        var over = Written(now.AddHours(-login.LongestHours));
#pragma warning disable CA1309 // The database compares: digits and marks, in every collation alike.
        await db.UserTokens.Where(one => one.UserId == account && one.LoginProvider == Provider && string.Compare(one.Value, over) < 0).ExecuteDeleteAsync(ct);
#pragma warning restore CA1309
        if (await db.UserTokens.AnyAsync(one => one.UserId == account && one.LoginProvider == Provider && one.Name == session, ct))
            return;
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = account, LoginProvider = Provider, Name = session, Value = Written(now) });
        await db.SaveChangesAsync(ct);
    }

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
}
