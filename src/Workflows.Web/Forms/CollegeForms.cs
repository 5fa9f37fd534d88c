using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Workflows.Processes;
using Workflows.Processes.Futures;
using Workflows.Processes.Reports;
using Workflows.Web.Access;
using Workflows.Web.College;

namespace Workflows.Web.Forms;

/// <summary>The forms of the clauses about the college: the evidence is taken, a future is approved.</summary>
internal static class CollegeForms
{
    public static void MapCollegeForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/college/evidence", TakeAsync).RequireAuthorization(Rights.ReadRoster).IsCostly();
        app.MapForm("/college/what-if/approve", ApproveAsync).RequireAuthorization(Rights.ApproveFutures).IsCostly();
    }

    private static async Task<IResult> ApproveAsync(PostedForm form)
    {
        var asked = QueryHelpers.ParseQuery(form.Text("question"));
        var office = form.Service<Desk>();
        var (question, faults) = FutureQuery.Read(name => asked.GetValueOrDefault(name), office.Office.Structure, office.Today);
        var answer = faults.Count > 0 ? Answer.Refused(Refusal.Invalid, faults)
            : await form.Service<ApproveFuture>().RunAsync(new(form.OperationId, question, form.Text("seal"), form.Text("comment")), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? "/college/what-if" : FutureQuery.Address(question));
    }

    private static async Task<IResult> TakeAsync(PostedForm form)
    {
        if (!DateOnly.TryParseExact(form.Text("asOf"), "yyyy-MM-dd", out var asOf))
            return form.Answered(Answer.Refused(Refusal.Invalid, "请选择日期，例如 2026-09-01。", "Choose a day, such as 2026-09-01."), "/college");
        var evidence = form.Service<TakeEvidence>();
        var command = new TakeEvidence.Command(form.OperationId, asOf, form.Choice<EvidenceFormat>("format") ?? EvidenceFormat.Excel);
        var answer = await evidence.RunAsync(command, form.Actor, CancellationToken.None);
        if (!answer.IsDone)
            return form.Answered(answer, "/college");
        var file = await evidence.WriteAsync(command, form.Service<OfficeWebOptions>().College.Zh, form.Aborted);
        return Results.File(file.Content, file.MediaType, file.Name);
    }
}
