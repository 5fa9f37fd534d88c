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
    private static readonly Guid Ledger = new("00000000-0000-8000-8000-0000000000d1");

    public static void MapDayImportForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/days/preview-import", PreviewAsync);
        app.MapForm("/days/confirm-import", ConfirmAsync);
        // The dry run is drawn in answer to a post; its address opened again leads to the page that asks for the file.
        app.MapGet("/days/preview-import", () => PostedForm.SeeOther("/days/new")).ExcludeFromDescription();
    }

    private static async Task<IResult> PreviewAsync(PostedForm form)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
            return form.Answered(Answer.Refused(Refusal.Invalid, "请选择文件。", "Choose the file."), "/days/new");
        if (upload.Length > UploadedFile.MostBytes)
            return form.Answered(Answer.Refused(Refusal.Invalid, "文件超过 2 MB，请只保留工作日志。", "The file is larger than 2 MB. Keep only the table of days."), "/days/new");
        using var content = new MemoryStream();
        await upload.CopyToAsync(content, form.Aborted);
        var file = new UploadedFile(Path.GetFileName(upload.FileName), content.ToArray());
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
