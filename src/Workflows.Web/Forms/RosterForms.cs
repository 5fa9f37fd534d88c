using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Processes.Staff.Export;
using Workflows.Processes.Staff.Spellings;
using Workflows.Web.Access;
using Workflows.Web.Pages.Roster;
using Workflows.Web.Rounds;

namespace Workflows.Web.Forms;

/// <summary>The forms of the roster: import with its dry run, words explained, export.</summary>
internal static class RosterForms
{
    private const string Purpose = "roster";
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapRosterForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/roster/preview-import", PreviewAsync).RequireAuthorization(Rights.KeepRoster).TakesATable();
        app.MapForm("/roster/import/spellings", AnswerAsync).RequireAuthorization(Rights.KeepRoster).TakesATable();
        app.MapForm("/roster/confirm-import", ConfirmAsync).RequireAuthorization(Rights.KeepRoster).TakesATable();
        app.MapForm("/roster/spellings/withdraw", async form => form.Answered(await form.Service<WithdrawSpelling>().RunAsync(
            new(form.OperationId, form.Text("column"), form.Text("written"), form.Text("words")), form.Actor, Never), "/roster/spellings"))
            .RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/roster/export", ExportAsync).RequireAuthorization(Rights.ExportRoster).IsCostly();
        // The dry run is drawn in answer to a post; its address opened again leads to the page that asks for the file.
        foreach (var drawn in new[] { "/roster/preview-import", "/roster/import/spellings" })
        {
            app.MapGet(drawn, () => PostedForm.SeeOther("/roster/import")).RequireAuthorization(Rights.KeepRoster).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> PreviewAsync(PostedForm form)
    {
        var (file, refusal) = await UploadedFile.TakeAsync(form);
        return file is null ? form.Answered(refusal!, "/roster/import") : await DrawAsync(form, file, null);
    }

    // The answers are kept whatever becomes of the file; then the file is read again with them.
    private static async Task<IResult> AnswerAsync(PostedForm form)
    {
        if (Opened(form) is not { } file)
            return form.Answered(TooOld, "/roster/import");
        var (columns, words, means) = (form.All("column"), form.All("written"), form.All("means"));
        List<AnswerSpellings.Meaning> chosen =
        [
            .. words.Index().Where(one => columns.Count > one.Index && means.Count > one.Index && means[one.Index].Length > 0)
                .Select(one => new AnswerSpellings.Meaning(columns[one.Index], one.Item, means[one.Index])),
        ];
        return await DrawAsync(form, file, await form.Service<AnswerSpellings>().RunAsync(new(form.OperationId, chosen), form.Actor, Never));
    }

    // Answered by a page and not by a redirect: nothing of the file was taken in, and it must not stay on the server.
    private static async Task<IResult> DrawAsync(PostedForm form, UploadedFile file, Answer? note)
    {
        var preview = await form.Service<ImportRoster>().PreviewAsync(new(form.OperationId, file.Name, file.Content), form.Actor, form.Aborted);
        return new RazorComponentResult<ImportPreviewDocument>(new Dictionary<string, object?>
        {
            [nameof(ImportPreviewDocument.FileName)] = file.Name,
            [nameof(ImportPreviewDocument.Preview)] = preview,
            [nameof(ImportPreviewDocument.Seal)] = file.Seal(form.Service<IDataProtectionProvider>(), Purpose, form.Actor),
            [nameof(ImportPreviewDocument.Note)] = note,
        });
    }

    private static async Task<IResult> ConfirmAsync(PostedForm form)
    {
        var answer = Opened(form) is { } file
            ? await form.Service<ImportRoster>().RunAsync(new(form.OperationId, file.Name, file.Content), form.Actor, Never)
            : TooOld;
        return form.Answered(answer, answer.IsDone ? "/roster" : "/roster/import");
    }

    private static async Task<IResult> ExportAsync(PostedForm form)
    {
        var export = form.Service<ExportRoster>();
        var answer = await export.RunAsync(new(form.OperationId), form.Actor, Never);
        if (!answer.IsDone)
            return form.Answered(answer, "/roster");
        var file = await export.WriteAsync(form.Actor, MaskedCell.Of, form.Aborted);
        return Results.File(file.Content, XlsxWriter.MediaType, file.Name);
    }

    private static UploadedFile? Opened(PostedForm form) =>
        UploadedFile.Open(form.Text("seal"), form.Service<IDataProtectionProvider>(), Purpose, form.Actor);

    private static Answer TooOld => Answer.Refused(Refusal.Stale, "试算已过期，请重新上传文件。", "The dry run is too old. Upload the file again.");
}
