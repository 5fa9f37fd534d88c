using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Mail;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>
/// Sends the letters that are due. Any number of nodes may do so at once: each claims its share by the database's clock, and what a node
/// that lost its lease wants to record is refused by the fence.
/// </summary>
public sealed class SendLetters(
    WorkflowsDb db, IPostman postman, Dispatch dispatch, MailHealth health, ReminderOptions options, TimeProvider clock,
    ILogger<SendLetters> log)
{
    private const int Most = 50;

    /// <summary>How long a node may hold letters: longer than the longest single handing over.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>Sends until nothing is due, the quota is used up or the server is out of reach; says how many mails were accepted.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (health.Way.IsResting)
            return 0;

        var accepted = 0;
        try
        {
            while (!ct.IsCancellationRequested && await QuotaAsync(ct) is > 0 and var quota)
            {
                var claimedAt = clock.GetTimestamp();
                var letters = await ClaimAsync(quota, ct);
                if (letters.Count == 0)
                    break;
                var (count, goOn) = await SendAsync(letters, claimedAt, ct);
                accepted += count;
                if (!goOn)
                    break;
            }
        }
        finally
        {
            await postman.CloseAsync();
        }

        return accepted;
    }

    private async Task<(int Accepted, bool GoOn)> SendAsync(List<Letter> letters, long claimedAt, CancellationToken ct)
    {
        var accepted = 0;
        var parcels = Parcel.Pack(letters);
        for (var next = 0; next < parcels.Count; next++)
        {
            var held = clock.GetElapsedTime(claimedAt);
            var mayBegin = !ct.IsCancellationRequested && held < Lease - TimeSpan.FromMinutes(1);
            if (!mayBegin || !await IsOpenAsync(ct))
            {
                await GiveBackAsync(parcels.Skip(next));
                return (accepted, false);
            }

            accepted += await dispatch.RunAsync(parcels[next], held) ? 1 : 0;
        }

        return (accepted, true);
    }

    private async Task<List<Letter>> ClaimAsync(int quota, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Letters
            .FromSqlRaw(db.Dialect.ClaimLetters, Node, Lease.TotalSeconds, clock.Now(), Math.Min(quota, Most))
            .ToListAsync(ct);
    }

    // Counted from the database, so that all nodes together keep to it.
    private async Task<int> QuotaAsync(CancellationToken ct)
    {
        if (options.Mail.PerHour == 0)
            return Most;
        var anHourAgo = clock.Now().AddHours(-1);
        var gone = await db.Letters.Where(letter => letter.AcceptedAt > anHourAgo || letter.Phase == LetterPhase.Sending)
            .Select(letter => letter.MessageId).Distinct().CountAsync(ct);
        return options.Mail.PerHour - gone;
    }

    private async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (await postman.OpenAsync(ct) is { } sentence)
        {
            if (health.Way.Failed(sentence))
                log.LogWarning("No mail goes out: {Sentence} It is tried again, at longer and longer intervals.", sentence);
            return false;
        }

        if (health.Way.Worked())
            log.LogInformation("Mail goes out again.");
        return true;
    }

    private async Task GiveBackAsync(IEnumerable<Parcel> parcels)
    {
        foreach (var letter in parcels.SelectMany(parcel => parcel.Letters))
            Aftermath.Release(letter);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node holds them already.
        }
    }
}
