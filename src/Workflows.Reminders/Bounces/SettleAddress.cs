using Microsoft.EntityFrameworkCore;
using MimeKit;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Reminders.Bounces;

/// <summary>HR puts an address right that didn't work, or finds that it works after all; what waited for it goes out.</summary>
public sealed class SettleAddress(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="FaultId">The fault.</param>
    /// <param name="NewAddress">The address from now on; empty where the old one works after all.</param>
    /// <param name="Remedy">What HR found and did, in words.</param>
    public sealed record Command(Guid OperationId, Guid FaultId, string NewAddress, string Remedy);

    /// <summary>Settles the address.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(SettleAddress), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (string.IsNullOrWhiteSpace(command.Remedy))
                return Answer.Refused(Refusal.Invalid, "请写明怎样核实、怎样处理。", "Say what you found and did.");
            var address = command.NewAddress.Trim();
            if (address.Length > 0 && !(MailboxAddress.TryParse(address, out var parsed) && parsed.Address == address && address.Contains('@', StringComparison.Ordinal)))
                return Answer.Refused(Refusal.Invalid, $"“{address}”不是邮箱地址，应写成 zhang@example.cn。", $"“{address}” is no mail address; write it like zhang@example.cn.");
            if (await desk.Db.AddressFaults.FirstOrDefaultAsync(fault => fault.Id == command.FaultId, ct) is not { } found)
                return Answer.Refused(Refusal.NotFound, "没有这条记录。", "There is no such entry.");
            if (found.SettledAt is not null)
                return Answer.Refused(Refusal.Stale, "已经处理过了。", "It is settled already.");

            var faulty = found.Address;
            foreach (var fault in await desk.Db.AddressFaults.Where(fault => fault.SettledAt == null && fault.Address == faulty).ToListAsync(ct))
                (fault.SettledAt, fault.SettledBy, fault.Remedy) = (desk.Now, actor, command.Remedy.Trim());
            var current = address.Length > 0 ? address : faulty;
            await CorrectAsync(faulty, current, ct);
            var released = await ReleaseAsync(faulty, current, ct);
            await desk.RecordInOfficeAsync(new AuditLine("AddressSettled", actor)
            {
                Subject = $"{found.LetterId}", NewValue = address.Length > 0 ? "corrected" : "kept", Reason = command.Remedy.Trim(),
            }, ct);
            return Answer.Done($"已处理；{released} 封等待的邮件将发出。", $"Settled; {released} waiting letters go out.");
        }, ct);

    private async Task CorrectAsync(string from, string to, CancellationToken ct)
    {
        if (from == to)
            return;
        foreach (var account in await desk.Db.Users.Where(account => account.Email == from).ToListAsync(ct))
            (account.Email, account.NormalizedEmail) = (to, to.ToUpperInvariant());
        foreach (var person in await desk.Db.People.Where(person => person.Email == from).ToListAsync(ct))
            person.Email = to;
    }

    private async Task<int> ReleaseAsync(string from, string to, CancellationToken ct)
    {
        var waiting = await desk.Db.Letters.Where(letter => letter.Address == from && letter.Phase == LetterPhase.Planned).ToListAsync(ct);
        foreach (var letter in waiting)
        {
            letter.DueAt = letter.DueAt < desk.Now ? letter.DueAt : desk.Now;
            // Written anew where it goes elsewhere; its id stays.
            (letter.Address, letter.Message) = (to, from == to ? letter.Message : null);
        }

        return waiting.Count;
    }
}
