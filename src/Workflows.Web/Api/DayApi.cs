using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Days;
using Workflows.Policy;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Days;
using Workflows.Processes.Staff;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Days;
using Workflows.Web.Forms;

namespace Workflows.Web.Api;

/// <summary>The day ledger over the API.</summary>
internal static class DayApi
{
    public static void MapDayApi(this IEndpointRouteBuilder api)
    {
        // As Base64 a file is a third longer, and one a little too large is still refused in words.
        var most = new RequestSizeLimitAttribute(2 * api.ServiceProvider.GetRequiredService<AttachmentLimits>().MostBytes);
        api.MapUseCase<LogDay, LogDay.Command>("/days", u => u.RunAsync).WithMetadata(most);
        api.MapUseCase<LogDays, LogDays.Command>("/days/several", u => u.RunAsync);
        api.MapUseCase<ImportDays, ImportDays.Command>("/days/import", u => u.RunAsync).TakesATable();
        api.MapUseCase<AddEvidence, AddEvidence.Command>("/days/evidence", u => u.RunAsync).WithMetadata(most);
        api.MapUseCase<VerifyDays, VerifyDays.Command>("/days/verify", u => u.RunAsync);
        api.MapUseCase<RefuseDay, RefuseDay.Command>("/days/refuse", u => u.RunAsync);
        api.MapUseCase<WithdrawDay, WithdrawDay.Command>("/days/withdraw", u => u.RunAsync);
        api.MapUseCase<CloseCalendar, CloseCalendar.Command>("/me/calendar/close", u => u.RunAsync);
        api.MapPost("/me/calendar", OpenCalendarAsync).WithName(nameof(OpenCalendar)).Produces<CalendarAnswer>();
        api.MapPost("/days/preview-import", async (ImportDays.Command command, ImportDays useCase, Me me, CancellationToken ct) =>
            Results.Json(await useCase.PreviewAsync(command, me.Id, ct), PolicyJson.Options)).WithName("PreviewImportDays").Produces<ImportDays.Preview>().TakesATable();
        api.MapGet("/days/findings", FindingsAsync).WithName("GetDayFindings").RequireAuthorization(Rights.ReadDays).Produces<FindingLine[]>();
        api.MapGet("/days/waiting", WaitingAsync).WithName("GetWaitingDays").RequireAuthorization(Rights.VerifyDays).Produces<DayView[]>();
        api.MapGet("/days/{person:guid}", DaysAsync).WithName("GetDays").Produces<DayView[]>();
    }

    private static async Task<IResult> OpenCalendarAsync(OpenCalendarRequest request, OpenCalendar useCase, HttpContext http, Me me)
    {
        var secret = CalendarSecret.New();
        var answer = await useCase.RunAsync(new(request.OperationId, secret), me.Id, CancellationToken.None);
        if (!answer.IsDone)
            return ApiAnswer.Of(answer);
        var hash = CalendarSecret.Hash(secret);
        var isThis = await http.RequestServices.GetRequiredService<WorkflowsDb>().Users.AnyAsync(one => one.Id == me.Id && one.CalendarSecretHash == hash, CancellationToken.None);
        return Results.Json(new CalendarAnswer(true, isThis ? CalendarFeed.Address(http, secret) : null, answer.Reasons), PolicyJson.Options);
    }

    private static async Task<IResult> FindingsAsync(string? semester, int? year, Desk desk, CancellationToken ct)
    {
        var teachers = await desk.TeacherDaysAsync(SemesterName.Parse(semester), ct);
        var leaders = await desk.LeaderDaysAsync(year is >= 2000 and <= 2100 ? year.Value : desk.Today.Year, ct);
        var lines = teachers.Select(one => (one.Person, one.Finding)).Concat(leaders.SelectMany(one => new[] { (one.Person, Finding: one.Days), (one.Person, Finding: one.Sessions) }));
        return Results.Json(lines.Select(one => new FindingLine(one.Person.Id, one.Person.Name, one.Finding, DayWording.Explain(one.Finding))), PolicyJson.Options);
    }

    private static async Task<IResult> WaitingAsync(WorkflowsDb db, Me me, CancellationToken ct) => Results.Json(
        me.School is { } school ? (await db.DaysWaitingAsync(school, ct)).Select(one => DayView.Of(one.Entry)) : [], PolicyJson.Options);

    private static async Task<IResult> DaysAsync(Guid person, int? from, WorkflowsDb db, Me me, CancellationToken ct) =>
        me.PersonId == person || me.May(Rights.ReadDays)
            ? Results.Json((await db.DaysOfAsync(person, from ?? 0, ct)).Select(entry => DayView.Of(entry)), PolicyJson.Options)
            : Results.Problem(statusCode: StatusCodes.Status404NotFound);

    /// <summary>Asks for a calendar's address.</summary>
    internal sealed record OpenCalendarRequest(Guid OperationId);

    /// <summary>The address, told this once; null where an earlier request with the same operation id got it.</summary>
    internal sealed record CalendarAnswer(bool Done, string? Address, IReadOnlyList<Bilingual> Reasons);

    /// <summary>What a clause says of somebody.</summary>
    internal sealed record FindingLine(Guid PersonId, string Name, DayFinding Finding, Bilingual Explanation);

    /// <summary>An entry as the API lists it.</summary>
    internal sealed record DayView(
        Guid Id, Guid PersonId, DateOnly On, string School, DayKind Kind, bool IsHalf, string Note, DayState State, string VerifiedBy, string Refusal,
        DateTimeOffset LoggedAt, DateTimeOffset? SettledAt, long Version, IReadOnlyList<EvidenceView> Evidence)
    {
        public static DayView Of(DayEntry entry) => new(
            entry.Id, entry.PersonId, entry.On, entry.School, entry.Kind, entry.IsHalf, entry.Note, entry.State, entry.VerifiedBy, entry.Refusal, entry.LoggedAt,
            entry.SettledAt, entry.Version, [.. entry.Evidence.Select(one => new EvidenceView(one.Id, one.FileName, one.MediaType, one.Size, $"/days/evidence/{one.Id}"))]);
    }

    /// <summary>A photo or file of an entry.</summary>
    internal sealed record EvidenceView(Guid Id, string FileName, string MediaType, long Size, string Address);
}
