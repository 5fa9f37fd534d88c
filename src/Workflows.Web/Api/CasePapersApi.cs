using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Cases;
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

    private static async Task<IResult> OpenAsync(OpenAttachment.Command command, OpenAttachment useCase, HttpContext http, Desk desk, Me me)
    {
        var answer = await useCase.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone
            ? await AttachmentFile.FindAsync(http, desk, me, command.AttachmentId) ?? Results.Problem(statusCode: StatusCodes.Status404NotFound)
            : ApiAnswer.Of(answer);
    }

    private static async Task<IResult> AttachmentsAsync(Guid id, Desk desk, Me me, CancellationToken ct)
    {
        if (await ReadableAsync(id, desk, me, ct) is not { } @case)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var items = await desk.Db.WorkItems.AsNoTracking().Include(item => item.Parts).Where(item => item.CaseId == id).ToListAsync(ct);
        var lines = await AttachmentLines.OfAsync(desk.Db, me, await desk.WorksOnAsync(me.Id, @case, ct), id, items, ct);
        return Results.Json(lines.Select(line => AttachmentView.Of(line)), PolicyJson.Options);
    }

    private static async Task<IResult> CommentsAsync(Guid id, Desk desk, Me me, CancellationToken ct)
    {
        if (await ReadableAsync(id, desk, me, ct) is null)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var comments = await (
            from comment in desk.Db.CaseComments.AsNoTracking()
            where comment.CaseId == id
            join account in desk.Db.Users on comment.WrittenBy equals account.Id
            orderby comment.Id
            select new CommentView(comment.Id, account.DisplayName, comment.WrittenAt, comment.Text)).ToListAsync(ct);
        return Results.Json(comments, PolicyJson.Options);
    }

    private static async Task<Case?> ReadableAsync(Guid caseId, Desk desk, Me me, CancellationToken ct) =>
        await desk.Db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId, ct) is { } @case
        && await desk.MayReadAsync(me.Id, @case, ct) ? @case : null;

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
