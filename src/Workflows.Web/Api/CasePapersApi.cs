using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Cases;

namespace Workflows.Web.Api;

/// <summary>The files and comments of cases over the API.</summary>
internal static class CasePapersApi
{
    public static void MapCasePapersApi(this IEndpointRouteBuilder api)
    {
        var limits = api.ServiceProvider.GetRequiredService<AttachmentLimits>();
        // As Base64 a file is a third longer, and one a little too large is still refused in words.
        api.MapUseCase<AttachFile, AttachFile.Command>("/cases/attachments", u => u.RunAsync)
            .WithMetadata(new RequestSizeLimitAttribute(2 * limits.MostBytes));
        api.MapUseCase<RemoveAttachment, RemoveAttachment.Command>("/cases/attachments/remove", u => u.RunAsync);
        api.MapUseCase<CommentOnCase, CommentOnCase.Command>("/cases/comments", u => u.RunAsync);
        api.MapPost("/cases/attachments/open", OpenAsync).WithName(nameof(OpenAttachment))
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces<ApiAnswer>(StatusCodes.Status404NotFound)
            .Produces<ApiAnswer>(StatusCodes.Status409Conflict);
        api.MapGet("/cases/{id:guid}/attachments", AttachmentsAsync).WithName("GetAttachments").Produces<AttachmentView[]>();
        api.MapGet("/cases/{id:guid}/comments", CommentsAsync).WithName("GetComments").Produces<CommentView[]>();
    }

    private static async Task<IResult> OpenAsync(OpenAttachment.Command command, OpenAttachment useCase, HttpContext http, WorkflowsDb db, Me me)
    {
        var answer = await useCase.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone
            ? await AttachmentFile.FindAsync(http, db, me, command.AttachmentId) ?? Results.Problem(statusCode: StatusCodes.Status404NotFound)
            : ApiAnswer.Of(answer);
    }

    private static async Task<IResult> AttachmentsAsync(Guid id, WorkflowsDb db, Me me, CancellationToken ct)
    {
        if (await ItemsAsync(id, db, me, ct) is not { } items)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var lines = await AttachmentLines.OfAsync(db, me, id, items, ct);
        return Results.Json(lines.Select(line => AttachmentView.Of(line)), PolicyJson.Options);
    }

    private static async Task<IResult> CommentsAsync(Guid id, WorkflowsDb db, Me me, CancellationToken ct)
    {
        if (await ItemsAsync(id, db, me, ct) is null)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var comments = await (
            from comment in db.CaseComments.AsNoTracking()
            where comment.CaseId == id
            join account in db.Users on comment.WrittenBy equals account.Id
            orderby comment.Id
            select new CommentView(comment.Id, account.DisplayName, comment.WrittenAt, comment.Text)).ToListAsync(ct);
        return Results.Json(comments, PolicyJson.Options);
    }

    private static async Task<List<WorkItem>?> ItemsAsync(Guid caseId, WorkflowsDb db, Me me, CancellationToken ct)
    {
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts).Where(item => item.CaseId == caseId).ToListAsync(ct);
        return await db.Cases.AnyAsync(one => one.Id == caseId, ct) && me.MayRead(items) ? items : null;
    }

    /// <summary>A file as the API lists it.</summary>
    internal sealed record AttachmentView(
        Guid Id, Guid? WorkItemId, string FileName, string MediaType, long Size, string Sha256, string UploadedBy, DateTimeOffset UploadedAt,
        DateTimeOffset? RemovedAt, string RemovalReason)
    {
        public static AttachmentView Of(AttachmentLine line) => new(
            line.File.Id, line.File.WorkItemId, line.File.FileName, line.File.MediaType, line.File.Size,
            Convert.ToHexStringLower(line.File.Hash), line.Author, line.File.UploadedAt, line.File.RemovedAt, line.File.RemovalReason);
    }

    /// <summary>A comment as the API lists it.</summary>
    internal sealed record CommentView(Guid Id, string WrittenBy, DateTimeOffset WrittenAt, string Text);
}
