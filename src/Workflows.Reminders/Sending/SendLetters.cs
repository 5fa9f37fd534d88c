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
    WorkflowsDb db, IPostman postman, Dispatch dispatch, Standing standing, MailHealth health, Leases leases, ReminderOptions options, TimeProvider clock,
    ILogger<SendLetters> log)
{
    private const int Most = 50;

    /// <summary>Sends until nothing is due, the quota is used up or no server is reached; says how many mails were accepted.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (health.Way.IsResting)
            return 0;

        var accepted = 0;
        try
        {
            while (!ct.IsCancellationRequested)
            {
                var claimedAt = Leases.Moment;
                var letters = await ClaimAsync(ct);
                if (letters.Count == 0)
                    break;
                await standing.LookAsync(letters);
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
            if (ct.IsCancellationRequested || !leases.AreSure(claimedAt) || !await IsOpenAsync(ct))
            {
                await GiveBackAsync(parcels.Skip(next));
                return (accepted, false);
            }

            accepted += await dispatch.RunAsync(parcels[next]) ? 1 : 0;
        }

        return (accepted, true);
    }

    private async Task<List<Letter>> ClaimAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (options.Mail.PerHour == 0)
            return await ClaimAsync(Most, ct);

        // Counted and claimed under one lock: two nodes that count at the same moment would both find the same room.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (db.Dialect.LockQuota is { } statement)
            await db.Database.ExecuteSqlRawAsync(statement, ct);
        var letters = await QuotaAsync(ct) is > 0 and var quota ? await ClaimAsync(Math.Min(quota, Most), ct) : [];
        await transaction.CommitAsync(ct);
        return letters;
    }

    private Task<List<Letter>> ClaimAsync(int most, CancellationToken ct) => db.Letters
        .FromSqlRaw(db.Dialect.ClaimLetters, leases.Node, Leases.Length.TotalSeconds, db.Dialect.Instant(clock.Now()), most).ToListAsync(ct);

    // Counted from the database, so that all nodes together keep to it: what somebody is about to send, then what went out. In this order a
    // letter that goes out between the two is counted twice; in the other it would be counted in neither.
    private async Task<int> QuotaAsync(CancellationToken ct)
    {
        var anHourAgo = clock.Now().AddHours(-1);
        var held = await db.Letters.FromSqlRaw(db.Dialect.HeldLetters).CountAsync(ct);
        var gone = await db.Letters.Where(letter => letter.AcceptedAt > anHourAgo).Select(letter => letter.MessageId).Distinct().CountAsync(ct);
        return options.Mail.PerHour - held - gone;
    }

    private async Task<bool> IsOpenAsync(CancellationToken ct)
    {
        if (await postman.OpenAsync(ct) is { } sentence)
        {
            if (health.Way.Failed(sentence))
                log.LogWarning(MailEvents.OutOfReach, "No mail goes out: {Sentence} It is tried again, at longer and longer intervals.", MailEvents.WithoutAddresses(sentence));
            return false;
        }

        if (health.Way.Worked())
            log.LogInformation(MailEvents.InReach, "Mail goes out again.");
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
