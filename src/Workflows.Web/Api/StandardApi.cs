using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Standards;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Processes.Standards;
using Workflows.Processes.Years;
using Workflows.Web.Access;
using Workflows.Web.Standards;

namespace Workflows.Web.Api;

/// <summary>The standard's items, inspections, papers and what is recorded each year, over the API.</summary>
internal static class StandardApi
{
    public static void MapStandardApi(this IEndpointRouteBuilder api)
    {
        var most = new RequestSizeLimitAttribute(2 * api.ServiceProvider.GetRequiredService<AttachmentLimits>().MostBytes);
        api.MapUseCase<EnterItems, EnterItems.Command>("/standards", u => (command, actor, ct) => u.RunAsync(command, actor, ct));
        api.MapUseCase<ChargeItem, ChargeItem.Command>("/standards/charge", u => u.RunAsync);
        api.MapUseCase<RemoveItem, RemoveItem.Command>("/standards/remove", u => u.RunAsync);
        api.MapUseCase<OpenInspection, OpenInspection.Command>("/inspections", u => u.RunAsync);
        api.MapUseCase<CallOffInspection, CallOffInspection.Command>("/inspections/call-off", u => u.RunAsync);
        api.MapUseCase<AddPaper, AddPaper.Command>("/papers", u => u.RunAsync).WithMetadata(most);
        api.MapUseCase<WithdrawPaper, WithdrawPaper.Command>("/papers/withdraw", u => u.RunAsync);
        api.MapUseCase<RecordYear, RecordYear.Command>("/college/years/record", u => u.RunAsync);
        api.MapUseCase<RecordTerm, RecordTerm.Command>("/college/terms/record", u => u.RunAsync);
        api.MapUseCase<ConfirmSubjects, ConfirmSubjects.Command>("/college/subjects/confirm", u => u.RunAsync);
        api.MapGet("/standards", ListAsync).WithName("GetStandards").Produces<ItemLine[]>();
        api.MapGet("/inspections", InspectionsAsync).WithName("GetInspections").RequireAuthorization(Rights.ReadRoster).Produces<Inspection[]>();
        api.MapGet("/college/inputs", InputsAsync).WithName("GetYearlyInputs").RequireAuthorization(Rights.ReadRoster).Produces<YearlyFunds[]>();
    }

    // Whoever doesn't read the roster sees what is theirs.
    private static async Task<IResult> ListAsync(StandardBook book, Desk desk, Me me, Guid? inspection, DateOnly? asOf, CancellationToken ct)
    {
        var view = me.May(Rights.ReadRoster) ? await book.OfAsync(inspection, asOf ?? desk.Today, ct) : await book.OfPersonAsync(me.PersonId, ct);
        return view is null ? Results.Problem(statusCode: StatusCodes.Status404NotFound) : Results.Json(view.Lines.Select(line => new ItemLine(
            line.Item.Id, line.Item.InspectionId, line.Item.Number, line.Item.Text, line.Owner, line.Task?.Id, line.Task?.DueOn, line.State, line.Item.Version,
            [.. (line.Task?.Papers ?? []).Where(paper => paper.StandsOn(view.Day)).Select(paper => new PaperLine(
                paper.Id, paper.Words, paper.DocumentNumber, paper.FileName is null ? null : $"/papers/{paper.Id}", paper.AddedOn, paper.Version))])), PolicyJson.Options);
    }

    private static async Task<IResult> InspectionsAsync(Desk desk, CancellationToken ct) => Results.Json(
        await desk.Db.Inspections.AsNoTracking().OrderByDescending(one => one.On).ThenBy(one => one.Id).ToListAsync(ct), PolicyJson.Options);

    private static async Task<IResult> InputsAsync(Desk desk, CancellationToken ct) => Results.Json(
        await desk.Db.Funds.AsNoTracking().OrderByDescending(one => one.Year).ToListAsync(ct), PolicyJson.Options);

    /// <summary>One item.</summary>
    internal sealed record ItemLine(
        Guid Id, Guid? InspectionId, string Number, string Text, string? Owner, Guid? TaskId, DateOnly? DueOn, StandardState State, long Version, IReadOnlyList<PaperLine> Papers);

    /// <summary>One paper of its task; the address hands out the file.</summary>
    internal sealed record PaperLine(Guid Id, string Words, string DocumentNumber, string? Address, DateOnly AddedOn, long Version);
}
