using Workflows.Personnel.Mail;

namespace Workflows.Reminders.Sending;

/// <summary>What a delivery makes of a letter. Pure: the letter, what happened, and the time.</summary>
internal static class Aftermath
{
    /// <summary>How long a letter is tried, counted from the first try: what waited for open hours has lost nothing.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(8);
    private static readonly TimeSpan FirstWaitWhenNotTaken = TimeSpan.FromMinutes(1);

    /// <summary>Records the delivery on the letter and gives up its lease.</summary>
    public static void Record(Letter letter, Delivery delivery, DateTimeOffset now)
    {
        letter.LastReply = delivery.Reply;
        Release(letter);
        switch (delivery.Result)
        {
            case DeliveryResult.Accepted:
                letter.Phase = LetterPhase.Accepted;
                letter.AcceptedAt = now;
                break;
            case DeliveryResult.Refused:
                letter.Phase = LetterPhase.Failed;
                break;
            case DeliveryResult.Unclear when letter.IsFormal:
                letter.Phase = LetterPhase.Ambiguous;
                break;
            case DeliveryResult.NotTaken:
                TryLater(letter, FirstWaitWhenNotTaken, FirstWait, now);
                break;
            default:
                TryLater(letter, FirstWait, LongestWait, now);
                break;
        }
    }

    /// <summary>What it was about no longer stands.</summary>
    public static void Drop(Letter letter)
    {
        letter.LastReply = letter.Phase is LetterPhase.Sending
            ? "Interrupted while it was handed over, and no longer needed: not sent again."
            : "What it was about no longer stands: not sent.";
        letter.Phase = LetterPhase.Dropped;
        Release(letter);
    }

    /// <summary>It was dropped unsent, and what it was about stands again: it is planned anew, in the words of today.</summary>
    public static void PlanAgain(Letter dropped, Letter letter)
    {
        (dropped.Phase, dropped.DueAt, dropped.LastReply) = (LetterPhase.Planned, letter.DueAt, "");
        (dropped.Address, dropped.Model, dropped.Message, dropped.FirstTriedAt) = (letter.Address, letter.Model, null, null);
    }

    /// <summary>It stands, but not now; no try is counted. A try that was under way counts as not made: the mail goes out again, with its id.</summary>
    public static void Wait(Letter letter, DateTimeOffset until, string why)
    {
        (letter.Phase, letter.DueAt, letter.LastReply) = (LetterPhase.Planned, until, why);
        Release(letter);
    }

    /// <summary>Gives up the lease; the phase stays.</summary>
    public static void Release(Letter letter) => (letter.LeasedBy, letter.LeasedUntil) = (null, null);

    // Each wait is twice the one before, up to the longest; when the next try would come after five days, there is none.
    private static void TryLater(Letter letter, TimeSpan first, TimeSpan longest, DateTimeOffset now)
    {
        var wait = first * Math.Pow(2, Math.Clamp(letter.Attempts - 1, 0, 20));
        letter.DueAt = now + (wait < longest ? wait : longest);
        letter.Phase = letter.DueAt > (letter.FirstTriedAt ?? now) + Longest ? LetterPhase.Failed : LetterPhase.Planned;
    }
}
