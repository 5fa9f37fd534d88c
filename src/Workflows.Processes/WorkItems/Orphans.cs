using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Work that waits for nobody: no active account holds the role, the one who was named lost it, or everybody who holds it is recused or has
/// decided already, here or under another hat. Computed from what is true now, so that nobody has to notice when somebody leaves.
/// </summary>
public static class Orphans
{
    /// <summary>The open parts that nobody can decide.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="items">Only among these items; null for all.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlySet<Guid>> OrphansAsync(this Desk desk, IReadOnlyCollection<Guid>? items, CancellationToken ct)
    {
        var open = desk.Db.WorkItemParts.AsNoTracking().Where(part => part.IsOpen);
        if (items is not null)
            open = open.Where(part => items.Contains(part.WorkItemId));

        var orphans = await open
            .Where(part => !desk.Db.Users.Any(account => account.IsActive
                && (part.AssigneeId == null || part.AssigneeId == account.Id)
                && (part.School == null || part.School == account.School)
                && (account.PersonId == null || (account.PersonId != part.WorkItem.Case.PersonId
                    && !desk.Db.PlanLines.Any(line => line.PlanId == part.WorkItem.CaseId && line.PersonId == account.PersonId && line.StruckReason == "")
                    && !desk.Db.RotationLines.Any(line => line.RoundId == part.WorkItem.CaseId && line.PersonId == account.PersonId && line.StruckReason == "")))
                && account.Hats.Any(hat => hat.Role == part.Role)
                && !desk.Db.WorkItemParts.Any(other => other.WorkItem.CaseId == part.WorkItem.CaseId && other.TakenBackAt == null
                    && (other.DecidedBy == account.Id || other.OnBehalfOf == account.Id)
                    && (other.WorkItemId == part.WorkItemId || other.Role != part.Role))))
            .Select(part => part.Id).ToListAsync(ct);
        return new HashSet<Guid>([.. orphans, .. await RecusedAsync(desk, open, ct)]);
    }

    // Whose relatives are concerned stands in the declarations; only rounds and cases in which somebody signed one are looked at.
    private static async Task<IEnumerable<Guid>> RecusedAsync(Desk desk, IQueryable<WorkItemPart> open, CancellationToken ct)
    {
        var asked = await open
            .Where(part => part.WorkItem.NeedsDeclaration
                && (desk.Db.KinshipDeclarations.Any(signed => signed.RoundId == part.WorkItem.Case.RoundId)
                    || desk.Db.CaseDeclarations.Any(signed => signed.CaseId == part.WorkItem.CaseId)))
            .Select(part => new
            {
                part.Id, part.Role, part.School, part.AssigneeId, part.WorkItemId, part.WorkItem.CaseId, part.WorkItem.Case.RoundId,
                part.WorkItem.Case.ApplicationId,
                part.WorkItem.Case.PersonId,
            }).ToListAsync(ct);
        if (asked.Count == 0)
            return [];

        var rounds = asked.Select(one => one.RoundId).Distinct().ToList();
        var declarations = (await desk.Db.KinshipDeclarations.AsNoTracking().Where(signed => rounds.Contains(signed.RoundId)).ToListAsync(ct))
            .ToLookup(signed => (Guid?)signed.RoundId);
        var cases = asked.Select(one => one.CaseId).Distinct().ToList();
        var own = (await desk.Db.CaseDeclarations.AsNoTracking().Where(signed => cases.Contains(signed.CaseId)).ToListAsync(ct))
            .ToDictionary(signed => (signed.CaseId, signed.AccountId));
        var worn = await WornHats.InAsync(desk.Db, cases, ct);
        var roles = asked.Select(one => one.Role).Distinct().ToList();
        var holders = (await desk.Db.Hats.AsNoTracking()
            .Where(hat => roles.Contains(hat.Role))
            .Join(desk.Db.Users.Where(account => account.IsActive), hat => hat.AccountId, account => account.Id,
                (hat, account) => new { hat.Role, account.Id, account.PersonId, account.School })
            .ToListAsync(ct)).ToLookup(holder => holder.Role);
        var listed = await desk.Db.ListedAsync(cases, ct);
        return asked
            .Where(one => holders[one.Role]
                .Where(holder => (one.AssigneeId is null || one.AssigneeId == holder.Id) && (one.School is null || one.School == holder.School))
                .All(holder => listed.Contains((one.CaseId, holder.PersonId)) || (one.PersonId is { } person && person == holder.PersonId)
                    || worn.AreSpent(one.CaseId, one.WorkItemId, one.Role, holder.Id)
                    || own.GetValueOrDefault((one.CaseId, holder.Id))?.IsRelative == true
                    || declarations[one.RoundId].Any(signed => signed.AccountId == holder.Id && signed.Concerns(one.ApplicationId))))
            .Select(one => one.Id);
    }
}
