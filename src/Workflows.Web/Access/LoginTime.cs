using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Workflows.Web.Access;

/// <summary>
/// When this session's person last proved who they are. It travels in the encrypted login cookie beside the claims, so that a renewed
/// cookie keeps it, and only a new login sets it.
/// </summary>
internal static class LoginTime
{
    private const string Item = "auth_time";
    private const string Begun = "begun";
    private const string Session = "session";

    /// <summary>Writes the time, and when the session began, into a cookie that has none yet.</summary>
    public static void Write(CookieSigningInContext cookie, WallClock wall)
    {
        cookie.Properties.Items.TryAdd(Begun, wall.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        cookie.Properties.Items.TryAdd(Session, RandomNumberGenerator.GetHexString(32, lowercase: true));
        var proven = cookie.HttpContext.Items[Item] as DateTimeOffset? ?? wall.Time.GetUtcNow();
        cookie.Properties.Items.TryAdd(Item, proven.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Says that the login of this request was proven elsewhere, at that time.</summary>
    public static void ProvenAt(HttpContext http, DateTimeOffset time) => http.Items[Item] = time;

    /// <summary>The time of the login that this request came with; null when nobody is logged in.</summary>
    public static DateTimeOffset? Of(HttpContext http) => Read(http, Item);

    /// <summary>When the session began that this request came with; a renewed cookie keeps it.</summary>
    public static DateTimeOffset? BegunAt(HttpContext http) => Read(http, Begun);

    /// <summary>The session's own name, which every renewal of its cookie keeps; null for one of an earlier version.</summary>
    public static string? SessionOf(HttpContext http) =>
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.TryGetValue(Session, out var name) is true ? name : null;

    private static DateTimeOffset? Read(HttpContext http, string item) =>
        http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items is { } items
        && items.TryGetValue(item, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
