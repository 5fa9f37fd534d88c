using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Reminders.Planning;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>
/// Brings one claimed parcel on its way: asks again whether it is still wanted, commits what will be sent, hands it over, commits what
/// came of it.
/// </summary>
public sealed class Dispatch(
    WorkflowsDb db, IPostman postman, LetterWriter writer, Standing standing, Office office, ReminderOptions options, TimeProvider clock,
    ILogger<Dispatch> log)
{
    private static readonly Delivery Interrupted =
        new(DeliveryResult.Unclear, "The node that was handing it over stopped; nobody knows whether it was taken.");

    private static readonly Delivery ForNewer =
        new(DeliveryResult.NotTaken, "This program doesn't know what it is about: it is left to a newer one.");

    // Settling the fault sends it at once; the pause only keeps the sender from looking at it every few seconds.
    private static readonly TimeSpan AddressPause = TimeSpan.FromDays(1);

    /// <summary>Whether the parcel's mail was accepted.</summary>
    /// <param name="parcel">The parcel, tracked, claimed by this node.</param>
    internal async Task<bool> RunAsync(Parcel parcel)
    {
        using var span = OfficeMeters.Traces.StartActivity("letter");
        span?.SetTag(OfficeMeters.CaseTag, parcel.First.CaseId).SetTag("workflows.template", parcel.First.Template).SetTag("workflows.letters", parcel.Letters.Count);
        if (parcel.WasUnderWay && parcel.First.IsFormal)
            return await RecordAsync(parcel.Letters, Interrupted);
        if (await WithoutUnknownAsync(parcel) is not { Letters.Count: > 0 } known)
            return false;
        if (await WithoutDroppedAsync(known) is not { Letters.Count: > 0 } standingOnes)
            return false;
        if (await WithoutWaitingAsync(standingOnes) is not { Letters.Count: > 0 } wanted)
            return false;

        var (mail, fault) = writer.Write(wanted);
        if (mail is null)
            return await RecordAsync(wanted.Letters, new Delivery(DeliveryResult.Refused, fault));
        return await CommitSendingAsync(wanted, mail) && await RecordAsync(wanted.Letters, await postman.DeliverAsync(mail));
    }

    // A node of a newer release knows what to do with it, and whether it still stands; nothing is said of it here.
    private async Task<Parcel> WithoutUnknownAsync(Parcel parcel)
    {
        var unknown = parcel.Letters.Where(letter => !writer.Knows(letter)).ToList();
        if (unknown.Count == 0)
            return parcel;
        var now = clock.Now();
        foreach (var letter in unknown)
            letter.FirstTriedAt ??= now;
        await RecordAsync(unknown, ForNewer);
        return new Parcel([.. parcel.Letters.Except(unknown)]);
    }

    // Asked again at the last moment: the item may be decided, the account closed, the role given to somebody else.
    private async Task<Parcel> WithoutDroppedAsync(Parcel parcel)
    {
        var pairs = parcel.Letters.Where(letter => letter is { WorkItemId: not null, AccountId: not null })
            .Select(letter => (letter.WorkItemId!.Value, letter.AccountId!.Value)).ToList();
        var duties = (await ItemDuty.FindAsync(db, pairs, office.DayOf(clock.Now()), CancellationToken.None))
            .ToDictionary(duty => (duty.Item.Id, duty.Account.Id));
        var dropped = parcel.Letters.Where(letter => letter.WorkItemId is { } item
            && !(duties.TryGetValue((item, letter.AccountId ?? Guid.Empty), out var owed) && owed.Stands(letter.Template))).ToList();
        await standing.RefreshAsync();
        dropped.AddRange(parcel.Letters.Where(letter => letter.Obligation is not null && !Follows(letter)));
        if (parcel.First.Template == FailedLetter.Template && !await WearsAsync(parcel.First.AccountId, OfficeRole.HumanResources))
            dropped.Add(parcel.First);
        if (dropped.Count == 0)
            return parcel;

        dropped.ForEach(Aftermath.Drop);
        await SaveAsync(dropped);
        return new Parcel([.. parcel.Letters.Except(dropped)]);
    }

    // Who has another address by now gets it there, under the Message-ID it had.
    private bool Follows(Letter reminder)
    {
        if (!standing.Stands(reminder, out var address))
            return false;
        if (reminder.Address != address)
            (reminder.Address, reminder.Message) = (address, null);
        return true;
    }

    // Not now, though it stands: the office sleeps, or HR has yet to put the address right.
    private async Task<Parcel> WithoutWaitingAsync(Parcel parcel)
    {
        var now = clock.Now();
        var open = OpenHours.OnOrAfter(office, now);
        var waiting = new List<Letter>();
        foreach (var letter in parcel.Letters)
        {
            if (standing.IsFaulty(letter.Address))
                Aftermath.Wait(letter, now + AddressPause, "The address doesn't work: waits until HR has settled it.");
            else if (open > now && (letter.Obligation is not null || Stage.IsReminding(letter.Template)))
                Aftermath.Wait(letter, open, letter.LastReply);
            else
                continue;
            waiting.Add(letter);
        }

        if (waiting.Count == 0)
            return parcel;
        await SaveAsync(waiting);
        return new Parcel([.. parcel.Letters.Except(waiting)]);
    }

    private Task<bool> WearsAsync(Guid? account, OfficeRole role) =>
        db.Users.AnyAsync(a => a.Id == account && a.IsActive && a.Hats.Any(hat => hat.Role == role));

    private async Task<bool> CommitSendingAsync(Parcel parcel, Mail mail)
    {
        foreach (var letter in parcel.Letters)
        {
            letter.Phase = LetterPhase.Sending;
            (letter.MessageId, letter.Subject, letter.Message) = (mail.MessageId, mail.Subject, mail.Bytes);
            letter.Attempts++;
            letter.FirstTriedAt ??= clock.Now();
        }

        return await SaveAsync(parcel.Letters);
    }

    private async Task<bool> RecordAsync(IReadOnlyList<Letter> letters, Delivery delivery)
    {
        var now = clock.Now();
        foreach (var letter in letters)
            Aftermath.Record(letter, delivery, now);
        foreach (var failed in letters.Where(letter => letter.Phase is LetterPhase.Failed or LetterPhase.Ambiguous))
        {
            log.LogWarning(MailEvents.LetterFailed, "Letter {Letter} is {Phase}: {Reply}", failed.Id, failed.Phase, MailEvents.WithoutAddresses(failed.LastReply));
            await FailedLetter.TellAsync(db, failed, options, now);
        }

        if (delivery.Result is DeliveryResult.Refused && AddressFaults.IsAboutTheAddress(delivery.Reply) && standing.FoundFaulty(letters[0].Address))
            db.AddressFaults.Add(AddressFaults.Of(letters[0], delivery.Reply, now));
        if (!await SaveAsync(letters))
            return false;
        foreach (var letter in letters)
            OfficeMeters.Tried(letter.Phase);
        Activity.Current?.SetTag("workflows.result", delivery.Result.ToString());
        return delivery.Result is DeliveryResult.Accepted;
    }

    private async Task<bool> SaveAsync(IReadOnlyList<Letter> letters)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning(MailEvents.LeaseLost, "The lease of letter {Letter} was lost; what another node records counts.", letters[0].Id);
            var lost = db.ChangeTracker.Entries().Where(row => row.State is EntityState.Added || letters.Contains(row.Entity));
            foreach (var entry in lost.ToList())
                entry.State = EntityState.Detached;
            return false;
        }
    }
}
