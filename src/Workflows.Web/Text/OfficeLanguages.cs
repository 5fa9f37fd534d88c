using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Web.Access;

namespace Workflows.Web.Text;

/// <summary>Chooses a request's language: <c>?lang=</c>, then the cookie, then the account's, then Chinese.</summary>
internal static class OfficeLanguages
{
    public static IServiceCollection AddOfficeLanguages(this IServiceCollection services, OfficeWebOptions office) =>
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] known = [new(Language.Chinese), new(Language.English)];
            options.DefaultRequestCulture = new RequestCulture(known[0]);
            options.SupportedCultures = known;
            options.SupportedUICultures = known;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = RememberLanguage.Query,
                    UIQueryStringKey = RememberLanguage.Query },
                new CookieRequestCultureProvider { CookieName = office.Cookie(CookieRequestCultureProvider.DefaultCookieName) },
                new CustomRequestCultureProvider(OfAccount),
            ];
        });

    /// <summary>The language chosen for a request; of one that failed before, the browser's last, else Chinese.</summary>
    public static CultureInfo KnownOf(HttpContext http)
    {
        if (http.Features.Get<IRequestCultureFeature>() is { } chosen)
            return chosen.RequestCulture.UICulture;
        var name = http.RequestServices.GetRequiredService<OfficeWebOptions>().Cookie(CookieRequestCultureProvider.DefaultCookieName);
        var kept = http.Request.Cookies[name] is { } cookie
            ? CookieRequestCultureProvider.ParseCookieValue(cookie)?.UICultures.FirstOrDefault().Value : null;
        return new CultureInfo(kept is Language.English ? Language.English : Language.Chinese);
    }

    private static Task<ProviderCultureResult?> OfAccount(HttpContext http) =>
        Task.FromResult(http.RequestServices.GetRequiredService<Me>().Language is { } tag ? new ProviderCultureResult(tag) : null);
}

/// <summary>Keeps a language chosen by <c>?lang=</c> in the browser's cookie, so that the next page speaks it too.</summary>
public sealed class RememberLanguage(RequestDelegate next, OfficeWebOptions office)
{
    /// <summary>The query parameter that chooses a language.</summary>
    public const string Query = "lang";

    /// <summary>Sets the cookie where a language was chosen, then goes on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Query.ContainsKey(Query))
        {
            http.Response.Cookies.Append(
                office.Cookie(CookieRequestCultureProvider.DefaultCookieName),
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Language.Tag)),
                new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/",
                    Secure = http.Request.IsHttps });
        }

        return next(http);
    }
}
