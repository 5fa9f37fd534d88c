using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Web.Access;
using Workflows.Web.Pages.Rounds;
using Workflows.Web.Rounds;

namespace Workflows.Web.Forms;

/// <summary>The import of applicants: the dry run, then the confirmation.</summary>
internal static class ImportForms
{
    public static void MapImportForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/rounds/{roundId:guid}/preview-import", PreviewAsync).RequireAuthorization(Rights.RunHiring).TakesATable();
        app.MapForm("/rounds/{roundId:guid}/confirm-import", ConfirmAsync).RequireAuthorization(Rights.RunHiring).TakesATable();
        // The dry run is drawn in answer to a post; its address opened again leads to the page that asks for the file.
        app.MapGet("/rounds/{roundId:guid}/preview-import", (Guid roundId) => PostedForm.SeeOther($"/rounds/{roundId}/import"))
            .RequireAuthorization(Rights.RunHiring).ExcludeFromDescription();
    }

    // Answered by a page and not by a redirect: nothing was changed, and the file must not stay on the server.
    private static async Task<IResult> PreviewAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        var (file, refusal) = await UploadedFile.TakeAsync(form);
        if (file is null)
            return form.Answered(refusal!, $"/rounds/{roundId}/import");

        var preview = await form.Service<ImportApplicants>().PreviewAsync(
            new(form.OperationId, roundId, file.Name, file.Content), form.Actor, form.Aborted);
        var isClean = preview is { Refusal: null, Faults.Count: 0 };
        return new RazorComponentResult<ImportPreviewDocument>(new Dictionary<string, object?>
        {
            [nameof(ImportPreviewDocument.RoundId)] = roundId,
            [nameof(ImportPreviewDocument.FileName)] = file.Name,
            [nameof(ImportPreviewDocument.Preview)] = preview,
            [nameof(ImportPreviewDocument.Seal)] = isClean ? file.Seal(form.Service<IDataProtectionProvider>(), $"{roundId:N}", form.Actor) : null,
        });
    }

    private static async Task<IResult> ConfirmAsync(PostedForm form)
    {
        var roundId = form.Route("roundId");
        var file = UploadedFile.Open(form.Text("seal"), form.Service<IDataProtectionProvider>(), $"{roundId:N}", form.Actor);
        var answer = file is null
            ? Answer.Refused(Refusal.Stale, "试算已过期，请重新上传文件。", "The dry run is too old. Upload the file again.")
            : await form.Service<ImportApplicants>().RunAsync(
                new(form.OperationId, roundId, file.Name, file.Content), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? $"/rounds/{roundId}/applicants" : $"/rounds/{roundId}/import");
    }
}
