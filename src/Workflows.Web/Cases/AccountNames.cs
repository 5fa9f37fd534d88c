using Microsoft.EntityFrameworkCore;
using Workflows.Storage;

namespace Workflows.Web.Cases;

/// <summary>Accounts by name, as stories and signatures tell them: also those of people who have left.</summary>
public static class AccountNames
{
    /// <summary>The names of some accounts.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(this WorkflowsDb db, IEnumerable<Guid> accounts, CancellationToken ct)
    {
        var ids = accounts.Distinct().ToList();
        return await db.Users.AsNoTracking().Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, account => account.DisplayName, ct);
    }
}
