using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Storage.Identity;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Decisions made ready as a page makes them: the item and its revision are read now, the decision is posted later.</summary>
internal static class Desks
{
    /// <summary>The decision of the role's account on the only open item of that activity.</summary>
    public static async Task<Func<DecideWorkItem, Task<Answer>>> PrepareAsync(
        this TestOffice office, OfficeRole role, string activity, string outcome, string comment = "") =>
        Post(CommandFor(await office.OpenItemAsync(activity), outcome, comment), TestOffice.Of(role));

    /// <summary>A decision with an operation id of its own.</summary>
    public static DecideWorkItem.Command CommandFor(WorkItem item, string outcome, string comment = "") =>
        new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, comment);

    /// <summary>Posting the decision, as often as it is called.</summary>
    public static Func<DecideWorkItem, Task<Answer>> Post(DecideWorkItem.Command command, Guid actor) =>
        decide => decide.RunAsync(command, actor, CancellationToken.None);

    /// <summary>A further account with that role.</summary>
    public static Task<Guid> HireAsync(this TestOffice office, OfficeRole role, string name) => office.ReadAsync(async db =>
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = name, DisplayName = name };
        account.Hats.Add(new Hat { AccountId = account.Id, Role = role });
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });

    /// <summary>The account loses the role.</summary>
    public static Task<int> TakeHatAsync(this TestOffice office, Guid account, OfficeRole role) =>
        office.ReadAsync(db => db.Hats.Where(hat => hat.AccountId == account && hat.Role == role).ExecuteDeleteAsync());

    /// <summary>The account's owner has left.</summary>
    public static Task<int> DeactivateAsync(this TestOffice office, Guid account) => office.ReadAsync(db =>
        db.Users.Where(user => user.Id == account).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false)));

    /// <summary>The item as it is now.</summary>
    public static Task<WorkItem> ItemAsync(this TestOffice office, Guid item) =>
        office.ReadAsync(db => db.WorkItems.Include(one => one.Case).Include(one => one.Parts).SingleAsync(one => one.Id == item));

    /// <summary>How many decisions the record holds.</summary>
    public static Task<int> DecisionsAsync(this TestOffice office) =>
        office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided"));
}
