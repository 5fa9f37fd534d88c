using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Storage.Identity;
using Workflows.Web.Forms;

namespace Workflows.Web.Access;

/// <summary>
/// Login with the bureau's own accounts. A provider's form would be stopped by our own form rules, so it starts with a link; it changes
/// nothing until the provider has answered.
/// </summary>
internal static class BureauLogin
{
    private const string Again = "again";
    private const string AskedAt = "asked_at";
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    public static void MapBureauLogin(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetRequiredService<LoginOptions>().OpenIdConnect is null)
            return;
        app.MapGet("/login/bureau", AskAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/login/bureau/done", EnterAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Leads to the page that says why the bureau's login led nowhere.</summary>
    public static IResult Refused(string reason) => PostedForm.SeeOther($"/login/refused?reason={reason}");

    // Who has to prove again who they are is asked for the password there, however recently they gave it.
    private static async Task<IResult> AskAsync(
        HttpContext http, Me me, WallClock wall, ILogger<OpenIdConnectLogin> log, string? returnUrl, bool again = false)
    {
        var properties = new OpenIdConnectChallengeProperties
        {
            RedirectUri = $"/login/bureau/done?returnUrl={Uri.EscapeDataString(SignIn.Local(returnUrl))}",
        };
        if (again && me.IsKnown)
        {
            (properties.Prompt, properties.MaxAge) = ("login", TimeSpan.Zero);
            properties.Items[Again] = $"{me.Id}";
            properties.Items[AskedAt] = wall.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        try
        {
            await http.ChallengeAsync(BureauProvider.Scheme, properties);
            return Results.Empty;
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or IOException)
        {
            log.LogWarning(SecurityEvents.BureauAway, "统一身份认证连不上 / the bureau's login is out of reach: {Reason}", fault.GetBaseException().Message);
            return Refused("failed");
        }
    }

    private static async Task<IResult> EnterAsync(
        HttpContext http, SignInManager<Account> signIn, LoginOptions login, WallClock wall, string? returnUrl)
    {
        var outside = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (outside.Principal?.FindFirst("sub") is not { } subject || login.OpenIdConnect is not { } bureau)
            return Refused("failed");
        var provenAt = Time(outside.Principal.FindFirstValue("auth_time"));
        if (!IsAsAsked(outside.Properties, provenAt))
            return Refused("stale");
        if (await BureauPeople.FindAsync(signIn.UserManager, subject, outside.Principal, bureau) is not { } account)
            return Refused("unknown");
        if (outside.Properties?.Items.TryGetValue(Again, out var asked) is true && asked != $"{account.Id}")
            return Refused("other");

        // A provider that doesn't say when the password was given may have asked for it this morning.
        LoginTime.ProvenAt(http, provenAt is { } time && time <= wall.Time.GetUtcNow() ? time : DateTimeOffset.UnixEpoch);
        var result = await signIn.ExternalLoginSignInAsync(subject.Issuer, subject.Value, isPersistent: false, bypassTwoFactor: false);
        return result.Succeeded || result.RequiresTwoFactor
            ? SignIn.Next(result, SignIn.Local(returnUrl), "/login")
            : Refused("unknown");
    }

    private static bool IsAsAsked(AuthenticationProperties? properties, DateTimeOffset? provenAt) =>
        properties?.Items.TryGetValue(AskedAt, out var text) is not true || Time(text) is not { } askedAt
        || provenAt >= askedAt - ClockSkew;

    private static DateTimeOffset? Time(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? DateTimeOffset.FromUnixTimeSeconds(number) : null;
}
