using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Appointments;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Appointments, exits and the register of waivers over the API.</summary>
internal static class PersonCaseApi
{
    private const int Most = 500;

    public static void MapPersonCaseApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<ProposeAppointment, ProposeAppointment.Command>("/appointments", u => u.RunAsync);
        api.MapUseCase<ReviseAppointment, ReviseAppointment.Command>("/appointments/revise", u => u.RunAsync);
        api.MapUseCase<OpenExit, OpenExit.Command>("/exits", u => u.RunAsync);
        api.MapUseCase<ReviseExit, ReviseExit.Command>("/exits/revise", u => u.RunAsync);
        api.MapUseCase<RecordHandover, RecordHandover.Command>("/work-items/handover", u => u.RunAsync);
        api.MapUseCase<DeclareRelative, DeclareRelative.Command>("/cases/declaration", u => u.RunAsync);
        api.MapUseCase<RecordStatement, RecordStatement.Command>("/cases/statement", u => u.RunAsync);
        api.MapUseCase<WithdrawPersonCase, WithdrawPersonCase.Command>("/cases/withdraw", u => u.RunAsync);
        api.MapGet("/waivers", WaiversAsync).WithName("GetWaivers").RequireAuthorization(Rights.ReadRoster).Produces<Waiver[]>();
        api.MapGet("/appointments", AppointmentsAsync).WithName("GetAppointments").RequireAuthorization(Rights.ReadRoster).Produces<Appointment[]>();
        api.MapGet("/exits", ExitsAsync).WithName("GetExits").RequireAuthorization(Rights.ReadRoster).Produces<Exit[]>();
    }

    private static async Task<IResult> WaiversAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        await db.Waivers.AsNoTracking().OrderByDescending(one => one.Id).Take(Most).ToListAsync(ct), PolicyJson.Options);

    private static async Task<IResult> AppointmentsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        await db.Appointments.AsNoTracking().OrderByDescending(one => one.CaseId).Take(Most).ToListAsync(ct), PolicyJson.Options);

    private static async Task<IResult> ExitsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        await db.Exits.AsNoTracking().OrderByDescending(one => one.CaseId).Take(Most).ToListAsync(ct), PolicyJson.Options);
}
