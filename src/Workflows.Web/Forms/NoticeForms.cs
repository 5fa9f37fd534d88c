using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Processes.Notices;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The objections to a public notice.</summary>
internal static class NoticeForms
{
    public static void MapNoticeForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/notices/{noticeId:guid}/number", NumberAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/notices/{noticeId:guid}/objections", FileAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/notices/{noticeId:guid}/objections/{objectionId:guid}/handle", HandleAsync).RequireAuthorization(Rights.RunHiring);
    }

    private static async Task<IResult> NumberAsync(PostedForm form)
    {
        var noticeId = form.Route("noticeId");
        var answer = await form.Service<NumberNotice>().RunAsync(
            new(form.OperationId, noticeId, form.Text("number")), form.Actor, CancellationToken.None);
        return form.Answered(answer, await PageAsync(form, noticeId));
    }

    private static async Task<IResult> FileAsync(PostedForm form)
    {
        var noticeId = form.Route("noticeId");
        var lines = await form.Service<WorkflowsDb>().Notices.AsNoTracking().Where(notice => notice.Id == noticeId)
            .Select(notice => notice.Lines).FirstOrDefaultAsync(form.Aborted) ?? [];
        var about = lines.FirstOrDefault(line => line.Subject == About(form));
        var answer = await form.Service<FileObjection>().RunAsync(
            new(form.OperationId, noticeId, about?.ApplicationId, form.Text("from"), form.Text("contact"), form.Text("text")) { PersonId = about?.PersonId },
            form.Actor, CancellationToken.None);
        return form.Answered(answer, await PageAsync(form, noticeId));
    }

    private static async Task<IResult> HandleAsync(PostedForm form)
    {
        var noticeId = form.Route("noticeId");
        var answer = await form.Service<HandleObjection>().RunAsync(
            new(form.OperationId, noticeId, form.Route("objectionId"), form.Text("upheld") == "yes", form.Text("finding"), form.Text("documentNumber")),
            form.Actor, CancellationToken.None);
        return form.Answered(answer, await PageAsync(form, noticeId));
    }

    private static Guid? About(PostedForm form) => form.Id("application") is { } id && id != Guid.Empty ? id : null;

    private static async Task<string> PageAsync(PostedForm form, Guid noticeId) =>
        await form.Service<WorkflowsDb>().Notices.AsNoTracking().Where(notice => notice.Id == noticeId)
            .Select(notice => new { notice.RoundId, notice.CaseId }).FirstOrDefaultAsync(form.Aborted) is { } found
            ? found.RoundId is { } roundId ? $"/rounds/{roundId}/notices" : $"/cases/{found.CaseId}"
            : "/rounds";
}
