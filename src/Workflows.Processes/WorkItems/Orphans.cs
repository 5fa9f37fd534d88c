using Microsoft.EntityFrameworkCore;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Work that waits for nobody: no active account holds the role, the one who was named lost it, or everybody who holds it is recused or has
/// decided already, here or under another hat. Computed from what is true now, so that nobody has to notice when somebody leaves.
/// </summary>
public static class Orphans
{
    /// <summary>
    /// The open parts that nobody can decide. What is open and who is in office is read by plain queries and compared in memory: asked in one
    /// query, PostgreSQL walks through all that was ever decided until it has statistics.
    /// </summary>
    /// <param name="desk">The desk.</param>
    /// <param name="items">Only among these items; null for all.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlySet<Guid>> OrphansAsync(this Desk desk, IReadOnlyCollection<Guid>? items, CancellationToken ct)
    {
        var open = desk.Db.WorkItemParts.AsNoTracking().Where(part => part.IsOpen);
        if (items is not null)
            open = open.Where(part => items.Contains(part.WorkItemId));
        var asked = await open.Select(part => new
        {
            part.Id, part.Role, part.School, part.AssigneeId, part.WorkItemId, part.WorkItem.NeedsDeclaration, part.WorkItem.CaseId,
            part.WorkItem.Case.RoundId, part.WorkItem.Case.ApplicationId, part.WorkItem.Case.PersonId,
        }).ToListAsync(ct);

        var cases = asked.Select(one => one.CaseId).Distinct().ToList();
        var rounds = asked.Where(one => one.NeedsDeclaration).Select(one => one.RoundId).Distinct().ToList();
        var roles = asked.Select(one => one.Role).Distinct().ToList();
        var holders = (await desk.Db.Hats.AsNoTracking()
            .Where(hat => roles.Contains(hat.Role))
            .Join(desk.Db.Users.Where(account => account.IsActive), hat => hat.AccountId, account => account.Id,
                (hat, account) => new { hat.Role, account.Id, account.PersonId, account.School })
            .ToListAsync(ct)).ToLookup(holder => holder.Role);
        var declarations = (await desk.Db.KinshipDeclarations.AsNoTracking().Where(signed => rounds.Contains(signed.RoundId)).ToListAsync(ct))
            .ToLookup(signed => (Guid?)signed.RoundId);
        var own = (await desk.Db.CaseDeclarations.AsNoTracking().Where(signed => cases.Contains(signed.CaseId)).ToListAsync(ct))
            .ToDictionary(signed => (signed.CaseId, signed.AccountId));
        var worn = await WornHats.InAsync(desk.Db, cases, ct);
        var listed = await desk.Db.ListedAsync(cases, ct);
        return asked
            .Where(one => holders[one.Role]
                .Where(holder => (one.AssigneeId is null || one.AssigneeId == holder.Id) && (one.School is null || one.School == holder.School))
                .All(holder => listed.Contains((one.CaseId, holder.PersonId)) || (one.PersonId is { } person && person == holder.PersonId)
                    || worn.AreSpent(one.CaseId, one.WorkItemId, one.Role, holder.Id)
                    || (one.NeedsDeclaration && (own.GetValueOrDefault((one.CaseId, holder.Id))?.IsRelative == true
                        || declarations[one.RoundId].Any(signed => signed.AccountId == holder.Id && signed.Concerns(one.ApplicationId))))))
            .Select(one => one.Id).ToHashSet();
    }
}
