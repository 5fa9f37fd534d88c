using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Secondment;
using Workflows.Processes.Staff;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Exits;

/// <summary>What leaving does to the records, by whatever case somebody leaves: an exit of their own, a year's rotation.</summary>
internal static class Departure
{
    /// <summary>Ends the tenure with its reason (R13 counts it): from that day on, the place in quota and post structure is free.</summary>
    /// <param name="tenure">The tenure.</param>
    /// <param name="kind">How the person leaves.</param>
    /// <param name="gone">The first day on which the person is no longer there.</param>
    /// <param name="reason">Why, as people wrote it.</param>
    /// <param name="documentNumber">The document.</param>
    public static void End(this Tenure tenure, ExitKind kind, DateOnly gone, string reason, string documentNumber) =>
        (tenure.Until, tenure.Exit, tenure.ExitReason, tenure.ExitDocumentNumber) = (gone, kind, Written(kind, reason), documentNumber);

    /// <summary>The last day is over: the status changes, the cycle of R12 ends, the post is no longer held, and the person's accounts can't log in any more.</summary>
    public static async Task DepartAsync(
        this Desk desk, Case @case, Person person, ExitKind kind, DateOnly gone, string reason, string documentNumber, Guid operationId, CancellationToken ct)
    {
        desk.ChangeStatus(person, After(kind), gone, reason, documentNumber, @case.Id);
        await desk.EndCycleAsync(person, Written(kind, reason), gone, operationId, ct);
        if (person.PostOn(gone) is { } post)
            post.Until = gone;
        foreach (var account in await desk.Db.Users.Include(one => one.Hats).Where(one => one.PersonId == person.Id && one.IsActive).ToListAsync(ct))
        {
            await desk.CloseAsync(account, ct);
            desk.Record(@case, new AuditLine("AccountClosed", null)
            {
                Subject = $"{account.Id}", OldValue = account.Hats.Select(hat => hat.Role).Written(), Reason = CloseLeaversAccounts.Reason,
            });
        }
    }

    private static string Written(ExitKind kind, string reason) => $"{StaffWording.Name(kind).Zh}：{reason.Trim()}";

    private static StaffStatus After(ExitKind kind) => kind switch
    {
        ExitKind.TransferOut => StaffStatus.TransferredOut,
        ExitKind.Retirement => StaffStatus.Retired,
        ExitKind.Resignation => StaffStatus.Resigned,
        ExitKind.Dismissal => StaffStatus.Dismissed,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };
}
