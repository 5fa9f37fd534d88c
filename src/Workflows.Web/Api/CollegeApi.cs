using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Futures;
using Workflows.Processes.Reports;
using Workflows.Web.Access;
using Workflows.Web.Forms;

namespace Workflows.Web.Api;

/// <summary>What the clauses say of the college, and what a decision would do to them, over the API.</summary>
internal static class CollegeApi
{
    private const int MostApproved = 50;

    public static void MapCollegeApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/college", ReportAsync).WithName("GetCollege").RequireAuthorization(Rights.ReadRoster).Produces<ClauseReport[]>();
        api.MapGet("/college/years", YearsAsync).WithName("GetCollegeYears").RequireAuthorization(Rights.ReadRoster).Produces<StructureOutlook>();
        api.MapPost("/college/evidence", EvidenceAsync).WithName(nameof(TakeEvidence)).RequireAuthorization(Rights.ReadRoster)
            .Produces(StatusCodes.Status200OK, contentType: XlsxWriter.MediaType, additionalContentTypes: OfficialDocument.MediaType).Produces<ApiAnswer>(StatusCodes.Status403Forbidden).IsCostly();
        api.MapPost("/college/what-if", CompareAsync).WithName("PreviewFutures").RequireAuthorization(Rights.ReadRoster)
            .Produces<FutureAnswer>().Produces<FutureAnswer>(StatusCodes.Status422UnprocessableEntity).IsCostly();
        api.MapGet("/college/what-if/approved", ApprovedAsync).WithName("GetApprovedFutures").RequireAuthorization(Rights.ReadRoster).Produces<ApprovedFuture[]>();
        api.MapUseCase<ApproveFuture, ApproveFuture.Command>("/college/what-if/approve", u => u.RunAsync).IsCostly();
        api.MapGet("/cases/{id:guid}/outlook", OutlookAsync).WithName("GetOutlook").Produces<StructureOutlook>()
            .Produces(StatusCodes.Status204NoContent).Produces(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ReportAsync(ReportCollege report, Desk desk, DateOnly? asOf, CancellationToken ct) =>
        Results.Json(await report.AsOfAsync(asOf ?? desk.Today, ct), PolicyJson.Options);

    private static async Task<IResult> YearsAsync(ForeseeStructure foresee, Desk desk, DateOnly? asOf, CancellationToken ct) =>
        Results.Json(await foresee.AroundAsync(asOf ?? desk.Today, ct), PolicyJson.Options);

    private static async Task<IResult> CompareAsync(CompareFutures.Question question, CompareFutures compare, CancellationToken ct)
    {
        if (question is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await compare.AskAsync(question, ct);
        return Results.Json(answer, PolicyJson.Options, statusCode: answer.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> ApprovedAsync(Desk desk, CancellationToken ct) =>
        Results.Json(await desk.Db.ApprovedFuturesAsync(MostApproved, ct), PolicyJson.Options);

    private static async Task<IResult> EvidenceAsync(TakeEvidence.Command command, TakeEvidence evidence, Me me, OfficeWebOptions options, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await evidence.RunAsync(command, me.Id, CancellationToken.None);
        if (!answer.IsDone)
            return ApiAnswer.Of(answer);
        var file = await evidence.WriteAsync(command, options.College.Zh, ct);
        return Results.File(file.Content, file.MediaType, file.Name);
    }

    // Nothing where the case is over, or changes nothing of the structure.
    private static async Task<IResult> OutlookAsync(Guid id, ForeseeStructure foresee, Desk desk, Me me, CancellationToken ct)
    {
        if (await desk.Db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct) is not { } @case || !await desk.MayReadAsync(me.Id, @case, ct))
            return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        return await foresee.OfCaseAsync(id, ct) is { } outlook ? Results.Json(outlook, PolicyJson.Options) : Results.NoContent();
    }
}
