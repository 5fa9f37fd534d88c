using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Staff;
using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>The letters that go out meanwhile, to a real server that thinks for a second once it has a mail.</summary>
internal sealed class MailInDanger(SmtpSink sink, Ledger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // Counted from here, R12 speaks of the next secondment from July 2026 to the end of September once.
    private static readonly DateOnly CountedFrom = new(2024, 9, 1);

    private readonly List<string> teachers = [];

    /// <summary>Mails that arrived more than once.</summary>
    public int Doubled { get; private set; }

    /// <summary>Mails that arrived.</summary>
    public int Arrived { get; private set; }

    /// <summary>Formal notices of which nobody knows whether they were taken: a person decides.</summary>
    public int Ambiguous { get; private set; }

    /// <summary>Puts teachers on the roster who are each to be reminded once.</summary>
    public async Task EmployAsync(int count)
    {
        teachers.AddRange(Enumerable.Range(1, count).Select(number => $"teacher{number}@example.org"));
        await ledger.ReadAsync(db =>
        {
            db.People.AddRange(teachers.Select(address => new Person
            {
                Id = Guid.CreateVersion7(), Name = "教师", SchoolStage = "小学", Subject = "语文", Email = address, SecondmentAnchor = CountedFrom,
            }));
            return db.SaveChangesAsync();
        });
    }

    /// <summary>Waits until nothing is due any more.</summary>
    /// <param name="day">The day that the nodes' clocks show.</param>
    public async Task SettleAsync(DateOnly day)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var ahead = day.DayNumber - DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime).DayNumber;
        while (true)
        {
            var now = TimeProvider.System.GetUtcNow().AddDays(ahead);
            var waiting = await ledger.ReadAsync(db => db.Letters.AsNoTracking()
                .Where(letter => letter.Phase == LetterPhase.Sending || (letter.Phase == LetterPhase.Planned && letter.DueAt <= now)).ToListAsync());
            if (waiting.Count == 0)
                return;
            limit.IsCancellationRequested.ShouldBeFalse(string.Join('\n', waiting.Select(letter => $"never left: {letter.Key} {letter.Phase} {letter.LeasedBy} {letter.LeasedUntil} {letter.LastReply}")));
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    /// <summary>
    /// No reminder is lost. What arrived more often than once was handed over anew each time because the answer to the time before was never
    /// heard, and under the same Message-ID.
    /// </summary>
    public async Task CheckAsync()
    {
        var letters = await ledger.ReadAsync(db => db.Letters.AsNoTracking().ToListAsync());
        var copies = sink.MessageIds().CountBy(id => id).ToDictionary();
        var tries = letters.Where(letter => letter.MessageId != null).GroupBy(letter => letter.MessageId!)
            .ToDictionary(group => group.Key, group => group.Max(letter => letter.Attempts));
        letters.Where(letter => letter.Phase is LetterPhase.Failed or LetterPhase.Sending).Select(letter => $"{letter.Key} {letter.LastReply}").ShouldBeEmpty();
        letters.Where(letter => letter.Phase is LetterPhase.Ambiguous && !letter.IsFormal).ShouldBeEmpty();
        copies.Keys.Except(tries.Keys).ShouldBeEmpty("mails that no letter knows: one that was sent anew got another Message-ID");
        letters.Where(letter => letter.Phase is LetterPhase.Accepted && !copies.ContainsKey(letter.MessageId!)).Select(letter => letter.Key)
            .ShouldBeEmpty("recorded as accepted, and never arrived");
        copies.Where(pair => pair.Value > tries[pair.Key]).ShouldBeEmpty("arrived more often than it was handed over");
        letters.Where(letter => letter.Template == "reminders/secondment" && letter.Phase is LetterPhase.Accepted && teachers.Contains(letter.Address))
            .Select(letter => letter.Address).ShouldBe(teachers, ignoreOrder: true, "each is reminded once");
        (Arrived, Doubled) = (copies.Count, copies.Values.Sum(count => count - 1));
        Ambiguous = letters.Count(letter => letter.Phase is LetterPhase.Ambiguous);
    }
}
