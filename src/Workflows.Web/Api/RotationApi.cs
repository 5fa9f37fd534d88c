using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Rotation;
using Workflows.Policy;
using Workflows.Policy.Rotation;
using Workflows.Processes;
using Workflows.Processes.Lists;
using Workflows.Processes.Reports;
using Workflows.Processes.Rotation;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Rotation over the API: the need by R13, the years' rounds, their lines and vacancies, teachers' answers.</summary>
internal static class RotationApi
{
    private const int Most = 50;

    public static void MapRotationApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<OpenRotationRound, OpenRotationRound.Command>("/rotation/rounds", u => u.RunAsync);
        api.MapUseCase<EditRotationLine, EditRotationLine.Command>("/rotation/lines/edit", u => u.RunAsync);
        api.MapUseCase<EditRotationVacancy, EditRotationVacancy.Command>("/rotation/vacancies/edit", u => u.RunAsync);
        api.MapUseCase<ChangeRotationDay, ChangeRotationDay.Command>("/rotation/day", u => u.RunAsync);
        api.MapUseCase<StrikePlanLine, StrikePlanLine.Command>("/rotation/lines/strike", u => u.RunAsync, name: "StrikeRotationLine");
        api.MapUseCase<AnswerPlanLine, AnswerPlanLine.Command>("/rotation/lines/answer", u => u.RunAsync, name: "AnswerRotationLine");
        api.MapUseCase<HandleLineObjection, HandleLineObjection.Command>("/rotation/lines/handle", u => u.RunAsync, name: "HandleRotationObjection");
        api.MapUseCase<HandInRotation, DecideWorkItem.Command>("/work-items/rotation-list", u => u.RunAsync);
        api.MapGet("/rotation/need", NeedAsync).WithName("GetRotationNeed").RequireAuthorization(Rights.ReadRotation).Produces<NeedAnswer>();
        api.MapGet("/rotation/rounds", RoundsAsync).WithName("GetRotationRounds").RequireAuthorization(Rights.ReadRotation).Produces<RotationRound[]>();
        api.MapGet("/rotation/rounds/{id:guid}", RoundAsync).WithName("GetRotationRound").RequireAuthorization(Rights.ReadRotation).Produces<RoundAnswer>()
            .Produces(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> NeedAsync(Desk desk, ReadCollege read, DateOnly? effectiveOn, CancellationToken ct)
    {
        var need = Rotations.Need(await read.ReadAsync(ct), effectiveOn ?? Rotations.UsualDay(desk.Office, desk.Today));
        return Results.Json(new NeedAnswer(need, need.Newcomers, need.Leavers, RotationReasons.Of(need)), PolicyJson.Options);
    }

    private static async Task<IResult> RoundsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        (await db.RotationRounds.AsNoTracking().Include(round => round.Lines).OrderByDescending(round => round.CaseId).Take(Most).ToListAsync(ct)).Select(Shown),
        PolicyJson.Options);

    // The lines with what stands against each, the need, and what it does to the structure.
    private static async Task<IResult> RoundAsync(Guid id, Desk desk, ForeseeStructure foresee, CancellationToken ct)
    {
        if (await desk.Db.RotationRounds.AsNoTracking().Include(one => one.Lines).FirstOrDefaultAsync(one => one.CaseId == id, ct) is not { } round)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        var situation = await desk.RotationSituationAsync(round, ct);
        return Results.Json(
            new RoundAnswer(
                Shown(round), situation.Need, [.. RotationChecks.OfRound(situation), .. RotationChecks.Of(situation)], await foresee.OfCaseAsync(id, ct)),
            PolicyJson.Options);
    }

    private static object Shown(RotationRound round) =>
        new { round.CaseId, round.Year, round.EffectiveOn, round.Version, round.DocumentNumber, round.Lines, round.Vacancies };

    /// <summary>What R13 asks of a round.</summary>
    internal sealed record NeedAnswer(RenewalNeed Need, int Newcomers, int Leavers, Bilingual Explanation);

    /// <summary>A round with all that is said of it.</summary>
    internal sealed record RoundAnswer(object Round, RenewalNeed Need, IReadOnlyList<Processes.Secondment.LineCheck> Checks, StructureOutlook? Outlook);
}
