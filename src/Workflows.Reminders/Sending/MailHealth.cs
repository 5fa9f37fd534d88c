using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Schedule;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>How the mail of this node is doing, for <c>/health</c>.</summary>
public sealed class MailHealth(TimeProvider clock)
{
    /// <summary>The way to the mail server: open, or why not and when it is tried again.</summary>
    internal Outage Way { get; } = new(clock);

    /// <summary>How it is doing now, with what waits in the outbox.</summary>
    public async Task<MailState> LookAsync(WorkflowsDb db, CancellationToken ct)
    {
        var now = clock.Now();
        var waiting = db.Letters.Where(letter =>
            (letter.Phase == LetterPhase.Planned || letter.Phase == LetterPhase.Sending) && letter.DueAt <= now);
        return new MailState(
            Way.LastSuccessAt, Way.LastFailure, Way.LastFailureAt,
            await waiting.CountAsync(ct),
            await waiting.MinAsync(letter => (DateTimeOffset?)letter.DueAt, ct));
    }
}

/// <summary>How mail is doing.</summary>
/// <param name="LastSuccessAt">When this node last reached the server, UTC; null when it hasn't since its start.</param>
/// <param name="LastFailure">One sentence on what doesn't work; null when it works.</param>
/// <param name="LastFailureAt">When that was, UTC.</param>
/// <param name="Waiting">How many letters are due and not gone, on all nodes.</param>
/// <param name="OldestWaiting">Since when the oldest of them is due, UTC.</param>
public sealed record MailState(
    DateTimeOffset? LastSuccessAt, string? LastFailure, DateTimeOffset? LastFailureAt, int Waiting, DateTimeOffset? OldestWaiting);
