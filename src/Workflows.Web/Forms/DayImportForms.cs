using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Processes.Days;
using Workflows.Web.Pages.Days;
using Workflows.Web.Rounds;

namespace Workflows.Web.Forms;

/// <summary>Days from a file: the dry run, then the confirmation.</summary>
internal static class DayImportForms
{
    // A sealed file is about one thing; the day ledger is one.
    private const string Ledger = "days";

    public static void MapDayImportForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/days/preview-import", PreviewAsync).TakesATable();
        app.MapForm("/days/confirm-import", ConfirmAsync).TakesATable();
        // The dry run is drawn in answer to a post; its address opened again leads to the page that asks for the file.
        app.MapGet("/days/preview-import", () => PostedForm.SeeOther("/days/new")).ExcludeFromDescription();
    }

    private static async Task<IResult> PreviewAsync(PostedForm form)
    {
        var (uploaded, refusal) = await UploadedFile.TakeAsync(form);
        if (uploaded is not { } file)
            return form.Answered(refusal!, "/days/new");
        var preview = await form.Service<ImportDays>().PreviewAsync(new(form.OperationId, file.Name, file.Content), form.Actor, form.Aborted);
        return new RazorComponentResult<DayImportDocument>(new Dictionary<string, object?>
        {
            [nameof(DayImportDocument.FileName)] = file.Name,
            [nameof(DayImportDocument.Preview)] = preview,
            [nameof(DayImportDocument.Seal)] = preview.Faults.Count == 0 ? file.Seal(form.Service<IDataProtectionProvider>(), Ledger, form.Actor) : null,
        });
    }

    private static async Task<IResult> ConfirmAsync(PostedForm form)
    {
        var file = UploadedFile.Open(form.Text("seal"), form.Service<IDataProtectionProvider>(), Ledger, form.Actor);
        return form.Answered(
            file is null
                ? Answer.Refused(Refusal.Stale, "试算已过期，请重新上传文件。", "The dry run is too old. Upload the file again.")
                : await form.Service<ImportDays>().RunAsync(new(form.OperationId, file.Name, file.Content), form.Actor, CancellationToken.None),
            "/days/new");
    }
}
