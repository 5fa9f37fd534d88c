using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflows.Policy;
using Workflows.Processes.Calendars;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Semesters, holidays and make-up days over the API, in the format of the calendar files.</summary>
internal static class CalendarApi
{
    public static void MapCalendarApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<SaveCalendar, SaveCalendar.Command>("/calendars", u => u.RunAsync);
        api.MapUseCase<DropCalendar, DropCalendar.Command>("/calendars/drop", u => u.RunAsync);
        api.MapPost("/calendars/preview", PreviewAsync).WithName("PreviewCalendar").Produces<PreviewCalendar.Preview>();
        api.MapGet("/calendars", AllAsync).WithName("GetCalendars").Produces<CalendarLine[]>();
        api.MapGet("/calendars/{file}", OneAsync).WithName("GetCalendar").Produces<CalendarLine>().Produces(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AllAsync(ReadCalendars calendars, CancellationToken ct) =>
        Results.Json(await calendars.AllAsync(ct), PolicyJson.Options);

    private static async Task<IResult> OneAsync(string file, ReadCalendars calendars, CancellationToken ct) =>
        await calendars.FindAsync(file, ct) is { } line ? Results.Json(line, PolicyJson.Options) : Results.NotFound();

    private static async Task<IResult> PreviewAsync(PreviewCalendar.Query query, PreviewCalendar useCase, Me me, CancellationToken ct)
    {
        if (query is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var preview = await useCase.RunAsync(query, me.Id, ct);
        return preview.Refusal is { } refusal ? ApiAnswer.Of(refusal) : Results.Json(preview, PolicyJson.Options);
    }
}
