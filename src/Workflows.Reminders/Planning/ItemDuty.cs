using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Planning;

/// <summary>One person's duty to look after one waiting work item, as things are now.</summary>
/// <param name="Item">The item, with its case and parts.</param>
/// <param name="Account">The person.</param>
/// <param name="Mandate">The right by which the person may decide it, of their own or as a deputy; null for none.</param>
/// <param name="Question">An open question to the person about the item; null for none.</param>
/// <param name="IsRecused">Whether the person declared a relative in the matter (2005 provisions, Art. 27).</param>
public sealed record ItemDuty(WorkItem Item, Account Account, Mandate? Mandate, Consultation? Question, bool IsRecused)
{
    /// <summary>The role for which the person is written to: the one that is asked, leadership when it is escalated, HR when it is orphaned.</summary>
    public OfficeRole? Role(string template) =>
        template == Stage.Escalated.Template ? Worn(OfficeRole.Leadership)
        : template == Stage.Orphaned.Template ? Worn(OfficeRole.HumanResources)
        : template == Stage.Question.Template ? Question?.Part.Role
        : Mandate?.Part.Role;

    /// <summary>Whether a letter by that template still has something to say to this person.</summary>
    public bool Stands(string template) => Item.Stage is WorkItemStage.Open && Role(template) is not null && !HasAnswered
        && (!IsRecused || template == Stage.Orphaned.Template);

    private bool HasAnswered => Item.Parts.Exists(part => part.DecidedBy == Account.Id && part.Outcome is not null);

    private OfficeRole? Worn(OfficeRole role) => Account.Wears(role) ? role : null;

    /// <summary>The duties behind pairs of work item and account; a pair whose item or account is gone is left out.</summary>
    /// <param name="db">The database.</param>
    /// <param name="pairs">The pairs.</param>
    /// <param name="today">The day in the office: deputies are named for days.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<ItemDuty>> FindAsync(
        WorkflowsDb db, IReadOnlyCollection<(Guid ItemId, Guid AccountId)> pairs, DateOnly today, CancellationToken ct)
    {
        if (pairs.Count == 0)
            return [];
        var itemIds = pairs.Select(pair => pair.ItemId).Distinct().ToList();
        var deputyIds = pairs.Select(pair => pair.AccountId).Distinct().ToList();
        var deputyships = (await db.Deputyships.AsNoTracking()
            .Where(one => deputyIds.Contains(one.DeputyId) && one.EndedAt == null && one.From <= today && today <= one.Until)
            .ToListAsync(ct)).ToLookup(one => one.DeputyId, one => one.PrincipalId);
        var accountIds = deputyIds.Concat(deputyships.SelectMany(one => one)).Distinct().ToList();
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Case).Include(item => item.Parts)
            .Where(item => itemIds.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var accounts = await db.Users.AsNoTracking().Include(account => account.Hats)
            .Where(account => accountIds.Contains(account.Id)).ToDictionaryAsync(account => account.Id, ct);
        var rounds = items.Values.Select(item => item.Case.RoundId).Distinct().ToList();
        var declarations = (await db.KinshipDeclarations.AsNoTracking()
            .Where(signed => rounds.Contains(signed.RoundId) && accountIds.Contains(signed.AccountId)).ToListAsync(ct))
            .ToDictionary(signed => ((Guid?)signed.RoundId, signed.AccountId));
        var cases = items.Values.Select(item => item.CaseId).Distinct().ToList();
        var own = await db.CaseDeclarations.AsNoTracking()
            .Where(signed => cases.Contains(signed.CaseId) && accountIds.Contains(signed.AccountId))
            .ToDictionaryAsync(signed => (signed.CaseId, signed.AccountId), ct);
        var worn = await WornHats.InAsync(db, cases, ct);
        var listed = await db.ListedAsync(cases, ct);
        var questions = (await db.Consultations.AsNoTracking().Include(one => one.Part)
            .Where(one => one.ClosedAt == null && itemIds.Contains(one.Part.WorkItemId) && deputyIds.Contains(one.AskedOf)).ToListAsync(ct))
            .ToLookup(one => (one.Part.WorkItemId, one.AskedOf));
        return
        [
            .. from pair in pairs.Distinct()
               where items.ContainsKey(pair.ItemId) && accounts.ContainsKey(pair.AccountId)
               let item = items[pair.ItemId]
               let officer = Officer(pair.AccountId, item.Case)
               let principals = deputyships[pair.AccountId].Where(accounts.ContainsKey).Select(principal => Officer(principal, item.Case)).ToList()
               select new ItemDuty(
                   item, accounts[pair.AccountId], Mandates.Find(item, officer, principals).Mandate,
                   questions[pair].FirstOrDefault(), IsRecused(item, officer)),
        ];

        // Who hasn't declared yet is still asked to: only a declared relative keeps somebody out of the matter, and so out of its mails.
        Officer Officer(Guid id, Case @case) => new(
            id, accounts[id].DisplayName, accounts[id].IsActive ? [.. accounts[id].Hats.Select(hat => hat.Role)] : [],
            KinshipDeclaration.Of(declarations.GetValueOrDefault((@case.RoundId, id)), own.GetValueOrDefault((@case.Id, id)), @case,
                listed.Contains((@case.Id, accounts[id].PersonId))) is var interest and (Interest.Concerned or Interest.Oneself) ? interest : Interest.None,
            accounts[id].PersonId)
        {
            School = accounts[id].School, Worn = worn.Of(@case.Id, id),
        };

        static bool IsRecused(WorkItem item, Officer officer) => (item.NeedsDeclaration && officer.Interest is Interest.Concerned) || officer.Interest is Interest.Oneself
            || (item.Case.PersonId is { } person && person == officer.PersonId);
    }
}
