using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Standards;
using Workflows.Processes.Years;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>The forms of the standard's items, of inspections, of papers and of what is recorded each year.</summary>
internal static class StandardForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapStandardForms(this IEndpointRouteBuilder app)
    {
        // A file a little too large is still read, so that it can be refused in words; beyond that the server stops reading.
        var most = new RequestSizeLimitAttribute(2 * app.ServiceProvider.GetRequiredService<AttachmentLimits>().MostBytes);
        app.MapForm("/standards", async form => Back(form, await form.Service<EnterItems>().RunAsync(
            new(form.OperationId, IdOrNull(form, "inspection"), form.Text("lines")), form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/standards/{itemId:guid}/charge", async form => Back(form, await form.Service<ChargeItem>().RunAsync(
            new(form.OperationId, form.Route("itemId"), Version(form), form.Id("owner"), form.Day("due") ?? default), form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/standards/{itemId:guid}/remove", async form => Back(form, await form.Service<RemoveItem>().RunAsync(
            new(form.OperationId, form.Route("itemId"), Version(form), form.Text("reason")), form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/inspections", OpenAsync).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/inspections/{inspectionId:guid}/call-off", async form => Back(form, await form.Service<CallOffInspection>().RunAsync(
            new(form.OperationId, form.Route("inspectionId"), Version(form), form.Text("reason")), form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/papers", AddAsync).WithMetadata(most);
        app.MapForm("/papers/{paperId:guid}/withdraw", async form => Back(form, await form.Service<WithdrawPaper>().RunAsync(
            new(form.OperationId, form.Route("paperId"), Version(form), form.Text("reason")), form.Actor, Never)));
        app.MapForm("/college/years/{year:int}", RecordAsync).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/college/terms/{termId:guid}", async form => Back(form, await form.Service<RecordTerm>().RunAsync(
            new(form.OperationId, form.Route("termId"), Version(form), form.Text("goals"), form.Day("goalsOn"), form.Text("assessment"), form.Day("assessedOn")),
            form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
        app.MapForm("/college/subjects", async form => Back(form, await form.Service<ConfirmSubjects>().RunAsync(
            new(form.OperationId, form.Text("note")), form.Actor, Never))).RequireAuthorization(Rights.KeepRoster);
    }

    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var answer = await form.Service<OpenInspection>().RunAsync(
            new(form.OperationId, form.Text("name"), form.Text("by"), form.Day("on") ?? default, form.IsTicked("register")), form.Actor, Never);
        return form.Answered(answer, answer.IsDone ? $"/standards?inspection={answer.Id}" : "/standards");
    }

    private static async Task<IResult> AddAsync(PostedForm form)
    {
        var file = form.Files.GetFile("file") is { Length: > 0 } upload ? await form.EvidenceAsync(upload) : null;
        return Back(form, await form.Service<AddPaper>().RunAsync(new(form.OperationId, form.Text("paper"))
        {
            TaskId = IdOrNull(form, "task"), Year = (int?)form.Whole("year"), TermId = IdOrNull(form, "term"), DocumentNumber = form.Text("number"), File = file,
        }, form.Actor, Never));
    }

    private static async Task<IResult> RecordAsync(PostedForm form) => Back(form, await form.Service<RecordYear>().RunAsync(
        new(form.OperationId, int.Parse($"{form.Http.Request.RouteValues["year"]}", System.Globalization.CultureInfo.InvariantCulture), form.Whole("version"))
        {
            Payroll = form.Number("payroll"), TrainingFunds = form.Number("training"), ContinuingEducation = form.Number("education"), Transferred = form.Number("transferred"),
            PartTimeDocument = form.TextOrNull("partTime"), RunningCostsDocument = form.TextOrNull("running"),
        }, form.Actor, Never));

    private static IResult Back(PostedForm form, Answer answer) => form.Answered(answer, SignIn.Local(form.Text("back")));

    private static Guid? IdOrNull(PostedForm form, string field) => form.Id(field) is { } id && id != Guid.Empty ? id : null;

    private static long Version(PostedForm form) => form.Whole("version") ?? -1;
}
