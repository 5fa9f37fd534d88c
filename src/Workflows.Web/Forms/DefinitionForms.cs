using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes.Cases;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>Moving running cases to a newer version of their process.</summary>
internal static class DefinitionForms
{
    public static void MapDefinitionForms(this IEndpointRouteBuilder app) =>
        app.MapForm("/definitions/{id}/{from:int}/{to:int}", MigrateAsync).RequireAuthorization(Rights.RunHiring);

    private static async Task<IResult> MigrateAsync(PostedForm form)
    {
        var (id, from, to) = ((string)form.Http.Request.RouteValues["id"]!, form.Version("from"), form.Version("to"));
        Guid? caseId = form.TextOrNull("case") is null ? null : form.Id("case");
        var answer = await form.Service<MigrateCases>().RunAsync(
            new(form.OperationId, id, from, to, caseId, form.Text("reason")), form.Actor, CancellationToken.None);
        return form.Answered(answer, $"/definitions/{Uri.EscapeDataString(id)}/{from}/{to}");
    }

    // The route lets only whole numbers through; one too long for a version is none.
    private static int Version(this PostedForm form, string name) => int.TryParse(form.Http.Request.RouteValues[name] as string, out var number) ? number : 0;
}
