using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Api;
using Workflows.Web.Forms;
using Workflows.Web.Pages;
using Workflows.Web.Text;

namespace Workflows.Web;

/// <summary>Adds the pages and the JSON API to a host that has the storage, the use cases and an engine.</summary>
public static class OfficeWeb
{
    /// <summary>Adds what the pages and the API need: login, languages, antiforgery, keys kept in the database.</summary>
    public static IServiceCollection AddOfficeWeb(this IServiceCollection services, OfficeWebOptions options)
    {
        services.AddSingleton(options);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "office-form");
        services.AddDataProtection().SetApplicationName("Workflows").PersistKeysToDbContext<WorkflowsDb>();
        services.AddScoped<AnswerMemory>();
        return services.AddOfficeAccess(options.Login).AddOfficeLanguages().AddOfficeApi();
    }

    /// <summary>
    /// Puts the pages and the API into the host's pipeline: headers, errors, login, language, rights, then the endpoints.
    /// </summary>
    public static WebApplication MapOfficeWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<KnowMe>();
        app.UseRequestLocalization();
        app.UseMiddleware<RememberLanguage>();
        app.UseMiddleware<SecondFactorFirst>();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStylesheet();
        app.MapSignIn();
        app.MapOfficeForms();
        app.MapOfficeApi();
        app.MapRazorComponents<App>().Add(OnlyRead);
        return app;
    }

    // A page is only ever read: what is posted to its address goes to a form's endpoint.
    private static void OnlyRead(EndpointBuilder page)
    {
        foreach (var methods in page.Metadata.OfType<IHttpMethodMetadata>().ToList())
            page.Metadata.Remove(methods);
        page.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get]));
    }
}
