using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy;
using Workflows.Processes.Staff;
using Workflows.Processes.Staff.Corrections;
using Workflows.Processes.Staff.Export;
using Workflows.Processes.Staff.Spellings;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Forms;

namespace Workflows.Web.Api;

/// <summary>The roster over the API: import with its dry run, words explained, export.</summary>
internal static class RosterApi
{
    public static void MapRosterApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<ImportRoster, ImportRoster.Command>("/roster/import", u => (command, actor, ct) => u.RunAsync(command, actor, ct)).TakesATable();
        api.MapPost("/roster/import/preview", PreviewAsync).WithName("PreviewRoster").RequireAuthorization(Rights.KeepRoster).Produces<WorkbookPreview>().TakesATable();
        api.MapUseCase<AnswerSpellings, AnswerSpellings.Command>("/roster/spellings", u => u.RunAsync);
        api.MapUseCase<WithdrawSpelling, WithdrawSpelling.Command>("/roster/spellings/withdraw", u => u.RunAsync);
        api.MapGet("/roster/spellings", SpellingsAsync).WithName("GetSpellings").RequireAuthorization(Rights.ReadRoster).Produces<SpellingAnswer[]>();
        api.MapUseCase<CorrectTitle, CorrectTitle.Command>("/roster/titles/correct", u => u.RunAsync);
        api.MapUseCase<CorrectStatus, CorrectStatus.Command>("/roster/statuses/correct", u => u.RunAsync);
        api.MapUseCase<CorrectPlacement, CorrectPlacement.Command>("/roster/placements/correct", u => u.RunAsync);
        api.MapPost("/roster/personal", PersonalAsync).WithName(nameof(ViewPersonOnRoster)).RequireAuthorization(Rights.KeepRoster)
            .Produces<PersonalData>().Produces<ApiAnswer>(StatusCodes.Status404NotFound);
        api.MapPost("/roster/person/export", ExportPersonAsync).WithName(nameof(ExportPerson)).RequireAuthorization(Rights.KeepRoster)
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Produces<ApiAnswer>(StatusCodes.Status404NotFound).IsCostly();
        api.MapPost("/roster/export", ExportAsync).WithName(nameof(ExportRoster)).RequireAuthorization(Rights.ExportRoster)
            .Produces(StatusCodes.Status200OK, contentType: XlsxWriter.MediaType).Produces<ApiAnswer>(StatusCodes.Status403Forbidden).IsCostly();
    }

    private static async Task<IResult> PreviewAsync(ImportRoster.Command command, ImportRoster import, Me me, CancellationToken ct) =>
        command is null ? Results.Problem(statusCode: StatusCodes.Status400BadRequest) : Results.Json(await import.PreviewAsync(command, me.Id, ct), PolicyJson.Options);

    private static async Task<IResult> SpellingsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        await db.SpellingAnswers.AsNoTracking().OrderBy(one => one.Column).ThenBy(one => one.Written).ToListAsync(ct), PolicyJson.Options);

    private static async Task<IResult> PersonalAsync(ViewPersonOnRoster.Command command, ViewPersonOnRoster view, WorkflowsDb db, Me me, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await view.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone
            ? Results.Json(await db.People.AsNoTracking().Where(one => one.Id == command.PersonId)
                .Select(one => new PersonalData(one.Id, one.Name, one.IdNumber, one.Phone, one.Email)).FirstAsync(ct), PolicyJson.Options)
            : ApiAnswer.Of(answer);
    }

    /// <summary>What pages mask.</summary>
    internal sealed record PersonalData(Guid PersonId, string Name, string IdNumber, string Phone, string Email);

    private static async Task<IResult> ExportPersonAsync(ExportPerson.Command command, ExportPerson export, Me me, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await export.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone ? Results.Bytes(await export.WriteAsync(command.PersonId, ct), "application/json") : ApiAnswer.Of(answer);
    }

    private static async Task<IResult> ExportAsync(ExportRoster.Command command, ExportRoster export, Me me, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await export.RunAsync(command, me.Id, CancellationToken.None);
        if (!answer.IsDone)
            return ApiAnswer.Of(answer);
        var file = await export.WriteAsync(me.Id, MaskedCell.Of, ct);
        return Results.File(file.Content, XlsxWriter.MediaType, file.Name);
    }
}
