using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Api;

/// <summary>Accounts, deputies and orphaned work over the API.</summary>
internal static class StaffApi
{
    public static void MapStaffApi(this IEndpointRouteBuilder api)
    {
        api.MapUseCase<AssignWorkItem, AssignWorkItem.Command>("/work-items/assign", u => u.RunAsync);
        api.MapUseCase<NameDeputy, NameDeputy.Command>("/deputyships", u => u.RunAsync);
        api.MapUseCase<EndDeputyship, EndDeputyship.Command>("/deputyships/end", u => u.RunAsync);
        api.MapUseCase<OpenAccount, OpenAccount.Command>("/accounts", u => (command, actor, ct) => u.RunAsync(command, actor, ct));
        api.MapUseCase<ChangeRoles, ChangeRoles.Command>("/accounts/roles", u => u.RunAsync);
        api.MapUseCase<CloseAccount, CloseAccount.Command>("/accounts/close", u => u.RunAsync);
        api.MapUseCase<ReopenAccount, ReopenAccount.Command>("/accounts/reopen", u => u.RunAsync);
        api.MapUseCase<ResetPassword, ResetPassword.Command>("/accounts/password", u => u.RunAsync);
        api.MapPost("/accounts/address", AddressAsync).WithName(nameof(ViewAccountAddress)).RequireAuthorization(Rights.KeepOffice)
            .Produces<AddressLine>().Produces<ApiAnswer>(StatusCodes.Status404NotFound);
        api.MapGet("/orphans", OrphansAsync).WithName("GetOrphans").RequireAuthorization(Rights.KeepOffice).Produces<OrphanLine[]>();
        api.MapGet("/deputyships", DeputyshipsAsync).WithName("GetDeputyships").Produces<Deputyship[]>();
        api.MapGet("/accounts", AccountsAsync).WithName("GetAccounts").RequireAuthorization(Rights.KeepOffice).Produces<AccountLine[]>();
    }

    private static async Task<IResult> OrphansAsync(Desk desk, CancellationToken ct) => Results.Json(
        (await desk.OrphanListAsync(ct)).Select(one => new OrphanLine(
            one.Item.Id, one.Part.Id, one.Item.Revision, one.Item.CaseId, one.Part.Role, one.Why,
            [.. one.Candidates.Select(officer => new Candidate(officer.AccountId, officer.Name))])), PolicyJson.Options);

    private static async Task<IResult> DeputyshipsAsync(Desk desk, Me me, CancellationToken ct)
    {
        var (today, all) = (desk.Today, me.May(Rights.KeepOffice));
        return Results.Json(await desk.Db.Deputyships.AsNoTracking()
            .Where(one => one.EndedAt == null && one.Until >= today && (all || one.PrincipalId == me.Id || one.DeputyId == me.Id))
            .OrderBy(one => one.From).ThenBy(one => one.Id).ToListAsync(ct), PolicyJson.Options);
    }

    private static async Task<IResult> AccountsAsync(WorkflowsDb db, CancellationToken ct) => Results.Json(
        (await db.Users.AsNoTracking().Include(one => one.Hats).OrderBy(one => one.NormalizedUserName).ToListAsync(ct)).Select(one => new AccountLine(
            one.Id, one.UserName!, one.DisplayName, one.Email is null ? null : Masked.Email(one.Email), one.Language, one.PersonId, one.School, one.IsActive, one.MustChangePassword,
            [.. one.Hats.Select(hat => hat.Role).Order()])), PolicyJson.Options);

    private static async Task<IResult> AddressAsync(ViewAccountAddress.Command command, ViewAccountAddress view, WorkflowsDb db, Me me, CancellationToken ct)
    {
        if (command is null)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        var answer = await view.RunAsync(command, me.Id, CancellationToken.None);
        return answer.IsDone
            ? Results.Json(await db.Users.AsNoTracking().Where(one => one.Id == command.AccountId).Select(one => new AddressLine(one.Id, one.Email)).FirstAsync(ct), PolicyJson.Options)
            : ApiAnswer.Of(answer);
    }

    /// <summary>An account's mail address, whole.</summary>
    internal sealed record AddressLine(Guid AccountId, string? Email);

    /// <summary>Something that waits for nobody.</summary>
    internal sealed record OrphanLine(
        Guid WorkItemId, Guid PartId, long Revision, Guid CaseId, OfficeRole Role, Bilingual Why, IReadOnlyList<Candidate> Candidates);

    /// <summary>Somebody it could be given to.</summary>
    internal sealed record Candidate(Guid AccountId, string Name);

    /// <summary>An account, without anything secret; its mail address masked.</summary>
    internal sealed record AccountLine(
        Guid Id, string UserName, string DisplayName, string? Email, string Language, Guid? PersonId, string? School, bool IsActive, bool MustChangePassword,
        IReadOnlyList<OfficeRole> Roles);
}
