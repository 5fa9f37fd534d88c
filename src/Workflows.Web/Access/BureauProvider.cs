using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Workflows.Web.Access;

/// <summary>How the provider of the bureau's accounts is spoken to: authorization code with PKCE, a signed token, no token kept.</summary>
internal static class BureauProvider
{
    /// <summary>The name of the provider among the ways to log in.</summary>
    public const string Scheme = "bureau";

    private const string ReturnPath = "/login/bureau/return";

    public static void AddBureauLogin(this IServiceCollection services, OfficeWebOptions options)
    {
        if (options.Login.OpenIdConnect is not { } bureau)
            return;
        services.AddAuthentication().AddOpenIdConnect(Scheme, provider =>
        {
            Configure(provider, bureau);
            Name(provider.CorrelationCookie, options.Cookie("office-correlation."));
            Name(provider.NonceCookie, options.Cookie("office-nonce."));
        });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<WallClock>((provider, wall) => provider.TimeProvider = wall.Time);
    }

    private static void Configure(OpenIdConnectOptions provider, OpenIdConnectLogin bureau)
    {
        provider.Authority = bureau.Authority.ToString();
        provider.ClientId = bureau.ClientId;
        provider.ClientSecret = bureau.ClientSecret.Length > 0 ? bureau.ClientSecret : null;
        provider.RequireHttpsMetadata = !bureau.Authority.IsLoopback;
        provider.SignInScheme = IdentityConstants.ExternalScheme;
        provider.CallbackPath = ReturnPath;
        provider.ResponseType = OpenIdConnectResponseType.Code;
        // An answer posted by the provider's page would need cookies that plain HTTP can't have.
        provider.ResponseMode = OpenIdConnectResponseMode.Query;
        provider.MapInboundClaims = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.Scope.Add("email");
        provider.ClaimActions.MapUniqueJsonKey(bureau.NameClaim, bureau.NameClaim);
        provider.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        provider.Events.OnRedirectToIdentityProvider = context =>
        {
            if (bureau.PublicUrl is { } office)
                context.ProtocolMessage.RedirectUri = new Uri(office, ReturnPath).ToString();
            return Task.CompletedTask;
        };
        provider.Events.OnAccessDenied = context => LeadAwayAsync(context, "cancelled");
        provider.Events.OnRemoteFailure = context => LeadAwayAsync(context, "failed");
    }

    private static void Name(CookieBuilder cookie, string name) =>
        (cookie.Name, cookie.Path, cookie.SameSite, cookie.SecurePolicy) = (name, "/", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

    private static async Task LeadAwayAsync<T>(HandleRequestContext<T> context, string reason) where T : AuthenticationSchemeOptions
    {
        await BureauLogin.Refused(reason).ExecuteAsync(context.HttpContext);
        context.HandleResponse();
    }
}
