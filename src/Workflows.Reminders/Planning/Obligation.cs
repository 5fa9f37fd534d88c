using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Planning;

/// <summary>One person's duty to look after one waiting work item, as things are now.</summary>
/// <param name="Item">The item, with its case and parts.</param>
/// <param name="Account">The person, with the roles held.</param>
/// <param name="Interest">What the person declared about relatives in the round, or in the case about somebody on the roster.</param>
public sealed record Obligation(WorkItem Item, Account Account, Interest Interest)
{
    /// <summary>The role for which the person is written to: one that still has to answer, or leadership when it is escalated.</summary>
    public OfficeRole? Role(string template)
    {
        if (template == Stage.Escalated.Template)
            return Account.Wears(OfficeRole.Leadership) ? OfficeRole.Leadership : null;
        return Item.Parts.Find(part => part.IsOpen && Account.Wears(part.Role))?.Role;
    }

    /// <summary>Whether a letter by that template still has something to say to this person.</summary>
    public bool Stands(string template) =>
        Item.Stage is WorkItemStage.Open && Role(template) is not null && !HasAnswered && !IsRecused;

    private bool HasAnswered => Item.Parts.Exists(part => part.DecidedBy == Account.Id);

    // 2005 provisions, Art. 27: oneself or a declared relative keeps the person out of the matter, and so out of its mails.
    private bool IsRecused => (Item.NeedsDeclaration && Interest is Interest.Concerned)
        || (Item.Case.PersonId is { } person && person == Account.PersonId);

    /// <summary>The obligations behind pairs of work item and account; a pair whose item or account is gone is left out.</summary>
    public static async Task<IReadOnlyList<Obligation>> FindAsync(
        WorkflowsDb db, IReadOnlyCollection<(Guid ItemId, Guid AccountId)> pairs, CancellationToken ct)
    {
        if (pairs.Count == 0)
            return [];
        var itemIds = pairs.Select(pair => pair.ItemId).Distinct().ToList();
        var accountIds = pairs.Select(pair => pair.AccountId).Distinct().ToList();
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Case).Include(item => item.Parts)
            .Where(item => itemIds.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var accounts = await db.Users.AsNoTracking().Include(account => account.Hats)
            .Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        var rounds = items.Values.Select(item => item.Case.RoundId).Distinct().ToList();
        var declarations = await db.KinshipDeclarations.AsNoTracking()
            .Where(signed => rounds.Contains(signed.RoundId) && accountIds.Contains(signed.AccountId))
            .ToDictionaryAsync(signed => (signed.RoundId, signed.AccountId), ct);
        var cases = items.Values.Select(item => item.CaseId).Distinct().ToList();
        var own = await db.CaseDeclarations.AsNoTracking()
            .Where(signed => cases.Contains(signed.CaseId) && accountIds.Contains(signed.AccountId))
            .ToDictionaryAsync(signed => (signed.CaseId, signed.AccountId), ct);
        return
        [
            .. from pair in pairs.Distinct()
               where items.ContainsKey(pair.ItemId) && accounts.ContainsKey(pair.AccountId)
               let item = items[pair.ItemId]
               select new Obligation(item, accounts[pair.AccountId], Declared(item.Case, pair.AccountId)),
        ];

        Interest Declared(Case @case, Guid account) => KinshipDeclaration.Of(
            @case.RoundId is { } round ? declarations.GetValueOrDefault((round, account)) : null, own.GetValueOrDefault((@case.Id, account)), @case);
    }
}
