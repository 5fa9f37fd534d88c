using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Staff;
using Workflows.Processes;
using Workflows.Processes.Appointments;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Web.Access;
using Workflows.Web.Staff;

namespace Workflows.Web.Forms;

/// <summary>Appointments and exits: proposing, revising, hearing, handing over, withdrawing, and the declaration on relatives.</summary>
internal static class PersonCaseForms
{
    private const string Done = "done";

    public static void MapPersonCaseForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/appointments", ProposeAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/appointments/{caseId:guid}/revise", ReviseAppointmentAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/exits", OpenAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/exits/{caseId:guid}/revise", ReviseExitAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/exits/{caseId:guid}/handover/{itemId:guid}", HandOverAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/cases/{caseId:guid}/statement", StateAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/cases/{caseId:guid}/withdraw-matter", WithdrawAsync).RequireAuthorization(Rights.RunStaffing);
        app.MapForm("/cases/{caseId:guid}/declaration", DeclareAsync);
    }

    private static async Task<IResult> ProposeAsync(PostedForm form)
    {
        var person = form.Id("person");
        var answer = await form.Service<ProposeAppointment>().RunAsync(
            new(form.OperationId, person, StaffFields.ReadAppointment(form.Text)), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? $"/cases/{answer.Id}" : $"/appointments/new?person={person}");
    }

    private static async Task<IResult> ReviseAppointmentAsync(PostedForm form)
    {
        var caseId = form.Route("caseId");
        var answer = await form.Service<ReviseAppointment>().RunAsync(
            new(form.OperationId, caseId, form.Whole("version") ?? -1, StaffFields.ReadAppointment(form.Text)), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? $"/cases/{caseId}" : $"/appointments/{caseId}/revise");
    }

    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var person = form.Id("person");
        var answer = await form.Service<OpenExit>().RunAsync(
            new(form.OperationId, person, StaffFields.ReadExit(form.Text)), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? $"/cases/{answer.Id}" : $"/exits/new?person={person}");
    }

    private static async Task<IResult> ReviseExitAsync(PostedForm form)
    {
        var caseId = form.Route("caseId");
        var answer = await form.Service<ReviseExit>().RunAsync(
            new(form.OperationId, caseId, form.Whole("version") ?? -1, StaffFields.ReadExit(form.Text)), form.Actor, CancellationToken.None);
        return form.Answered(answer, answer.IsDone ? $"/cases/{caseId}" : $"/exits/{caseId}/revise");
    }

    private static async Task<IResult> HandOverAsync(PostedForm form)
    {
        var lines = Enum.GetValues<HandoverPoint>().Where(point => form.TextOrNull($"result-{point}") is not null)
            .Select(point => new HandoverLine(point, form.Text($"result-{point}") == Done, form.Text($"note-{point}")));
        return form.Answered(
            await form.Service<RecordHandover>().RunAsync(
                new(form.Route("itemId"), form.Whole("revision") ?? 0, form.OperationId, [.. lines], form.Text("comment")),
                form.Actor, CancellationToken.None),
            $"/cases/{form.Route("caseId")}");
    }

    private static async Task<IResult> StateAsync(PostedForm form) => form.Answered(
        await form.Service<RecordStatement>().RunAsync(
            new(form.OperationId, form.Route("caseId"), form.Text("objects") == "yes", form.Text("statement")), form.Actor, CancellationToken.None),
        $"/cases/{form.Route("caseId")}");

    private static async Task<IResult> WithdrawAsync(PostedForm form) => form.Answered(
        await form.Service<WithdrawPersonCase>().RunAsync(
            new(form.OperationId, form.Route("caseId"), form.Text("withdraw-reason")), form.Actor, CancellationToken.None),
        $"/cases/{form.Route("caseId")}");

    private static async Task<IResult> DeclareAsync(PostedForm form)
    {
        var caseId = form.Route("caseId");
        var answer = form.IsTicked("sworn") && form.TextOrNull("relative") is { } relative
            ? await form.Service<DeclareRelative>().RunAsync(
                new(form.OperationId, caseId, relative == "yes", form.Text("relation")), form.Actor, CancellationToken.None)
            : Answer.Refused(Refusal.Invalid, "请选择一项，并勾选“以上属实”。", "Choose one, and tick that this is true.");
        return form.Answered(answer, answer.IsDone ? $"/cases/{caseId}" : $"/cases/{caseId}/declaration");
    }
}
