using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Processes;
using Workflows.Processes.Reports;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The form of the clauses about the college: the evidence is taken.</summary>
internal static class CollegeForms
{
    public static void MapCollegeForms(this IEndpointRouteBuilder app) => app.MapForm("/college/evidence", TakeAsync).RequireAuthorization(Rights.ReadRoster);

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
