using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Api;
using Workflows.Web.Days;
using Workflows.Web.Forms;
using Workflows.Web.Pages;
using Workflows.Web.Rounds;
using Workflows.Web.Standards;
using Workflows.Web.Text;

namespace Workflows.Web;

/// <summary>Adds the pages and the JSON API to a host that has the storage, the use cases and an engine.</summary>
public static class OfficeWeb
{
    /// <summary>Adds what the pages and the API need: login, languages, antiforgery, keys kept in the database.</summary>
    public static IServiceCollection AddOfficeWeb(this IServiceCollection services, OfficeWebOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(new OfficeDoor(null));
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.Cookie("office-form");
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("Workflows").PersistKeysToDbContext<WorkflowsDb>();
        services.AddScoped<AnswerMemory>();
        services.AddScoped<StandardBook>();
        services.AddOfficeAccess(options).AddOfficeLanguages(options).AddOfficeApi().AddOfficeLimits(options.RateLimits);
        return DropEarlyReading(services);
    }

    /// <summary>
    /// Puts the pages and the API into the host's pipeline: headers, errors, the door, login, limits, language, rights, then the endpoints.
    /// </summary>
    public static WebApplication MapOfficeWeb(this WebApplication app)
    {
        app.UseSecurityHeaders(app.Services.GetRequiredService<OfficeWebOptions>());
        app.UseErrorPages();
        app.Use(NoNulls.InAddresses);
        app.UseRouting();
        app.UseMiddleware<WhileClosed>();
        app.UseAuthentication();
        app.UseMiddleware<KnowMe>();
        app.UseRateLimiter();
        app.UseRequestLocalization();
        app.UseMiddleware<RememberLanguage>();
        app.UseMiddleware<AccountFirst>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(UseCaseEndpoints.AskForHeader);

        PageFile.MapPageFiles(app);
        app.MapSignIn();
        app.MapOfficeForms();
        app.MapNoticeFiles();
        app.MapEvidenceFiles();
        app.MapPaperFiles();
        app.MapCalendarFeed();
        app.MapOfficeApi();
        app.MapRazorComponents<App>().Add(OnlyRead);
        return app;
    }

    /// <summary>Puts into the pipeline of a node without pages what every node answers: how it is.</summary>
    public static WebApplication MapOfficeHealth(this WebApplication app)
    {
        app.UseRouting();
        app.MapHealthApi();
        return app;
    }

    /// <summary>Reads the keys that cookies are sealed with, before the office opens: who can't read them takes everybody for a stranger.</summary>
    /// <returns>Nothing; throws what the database throws while it is away.</returns>
    public static void ReadKeys(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("door").Protect([]);

    // The framework reads the keys from the database before it listens. The database may not answer yet: they are read when the office opens.
    private static IServiceCollection DropEarlyReading(IServiceCollection services)
    {
        if (services.FirstOrDefault(service => service.ImplementationType?.Name == "DataProtectionHostedService") is { } early)
            services.Remove(early);
        return services;
    }

    // A page is only ever read: what is posted to its address goes to a form's endpoint.
    private static void OnlyRead(EndpointBuilder page)
    {
        foreach (var methods in page.Metadata.OfType<IHttpMethodMetadata>().ToList())
            page.Metadata.Remove(methods);
        page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
