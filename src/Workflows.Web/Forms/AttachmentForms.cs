using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Web.Access;
using Workflows.Web.Cases;
using Workflows.Web.Pages;

namespace Workflows.Web.Forms;

/// <summary>The files and comments of a case.</summary>
internal static class AttachmentForms
{
    public static void MapAttachmentForms(this IEndpointRouteBuilder app)
    {
        var limits = app.ServiceProvider.GetRequiredService<AttachmentLimits>();
        // A file a little too large is still read, so that it can be refused in words; beyond that the server stops reading.
        app.MapForm("/cases/{caseId:guid}/attachments", AttachAsync).WithMetadata(new RequestSizeLimitAttribute(2 * limits.MostBytes));
        app.MapForm("/cases/{caseId:guid}/attachments/{attachmentId:guid}/remove", RemoveAsync);
        // Handing a file out is recorded, and a GET never acts: so it is a form.
        app.MapForm("/cases/{caseId:guid}/attachments/{attachmentId:guid}/open", OpenAsync);
        app.MapForm("/cases/{caseId:guid}/comments", CommentAsync);
    }

    private static async Task<IResult> AttachAsync(PostedForm form)
    {
        if (form.Files.GetFile("file") is not { Length: > 0 } upload)
            return Answered(form, Answer.Refused(Refusal.Invalid, "请选择要上传的文件。", "Choose a file."));
        using var content = new MemoryStream();
        await upload.CopyToAsync(content, form.Aborted);
        var item = form.Id("item");
        return Answered(form, await form.Service<AttachFile>().RunAsync(
            new(form.OperationId, form.Route("caseId"), item == Guid.Empty ? null : item, upload.FileName, content.ToArray()),
            form.Actor, CancellationToken.None));
    }

    private static async Task<IResult> RemoveAsync(PostedForm form) => Answered(form, await form.Service<RemoveAttachment>().RunAsync(
        new(form.OperationId, form.Route("attachmentId"), form.Text("reason")), form.Actor, CancellationToken.None));

    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var attachmentId = form.Route("attachmentId");
        var answer = await form.Service<OpenAttachment>().RunAsync(new(form.OperationId, attachmentId), form.Actor, CancellationToken.None);
        if (!answer.IsDone)
            return answer.Refusal is Refusal.NotFound ? ErrorPages.Result(StatusCodes.Status404NotFound) : Answered(form, answer);
        return await AttachmentFile.FindAsync(form.Http, form.Service<Desk>(), form.Service<Me>(), attachmentId)
            ?? ErrorPages.Result(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> CommentAsync(PostedForm form) => Answered(form, await form.Service<CommentOnCase>().RunAsync(
        new(form.OperationId, form.Route("caseId"), form.Text("comment-text")), form.Actor, CancellationToken.None));

    private static IResult Answered(PostedForm form, Answer answer) => form.Answered(answer, $"/cases/{form.Route("caseId")}");
}
