using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Lists;
using Workflows.Processes.Planning;
using Workflows.Processes.Secondment;
using Workflows.Web.Access;
using Workflows.Web.Secondment;

namespace Workflows.Web.Forms;

/// <summary>Secondment: semesters' lists, teachers' answers, cycles, wishes and schools.</summary>
internal static class SecondmentForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapSecondmentForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/secondment/plans", OpenAsync).RequireAuthorization(Rights.RunSecondment).IsCostly();
        app.MapForm("/secondment/planner/searches", SearchAsync).RequireAuthorization(Rights.RunSecondment).IsCostly();
        app.MapForm("/secondment/planner/searches/{searchId:guid}/stop", StopSearchAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/plans/{planId:guid}/lines", EditAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/lines/{lineId:guid}/strike", StrikeAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/lines/{lineId:guid}/handle", HandleAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/lines/{lineId:guid}", AnswerAsync);
        app.MapForm("/secondment/cycles/{caseId:guid}/report/{itemId:guid}", ReportAsync);
        app.MapForm("/secondment/cycles/{caseId:guid}/interrupt", InterruptAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/people/{personId:guid}/placements", PlaceAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/placements/{placementId:guid}/retract", RetractAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/people/{personId:guid}/wishes", WishAsync).RequireAuthorization(Rights.RunSecondment);
        app.MapForm("/secondment/schools", SchoolAsync).RequireAuthorization(Rights.RunSecondment);
    }

    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var semester = form.Text("semester");
        var answer = await form.Service<OpenSecondmentPlan>().RunAsync(
            new(form.OperationId, semester)
            {
                Lines = form.TextOrNull("planned") is { } planned ? [.. planned.Split('\n', StringSplitOptions.TrimEntries).Select(Planned)] : null,
            }, form.Actor, Never);
        return form.Answered(answer, answer.IsDone ? $"/secondment/plans/{answer.Id}" : $"/secondment?semester={Uri.EscapeDataString(semester)}");
    }

    private static OpenSecondmentPlan.PlannedLine Planned(string written) => written.Split('|', 4) is [var person, var stage, var school, var reason]
        && Guid.TryParse(person, out var id) && Enum.TryParse<SchoolStage>(stage, out var known) ? new(id, school, known, reason) : new(Guid.Empty, "", default, "");

    private static async Task<IResult> SearchAsync(PostedForm form)
    {
        var (from, semesters, pins) = Asked(form);
        var answer = await form.Service<StartPlanSearch>().RunAsync(
            new(form.OperationId, from, semesters, [.. pins.Select(PlanPin.Read).OfType<PlanPin>()], (int)(form.Whole("limit") ?? 0)), form.Actor, Never);
        return form.Answered(answer, PlannerAddress.Of(PlannerAddress.Secondments, from, semesters, pins, answer.Id));
    }

    private static async Task<IResult> StopSearchAsync(PostedForm form)
    {
        var ((from, semesters, pins), searchId) = (Asked(form), form.Route("searchId"));
        var answer = await form.Service<StopPlanSearch>().RunAsync(new(form.OperationId, searchId), form.Actor, Never);
        return form.Answered(answer, PlannerAddress.Of(PlannerAddress.Secondments, from, semesters, pins, searchId));
    }

    private static (string From, int Semesters, string[] Pins) Asked(PostedForm form) => (
        form.Text("from"), (int)(form.Whole("semesters") ?? 0), form.Text("pins").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static async Task<IResult> EditAsync(PostedForm form)
    {
        var planId = form.Route("planId");
        var (school, stage) = form.Host();
        var answer = await form.Service<EditPlanLine>().RunAsync(new(
            form.OperationId, planId, form.Whole("version") ?? -1, form.Id("person"), school, stage, form.Choice<PlacementKind>("kind") ?? default,
            form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, $"/secondment/plans/{planId}");
    }

    private static async Task<IResult> StrikeAsync(PostedForm form)
    {
        var answer = await form.Service<StrikePlanLine>().RunAsync(
            new(form.OperationId, form.Route("lineId"), form.Whole("version") ?? -1, form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, await PlanAsync(form));
    }

    private static async Task<IResult> HandleAsync(PostedForm form)
    {
        var (school, stage) = form.Host();
        var answer = await form.Service<HandleLineObjection>().RunAsync(new(
            form.OperationId, form.Route("lineId"), form.Whole("version") ?? -1, form.Choice<ObjectionHandling>("how") ?? ObjectionHandling.Kept,
            form.Text("reason"))
        {
            School = school, Stage = stage, Kind = form.Choice<PlacementKind>("kind") ?? default,
        }, form.Actor, Never);
        return form.Answered(answer, await PlanAsync(form));
    }

    private static async Task<IResult> AnswerAsync(PostedForm form)
    {
        var lineId = form.Route("lineId");
        var answer = await form.Service<AnswerPlanLine>().RunAsync(
            new(form.OperationId, lineId, form.Text("objects") == "yes", form.Text("words")), form.Actor, Never);
        var look = await form.Service<Processes.Desk>().LookAtLineAsync(lineId, form.Aborted);
        var isOwn = look is not null && await form.Service<Processes.Desk>().SpeaksAsync(form.Actor, look.Line, form.Aborted) is true;
        return form.Answered(answer, look is null || isOwn ? $"/secondment/lines/{lineId}" : $"/secondment/plans/{look.Plan.CaseId}");
    }

    private static async Task<IResult> ReportAsync(PostedForm form)
    {
        var answer = await form.Service<RecordReport>().RunAsync(new(
            form.Route("itemId"), form.Whole("revision") ?? 0, form.OperationId, form.Text("outcome"), form.Day("day"), form.Text("comment")),
            form.Actor, Never);
        return form.Answered(answer, $"/cases/{form.Route("caseId")}");
    }

    private static async Task<IResult> InterruptAsync(PostedForm form)
    {
        var caseId = form.Route("caseId");
        var answer = await form.Service<InterruptPlacement>().RunAsync(new(form.OperationId, caseId, form.Text("interrupt-reason")), form.Actor, Never);
        return form.Answered(answer, $"/cases/{caseId}");
    }

    private static async Task<IResult> PlaceAsync(PostedForm form)
    {
        var personId = form.Route("personId");
        var (school, stage) = form.Host();
        var answer = await form.Service<RecordPlacement>().RunAsync(new(
            form.OperationId, personId, school, stage, form.Choice<PlacementKind>("kind") ?? default, form.Day("from") ?? DateOnly.MaxValue.AddDays(-1),
            form.Day("last") ?? DateOnly.MinValue, form.IsTicked("completed"), form.Text("documentNumber"), form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, $"/secondment/people/{personId}");
    }

    private static async Task<IResult> RetractAsync(PostedForm form)
    {
        var answer = await form.Service<RetractPlacement>().RunAsync(
            new(form.OperationId, form.Route("placementId"), form.Whole("version") ?? -1, form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, $"/secondment/people/{form.Id("person")}");
    }

    private static async Task<IResult> WishAsync(PostedForm form)
    {
        var personId = form.Route("personId");
        var answer = await form.Service<RecordWish>().RunAsync(new(
            form.OperationId, personId, form.TextOrNull("semester"), form.Text("wished"), form.Text("exemption"), form.Text("pinned"), form.Text("reason")),
            form.Actor, Never);
        return form.Answered(answer, $"/secondment/people/{personId}");
    }

    private static async Task<IResult> SchoolAsync(PostedForm form)
    {
        var answer = await form.Service<EditSchool>().RunAsync(new(
            form.OperationId, form.Text("name"), form.Choice<SchoolStage>("stage") ?? default, form.Whole("version"), form.Text("township"),
            form.Number("distance"), Places(form.Text("places"))), form.Actor, Never);
        return form.Answered(answer, "/secondment/schools");
    }

    // One line for each subject, its number last; a number that is none is refused by the use case.
    private static List<SubjectPlaces> Places(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var digits = line.Length - line.TakeWhile(character => !char.IsAsciiDigit(character)).Count();
            return new SubjectPlaces(line[..(line.Length - digits)].Trim(' ', '：', ':', '\t'),
                int.TryParse(line[(line.Length - digits)..], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : -1);
        }),
    ];

    private static async Task<string> PlanAsync(PostedForm form) =>
        await form.Service<Processes.Desk>().LookAtLineAsync(form.Route("lineId"), form.Aborted) is { } look ? $"/secondment/plans/{look.Plan.CaseId}" : "/secondment";
}
