using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Reminders.Obligations;
using Workflows.Storage;
using Workflows.Storage.Identity;

namespace Workflows.Reminders.Planning;

/// <summary>Who can be written to: people by their account or else by the roster's address, holders of roles by their account.</summary>
public sealed class Recipients
{
    private static readonly OfficeRole[] Reminded = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.EducationBureau];

    private readonly List<Account> accounts;
    private readonly Dictionary<Guid, Account> byPerson;
    private readonly Dictionary<Guid, (string Name, string Address)> roster;

    private Recipients(List<Account> accounts, ReminderFacts facts)
    {
        this.accounts = accounts;
        byPerson = accounts.Where(account => account.PersonId is not null).GroupBy(account => account.PersonId!.Value).ToDictionary(g => g.Key, g => g.First());
        roster = facts.Roster.Where(person => IsAddress(person.Email)).ToDictionary(person => person.Id, person => (person.Name, person.Email));
    }

    /// <summary>The recipients that these accounts and the facts' roster make up.</summary>
    public static Recipients From(IEnumerable<Account> accounts, ReminderFacts facts) =>
        new([.. accounts.Where(account => account.IsActive && IsAddress(account.Email ?? ""))], facts);

    /// <summary>Reads the accounts that the facts' reminders may go to.</summary>
    public static async Task<Recipients> ReadAsync(WorkflowsDb db, ReminderFacts facts, CancellationToken ct)
    {
        var people = facts.Roster.Select(person => (Guid?)person.Id).ToList();
        return new Recipients(
            await db.Users.AsNoTracking().Include(account => account.Hats)
                .Where(account => account.IsActive && EF.Functions.Like(account.Email, "%@%"))
                .Where(account => account.Hats.Any(hat => Reminded.Contains(hat.Role)) || people.Contains(account.PersonId))
                .OrderBy(account => account.NormalizedUserName).ThenBy(account => account.Id).ToListAsync(ct), facts);
    }

    /// <summary>The recipients, each once: who is meant as a person isn't written to again for a role.</summary>
    public IEnumerable<Recipient> Of(IEnumerable<Audience> audiences) => audiences.SelectMany(Of).DistinctBy(recipient => recipient.Id);

    private IEnumerable<Recipient> Of(Audience audience)
    {
        if (audience.Role is { } role)
            return accounts.Where(account => account.Wears(role)).Select(account => By(account, account.PersonId ?? account.Id, OfficeRoles.Name(role)));
        var person = audience.PersonId!.Value;
        var yourself = new Bilingual("本人", "the person concerned");
        return byPerson.TryGetValue(person, out var account) ? [By(account, person, yourself)]
            : roster.TryGetValue(person, out var known) ? [new Recipient(person, known.Name, known.Address, "zh-CN", null, yourself, IsPerson: true)]
            : [];

        Recipient By(Account one, Guid id, Bilingual As) => new(id, one.DisplayName, one.Email!, one.Language, one.Id, As, audience.Role is null);
    }

    private static bool IsAddress(string text) => text.Contains('@', StringComparison.Ordinal);
}

/// <summary>Somebody who is reminded.</summary>
/// <param name="Id">The person, or the account of somebody who isn't on the roster: the same whether or not there is an account.</param>
/// <param name="Name">The name.</param>
/// <param name="Address">The mail address.</param>
/// <param name="Language">The language of the mails.</param>
/// <param name="AccountId">The account; null for people without one.</param>
/// <param name="As">As what they are reminded.</param>
/// <param name="IsPerson">Whether they are the person whom it is about.</param>
public sealed record Recipient(Guid Id, string Name, string Address, string Language, Guid? AccountId, Bilingual As, bool IsPerson);
