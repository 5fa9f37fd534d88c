using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Workflows.Storage.Identity;

namespace Workflows.Web.Access;

/// <summary>
/// Adds login: ASP.NET Core Identity on the office's database, a cookie, lockout, the second factor, and the bureau's accounts where there
/// are some.
/// </summary>
internal static class AccessRegistration
{
    public static IServiceCollection AddOfficeAccess(this IServiceCollection services, OfficeWebOptions options)
    {
        services.AddSingleton(options.Login);
        services.TryAddSingleton(new WallClock(TimeProvider.System));
        services.AddScoped<Me>();
        services.AddScoped<FreshLogin>();
        services.AddScoped<KnownBrowser>().AddScoped<LoginTries>();
        services.AddScoped<IAuthorizationHandler, RightHandler>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = AccountPasswords.Rounds);
        services.AddAuthorization(Rights.Configure);
        AddCookies(services, options);
        services.AddBureauLogin(options);
        services.AddIdentityCore<Account>(Configure).AddUserManager<Accounts>().AddSignInManager().AddUserStore<AccountStore>()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider).AddPasswordValidator<UncommonPassword>();
        services.AddScoped(scope => (AccountStore)scope.GetRequiredService<IUserStore<Account>>());
        services.AddScoped<IUserConfirmation<Account>, ActiveAccounts>();
        services.AddOptions<SecurityStampValidatorOptions>().Configure<WallClock>((stamp, wall) =>
        {
            stamp.ValidationInterval = TimeSpan.FromMinutes(1);
            stamp.TimeProvider = wall.Time;
        });
        return services;
    }

    // A login lasts by the wall's clock: moving the office's day, as a demo does, logs nobody out.
    private static void AddCookies(IServiceCollection services, OfficeWebOptions options)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<WallClock>((cookie, wall) => Configure(cookie, wall, options));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<WallClock>((cookie, wall) => (cookie.TimeProvider, cookie.Cookie.Name) = (wall.Time, options.Cookie("office-code")));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme)
            .Configure<WallClock>((cookie, wall) => (cookie.TimeProvider, cookie.Cookie.Name) = (wall.Time, options.Cookie("office-bureau")));
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = "";
        identity.Password.RequiredLength = 8;
        identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireDigit = false;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.SignIn.RequireConfirmedAccount = true;
    }

    private static void Configure(CookieAuthenticationOptions cookie, WallClock wall, OfficeWebOptions options)
    {
        cookie.Cookie.Name = options.Cookie("office");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(options.Login.IdleMinutes);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = wall.Time;
        cookie.LoginPath = "/login";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnSigningIn = context =>
        {
            LoginTime.Write(context, wall);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, context.RedirectUri);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            Note(context.HttpContext);
            return Answer(context, StatusCodes.Status403Forbidden, redirect: null);
        };
    }

    private static void Note(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<LoginOptions>>().LogWarning(
        SecurityEvents.Denied, "没有权限 / denied: {Account} asked for {Method} {Route}",
        http.RequestServices.GetRequiredService<Me>() is { IsKnown: true } me ? me.Id : null, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);

    // A program gets a status; a person is led to the login page.
    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status,
        string? redirect)
    {
        if (redirect is null || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            // Without the host, which is whatever the request says.
            context.Response.Redirect(new Uri(redirect).PathAndQuery);
        return Task.CompletedTask;
    }
}

/// <summary>Lets only active accounts log in.</summary>
public sealed class ActiveAccounts : IUserConfirmation<Account>
{
    /// <inheritdoc />
    public Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => Task.FromResult(user.IsActive);
}
