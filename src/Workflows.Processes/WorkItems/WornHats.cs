using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Who has decided in some cases, themselves or by a deputy in their name, and in which role: nobody decides in one case under two hats, nor
/// twice in one item. What was taken back doesn't count.
/// </summary>
public sealed class WornHats
{
    private readonly ILookup<(Guid CaseId, Guid AccountId), Spoken> spoken;

    private WornHats(IEnumerable<Spoken> spoken) => this.spoken = spoken.ToLookup(one => (one.CaseId, one.AccountId));

    /// <summary>Reads who has decided in the cases.</summary>
    /// <param name="db">The database.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<WornHats> InAsync(WorkflowsDb db, IReadOnlyCollection<Guid> cases, CancellationToken ct)
    {
        var parts = await db.WorkItems.AsNoTracking().Where(item => cases.Contains(item.CaseId)).SelectMany(item => item.Parts)
            .Where(part => part.DecidedBy != null && part.TakenBackAt == null)
            .Select(part => new { part.WorkItem.CaseId, part.WorkItemId, part.Role, part.DecidedBy, part.OnBehalfOf }).Distinct().ToListAsync(ct);
        return new WornHats(
            from part in parts
            from account in new[] { part.DecidedBy, part.OnBehalfOf }
            where account is not null
            select new Spoken(part.CaseId, account.Value, part.WorkItemId, part.Role));
    }

    /// <summary>The role in which an account has decided in a case; null for none.</summary>
    public OfficeRole? Of(Guid caseId, Guid accountId) => spoken[(caseId, accountId)].Select(one => (OfficeRole?)one.Role).FirstOrDefault();

    /// <summary>Whether an account can't decide a role's part of an item any more: it has, or it has worn another hat in the case.</summary>
    public bool AreSpent(Guid caseId, Guid itemId, OfficeRole role, Guid accountId) =>
        spoken[(caseId, accountId)].Any(one => one.WorkItemId == itemId || one.Role != role);

    private sealed record Spoken(Guid CaseId, Guid AccountId, Guid WorkItemId, OfficeRole Role);
}
