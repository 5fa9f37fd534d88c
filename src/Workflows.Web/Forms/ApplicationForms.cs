using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Applicants;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Processes.Staff.Export;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>What HR does with one application: correct a cell, take in a request for re-review or a withdrawal.</summary>
internal static class ApplicationForms
{
    public static void MapApplicationForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/applications/{applicationId:guid}/correct", CorrectAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/applications/{applicationId:guid}/re-review", ReReviewAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/applications/{applicationId:guid}/withdraw", WithdrawAsync).RequireAuthorization(Rights.RunHiring);
        app.MapForm("/applications/{applicationId:guid}/export", ExportAsync).RequireAuthorization(Rights.RunHiring).IsCostly();
    }

    private static async Task<IResult> ExportAsync(PostedForm form)
    {
        var (export, id) = (form.Service<ExportApplicant>(), form.Route("applicationId"));
        var answer = await export.RunAsync(new(form.OperationId, id), form.Actor, CancellationToken.None);
        return answer.IsDone
            ? Results.File(await export.WriteAsync(id, form.Aborted), "application/json", $"个人信息-{id}.json")
            : form.Answered(answer, Page(id));
    }

    private static async Task<IResult> CorrectAsync(PostedForm form)
    {
        var id = form.Route("applicationId");
        var answer = await CorrectAsync(form, id);
        return form.Answered(answer, answer.IsDone ? Page(id) : $"{Page(id)}?correct={Uri.EscapeDataString(form.Text("column"))}");
    }

    // The page shows one cell and masks others, so it can't post a whole record: the one cell is put into what is stored.
    private static async Task<Answer> CorrectAsync(PostedForm form, Guid id)
    {
        var stored = await form.Service<WorkflowsDb>().Applications.AsNoTracking().Where(one => one.Id == id)
            .Select(one => one.Record).FirstOrDefaultAsync(form.Aborted);
        if (stored is null)
            return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
        return ApplicantCells.Corrected(stored, form.Text("column"), form.Text("cell")) is { } corrected
            ? await form.Service<CorrectApplication>().RunAsync(
                new(form.OperationId, id, form.Whole("version") ?? -1, corrected, form.Text("reason")), form.Actor, CancellationToken.None)
            : Answer.Refused(Refusal.Invalid, "请选择要更正的一列。", "Choose the column to correct.");
    }

    private static async Task<IResult> ReReviewAsync(PostedForm form)
    {
        var id = form.Route("applicationId");
        return form.Answered(
            await form.Service<RequestReReview>().RunAsync(
                new(form.OperationId, id, form.Text("grounds")), form.Actor, CancellationToken.None),
            Page(id));
    }

    private static async Task<IResult> WithdrawAsync(PostedForm form)
    {
        var id = form.Route("applicationId");
        return form.Answered(
            await form.Service<WithdrawApplication>().RunAsync(
                new(form.OperationId, id, form.Text("withdraw-reason")), form.Actor, CancellationToken.None),
            Page(id));
    }

    private static string Page(Guid id) => $"/applications/{id}";
}
