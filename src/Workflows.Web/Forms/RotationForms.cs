using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Rotation;
using Workflows.Web.Access;

namespace Workflows.Web.Forms;

/// <summary>Rotation: the years' rounds, their lines and vacancies, teachers' answers.</summary>
internal static class RotationForms
{
    private static readonly CancellationToken Never = CancellationToken.None;

    public static void MapRotationForms(this IEndpointRouteBuilder app)
    {
        app.MapForm("/rotation/rounds", OpenAsync).RequireAuthorization(Rights.RunRotation).IsCostly();
        app.MapForm("/rotation/rounds/{roundId:guid}/lines", EditAsync).RequireAuthorization(Rights.RunRotation);
        app.MapForm("/rotation/rounds/{roundId:guid}/vacancies", VacancyAsync).RequireAuthorization(Rights.RunRotation);
        app.MapForm("/rotation/rounds/{roundId:guid}/day", DayAsync).RequireAuthorization(Rights.RunRotation);
        app.MapForm("/rotation/lines/{lineId:guid}/strike", StrikeAsync).RequireAuthorization(Rights.RunRotation);
        app.MapForm("/rotation/lines/{lineId:guid}/handle", HandleAsync).RequireAuthorization(Rights.RunRotation);
        app.MapForm("/rotation/lines/{lineId:guid}", AnswerAsync);
    }

    private static async Task<IResult> OpenAsync(PostedForm form)
    {
        var answer = await form.Service<OpenRotationRound>().RunAsync(new(form.OperationId, form.Day("effectiveOn") ?? default), form.Actor, Never);
        return form.Answered(answer, answer.IsDone ? $"/rotation/rounds/{answer.Id}" : "/rotation");
    }

    private static async Task<IResult> EditAsync(PostedForm form)
    {
        var (school, stage) = form.Host();
        var answer = await form.Service<EditRotationLine>().RunAsync(new(
            form.OperationId, form.Route("roundId"), form.Whole("version") ?? -1, form.Id("person"), school, stage, form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, Round(form));
    }

    private static async Task<IResult> VacancyAsync(PostedForm form)
    {
        var answer = await form.Service<EditRotationVacancy>().RunAsync(new(
            form.OperationId, form.Route("roundId"), form.Whole("version") ?? -1, form.TextOrNull("vacancy") is null ? null : form.Id("vacancy"),
            form.Text("subject"), form.Choice<SchoolStage>("stage") ?? (SchoolStage)(-1), form.Choice<PostLevel>("level") ?? (PostLevel)(-1),
            (int)Math.Clamp(form.Whole("places") ?? -1, -1, int.MaxValue), form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, Round(form));
    }

    private static async Task<IResult> DayAsync(PostedForm form)
    {
        var answer = await form.Service<ChangeRotationDay>().RunAsync(new(
            form.OperationId, form.Route("roundId"), form.Whole("version") ?? -1, form.Day("effectiveOn") ?? default, form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, Round(form));
    }

    private static async Task<IResult> StrikeAsync(PostedForm form)
    {
        var answer = await form.Service<StrikePlanLine>().RunAsync(
            new(form.OperationId, form.Route("lineId"), form.Whole("version") ?? -1, form.Text("reason")), form.Actor, Never);
        return form.Answered(answer, await RoundOfLineAsync(form));
    }

    private static async Task<IResult> HandleAsync(PostedForm form)
    {
        var (school, stage) = form.Host();
        var answer = await form.Service<HandleLineObjection>().RunAsync(new(
            form.OperationId, form.Route("lineId"), form.Whole("version") ?? -1, form.Choice<ObjectionHandling>("how") ?? ObjectionHandling.Kept,
            form.Text("reason")) { School = school, Stage = stage }, form.Actor, Never);
        return form.Answered(answer, await RoundOfLineAsync(form));
    }

    private static async Task<IResult> AnswerAsync(PostedForm form)
    {
        var lineId = form.Route("lineId");
        var answer = await form.Service<AnswerPlanLine>().RunAsync(
            new(form.OperationId, lineId, form.Text("objects") == "yes", form.Text("words")), form.Actor, Never);
        var (round, line) = await form.Service<Desk>().FindLineAsync(lineId, form.Aborted);
        var isOwn = line is not null && await form.Service<Desk>().SpeaksAsync(form.Actor, line, form.Aborted) is true;
        return form.Answered(answer, round is null || isOwn ? $"/rotation/lines/{lineId}" : $"/rotation/rounds/{round.CaseId}");
    }

    private static string Round(PostedForm form) => $"/rotation/rounds/{form.Route("roundId")}";

    private static async Task<string> RoundOfLineAsync(PostedForm form) =>
        (await form.Service<Desk>().FindLineAsync(form.Route("lineId"), form.Aborted)).List is { } round ? $"/rotation/rounds/{round.CaseId}" : "/rotation";
}
