using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Processes.Notices;
using Workflows.Processes.Staff.Export;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Forms;

namespace Workflows.Web.Api;

/// <summary>Rounds, applications and notices over the API.</summary>
internal static class HiringApi
{
    public static void MapHiringApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<PlanRound, PlanRound.Command>("/rounds", u => u.RunAsync);
        api.MapUseCase<RevisePlan, RevisePlan.Command>("/rounds/revise", u => u.RunAsync);
        api.MapUseCase<SubmitRound, SubmitRound.Command>("/rounds/submit", u => u.RunAsync);
        api.MapUseCase<WithdrawRound, WithdrawRound.Command>("/rounds/withdraw", u => u.RunAsync);
        api.MapUseCase<ImportApplicants, ImportApplicants.Command>("/rounds/import", u => u.RunAsync).TakesATable();
        api.MapUseCase<RecordScores, RecordScores.Command>("/rounds/scores", u => u.RunAsync);
        api.MapUseCase<DeclareKinship, DeclareKinship.Command>("/rounds/kinship", u => u.RunAsync);
        api.MapUseCase<CorrectApplication, CorrectApplication.Command>("/applications/correct", u => u.RunAsync);
        api.MapUseCase<RequestReReview, RequestReReview.Command>("/applications/re-review", u => u.RunAsync);
        api.MapUseCase<WithdrawApplication, WithdrawApplication.Command>("/applications/withdraw", u => u.RunAsync);
        api.MapPost("/applications/export", ExportAsync).WithName(nameof(ExportApplicant)).RequireAuthorization(Rights.RunHiring)
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Produces<ApiAnswer>(StatusCodes.Status404NotFound).IsCostly();
        api.MapUseCase<NumberNotice, NumberNotice.Command>("/notices/number", u => u.RunAsync);
        api.MapUseCase<FileObjection, FileObjection.Command>("/notices/objections", u => u.RunAsync);
        api.MapUseCase<HandleObjection, HandleObjection.Command>("/notices/objections/handle", u => u.RunAsync);
        api.MapPost("/rounds/import/preview", PreviewAsync).WithName("PreviewImport").TakesATable();
        api.MapGet("/rounds/{id:guid}", RoundAsync).WithName("GetRound").RequireAuthorization(Rights.ReadRounds).Produces<Round>();
        api.MapGet("/rounds/{id:guid}/applications", ApplicationsAsync).WithName("GetApplications")
            .RequireAuthorization(Rights.ReadRounds).Produces<ApplicationLine[]>();
    }

    private static async Task<IResult> PreviewAsync(ImportApplicants.Command command, ImportApplicants useCase, Me me, CancellationToken ct)
    {
        var preview = await useCase.PreviewAsync(command, me.Id, ct);
        return preview.Refusal is { } refusal ? ApiAnswer.Of(refusal) : Results.Json(preview, PolicyJson.Options);
    }

    private static async Task<IResult> ExportAsync(ExportApplicant.Command command, ExportApplicant export, Me me, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await export.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone ? Results.Bytes(await export.WriteAsync(command.ApplicationId, ct), "application/json") : ApiAnswer.Of(answer);
    }

    private static async Task<IResult> RoundAsync(Guid id, WorkflowsDb db, CancellationToken ct) =>
        await db.Rounds.AsNoTracking().FirstOrDefaultAsync(round => round.Id == id, ct) is { } round
            ? Results.Json(round, PolicyJson.Options)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static async Task<IResult> ApplicationsAsync(Guid id, WorkflowsDb db, CancellationToken ct)
    {
        var applications = await db.Applications.AsNoTracking().Where(one => one.RoundId == id).InFileOrder().ToListAsync(ct);
        return Results.Json(applications.Select(ApplicationLine.Of), PolicyJson.Options);
    }

    /// <summary>An application as the API shows it: no ID number, no phone, no mail; of the checks, pass or fail.</summary>
    internal sealed record ApplicationLine(
        Guid Id, Guid? CaseId, string Name, string Employer, Standing Standing, long Version, HiringVerdict Verdict,
        decimal? Written, decimal? Interview, decimal? TieBreak, bool Absent, decimal? Total, int? Rank,
        bool? BackgroundPassed, bool? MedicalPassed)
    {
        public static ApplicationLine Of(Application one) => new(
            one.Id, one.CaseId, one.Name, one.Record.Employer, one.Standing, one.Version, one.Verdict,
            one.Written, one.Interview, one.TieBreak, one.Absent, one.Total, one.Rank,
            one.Background?.Passed, one.MedicalPassed);
    }
}
