using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>
/// What still stands of a claimed share of letters, asked again at the last moment: which obligations, which stage, which address, and which
/// addresses HR has yet to put right.
/// </summary>
public sealed class Standing(WorkflowsDb db, Office office, TimeProvider clock)
{
    // A slow server may take minutes over one share: what was found is asked again after this.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    private IReadOnlyList<Letter> share = [];
    private Dictionary<string, string> addresses = [];
    private HashSet<string> faulty = [];
    private long lookedAt;

    /// <summary>Looks at a claimed share of letters.</summary>
    public async Task LookAsync(IReadOnlyList<Letter> letters)
    {
        (share, lookedAt) = (letters, clock.GetTimestamp());
        var obligations = letters.Select(letter => letter.Obligation).OfType<string>().ToList();
        addresses = obligations.Count == 0 ? [] : await AddressesAsync(obligations);
        var mailboxes = letters.Select(letter => letter.Address).Concat(addresses.Values).Distinct().ToList();
        faulty = (await db.AddressFaults.AsNoTracking().Where(fault => fault.SettledAt == null && mailboxes.Contains(fault.Address))
            .Select(fault => fault.Address).ToListAsync()).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Looks again if what was found is no longer fresh.</summary>
    public Task RefreshAsync() => clock.GetElapsedTime(lookedAt) > Freshness ? LookAsync(share) : Task.CompletedTask;

    /// <summary>Whether a reminder still has something to say, by the stage it speaks for and to whom it goes; the address as it is now.</summary>
    public bool Stands(Letter letter, out string address) => addresses.TryGetValue(letter.Key, out address!);

    /// <summary>Whether the address is known not to work.</summary>
    public bool IsFaulty(string address) => faulty.Contains(address);

    /// <summary>The address has just turned out not to work; whether that is news.</summary>
    public bool FoundFaulty(string address) => faulty.Add(address);

    private async Task<Dictionary<string, string>> AddressesAsync(List<string> obligations)
    {
        var now = clock.Now();
        var day = office.DayOf(now);
        var facts = await ReminderFacts.ReadAsync(db, office, day, PeopleOf(obligations), CancellationToken.None);
        var recipients = await Recipients.ReadAsync(db, facts, CancellationToken.None);
        var switches = await Switches.ReadAsync(db, office, now, CancellationToken.None);
        return DueReminder.On(facts, recipients, switches.SpeaksFrom, day).ToDictionary(due => due.Key, due => due.Recipient.Address);
    }

    // The second part of a key is the person; where one isn't, the matter is about all of them.
    private static List<Guid>? PeopleOf(List<string> obligations)
    {
        var people = new List<Guid>();
        foreach (var obligation in obligations)
        {
            if (obligation.Split('/') is not [_, var second, ..] || !Guid.TryParse(second, out var person))
                return null;
            people.Add(person);
        }

        return [.. people.Distinct()];
    }
}
