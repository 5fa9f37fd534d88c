using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Staff;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff;

/// <summary>
/// Closes the accounts of people who are no longer at the college, however that came onto the roster: an exit's own case has closed them already, an import
/// or a correction hasn't. Asked by "left and still open", so a day of downtime loses nothing and a second look changes nothing.
/// </summary>
public sealed class CloseLeaversAccounts(Desk desk)
{
    /// <summary>Why, as the record says it.</summary>
    public const string Reason = "离岗";

    private static readonly StaffStatus[] Gone = [.. Enum.GetValues<StaffStatus>().Where(status => status.HasLeft())];

    /// <summary>Closes what is due now, one transaction for each account, and says how many.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var closed = 0;
        foreach (var id in await Due().Select(account => account.Id).ToListAsync(ct))
        {
            desk.Db.ChangeTracker.Clear();
            if (await Due().Include(one => one.Hats).FirstOrDefaultAsync(account => account.Id == id, ct) is not { } account)
                continue;
            await desk.CloseAsync(account, ct);
            await desk.RecordAsync("AccountClosed", null, account, ct, account.Hats.Select(hat => hat.Role).Written(), reason: Reason);
            try
            {
                await desk.Db.SaveChangesAsync(ct);
                closed++;
            }
            catch (Exception failure) when (desk.Db.Dialect.MetAnother(failure))
            {
                // Another node, or HR, closed it at this moment. If it is still open, the next look finds it.
            }
        }

        return closed;
    }

    private IQueryable<Account> Due()
    {
        var today = desk.Today;
        var people = desk.Db.People.Where(person => Gone.Contains(person.Status)
            || (person.Tenures.Any() && !person.Tenures.Any(tenure => tenure.Until == null || tenure.Until > today)));
        return desk.Db.Users.Where(account => account.IsActive && people.Any(person => person.Id == account.PersonId));
    }
}
