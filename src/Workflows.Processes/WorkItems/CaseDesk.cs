using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>Who stands at a case: the account that looks at it, for whom it stands in today, and the colleagues it could turn to.</summary>
/// <param name="Actor">The account that looks.</param>
/// <param name="Principals">The absent colleagues it stands in for today.</param>
/// <param name="Colleagues">Everybody in office, by name, the account itself included.</param>
/// <param name="WorksOnIt">Whether the account works on the case, more than reading it.</param>
public sealed record CaseDesk(
    Officer Actor, IReadOnlyList<Officer> Principals, IReadOnlyList<Officer> Colleagues, bool WorksOnIt)
{
    /// <summary>The colleagues who may be given a part to decide.</summary>
    /// <param name="item">The item.</param>
    /// <param name="asked">Its part.</param>
    public IEnumerable<Officer> Deciders(WorkItem item, WorkItemPart asked) => Colleagues.Where(one => one.IsAskedBy(asked)
        && (one.Worn ?? asked.Role) == asked.Role
        && !((item.NeedsDeclaration || one.Interest is Interest.Oneself) && one.IsConcernedBy(item.Case))
        && !item.Parts.Exists(part => part.Outcome is not null && (part.DecidedBy == one.AccountId || part.OnBehalfOf == one.AccountId)));

    /// <summary>The colleagues who may learn about the case: all but the account itself and those concerned.</summary>
    /// <param name="case">The case.</param>
    public IEnumerable<Officer> Confidants(Case @case) =>
        Colleagues.Where(one => one.AccountId != Actor.AccountId && one.Roles.Count > 0 && !one.IsConcernedBy(@case));
}

/// <summary>Reads who stands at a case.</summary>
public static class CaseDesks
{
    /// <summary>Who stands at the case; null for an account that isn't in office.</summary>
    public static async Task<CaseDesk?> DeskOfAsync(this Desk desk, Case @case, Guid account, CancellationToken ct)
    {
        var colleagues = await desk.ColleaguesAsync(@case, ct);
        if (colleagues.FirstOrDefault(one => one.AccountId == account) is not { } actor)
            return null;
        var absent = await desk.AbsentAsync(account, ct);
        return new CaseDesk(
            actor, [.. colleagues.Where(one => absent.Contains(one.AccountId) && one.Roles.Count > 0)], colleagues,
            await desk.WorksOnAsync(account, @case, ct));
    }

    /// <summary>Everybody in office, by name, with what they declared about relatives in the case and in which role they have decided in it.</summary>
    public static async Task<IReadOnlyList<Officer>> ColleaguesAsync(this Desk desk, Case @case, CancellationToken ct)
    {
        var accounts = await desk.Db.Users.AsNoTracking().Include(one => one.Hats).Where(one => one.IsActive).ToListAsync(ct);
        var declarations = await desk.Db.KinshipDeclarations.AsNoTracking().Where(signed => signed.RoundId == @case.RoundId)
            .ToDictionaryAsync(signed => signed.AccountId, ct);
        var own = await desk.Db.CaseDeclarations.AsNoTracking().Where(signed => signed.CaseId == @case.Id)
            .ToDictionaryAsync(signed => signed.AccountId, ct);
        var worn = await WornHats.InAsync(desk.Db, [@case.Id], ct);
        var listed = await desk.Db.ListedAsync([@case.Id], ct);
        return
        [
            .. accounts.OrderBy(one => one.DisplayName, StringComparer.Ordinal).Select(one => new Officer(
                one.Id, one.DisplayName, [.. one.Hats.Select(hat => hat.Role).Order()],
                KinshipDeclaration.Of(declarations.GetValueOrDefault(one.Id), own.GetValueOrDefault(one.Id), @case, listed.Contains((@case.Id, one.PersonId))),
                one.PersonId)
            {
                School = one.School, Worn = worn.Of(@case.Id, one.Id),
            }),
        ];
    }

    /// <summary>The colleagues for whom the account is named deputy today.</summary>
    public static Task<List<Guid>> AbsentAsync(this Desk desk, Guid deputy, CancellationToken ct)
    {
        var today = desk.Today;
        return desk.Db.Deputyships.AsNoTracking()
            .Where(one => one.DeputyId == deputy && one.EndedAt == null && one.From <= today && today <= one.Until)
            .Select(one => one.PrincipalId).Distinct().ToListAsync(ct);
    }
}
