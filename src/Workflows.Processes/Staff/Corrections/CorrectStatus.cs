using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Corrections;

/// <summary>HR corrects an entry of the statuses held (状态变动), or retracts it. What a case recorded is corrected by its own process.</summary>
public sealed class CorrectStatus(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="EntryId">The entry that is wrong.</param>
    /// <param name="Reason">Why, in HR's words.</param>
    public sealed record Command(Guid OperationId, Guid EntryId, string Reason)
    {
        /// <summary>What is right; null where the entry is only retracted.</summary>
        public Right? Instead { get; init; }
    }

    /// <summary>What is right.</summary>
    /// <param name="From">The first day of the status.</param>
    /// <param name="Status">The status.</param>
    public sealed record Right(DateOnly From, StaffStatus Status);

    /// <summary>Retracts the entry and, where given, puts the right one in its place. The person's status now follows the newest that stands.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CorrectStatus), async () =>
        {
            var entry = await desk.Db.StatusChanges.FindAsync([command.EntryId], ct);
            if (await Correction.RefusalAsync(desk, actor, command.Reason, entry is not null, entry?.RetractedAt, ct) is { } refusal)
                return refusal;
            if (entry!.CaseId is not null)
                return Answer.Refused(Refusal.Invalid, "这条状态由办件登记，请在办件中处理。", "A case recorded this status: it is corrected there.");
            if (command.Instead is { } stated && (stated.From == default || !Enum.IsDefined(stated.Status)))
                return stated.From == default ? Correction.NoDay : Correction.NoChoice;
            var standing = await desk.Db.StatusChanges.Where(one => one.PersonId == entry.PersonId && one.RetractedAt == null && one.Id != entry.Id).ToListAsync(ct);
            if (command.Instead is { } given && standing.Exists(one => one.From == given.From))
                return Answer.Refused(Refusal.Invalid, $"{given.From:yyyy-MM-dd} 已有一条状态记录。", $"There is a status of {given.From:yyyy-MM-dd} already.");

            entry.RetractedAt = desk.Now;
            if (command.Instead is { } right)
                standing.Add(Replace(entry, right, command.Reason, standing));
            await FollowAsync(entry, standing, ct);
            await Correction.RecordAsync(desk, "StatusCorrected", actor, entry.PersonId, entry.Id,
                Words(entry.From, entry.Status), command.Instead is { } one ? Words(one.From, one.Status) : "", command.Reason, ct);
            return Correction.Done(command.Instead is not null, entry.PersonId);
        }, ct);

    private StatusChange Replace(StatusChange wrong, Right right, string reason, List<StatusChange> standing)
    {
        var better = new StatusChange
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = wrong.PersonId, From = right.From, Status = right.Status, Reason = reason.Trim(),
            Before = standing.Where(one => one.From < right.From).MaxBy(one => one.From)?.Status ?? wrong.Before, RecordedAt = desk.Now,
        };
        desk.Db.StatusChanges.Add(better);
        return better;
    }

    // Only where the person's status is the one that was wrong: another one was written since, and stands. Nobody leaves, or comes back, by a correction.
    private async Task FollowAsync(StatusChange wrong, List<StatusChange> standing, CancellationToken ct)
    {
        var person = await desk.Db.People.FindAsync([wrong.PersonId], ct) ?? throw new InvalidOperationException($"There is no person {wrong.PersonId}.");
        var newest = standing.Where(one => one.From <= desk.Today).MaxBy(one => one.From)?.Status;
        if (person.Status == wrong.Status && newest is { } status && status.HasLeft() == wrong.Status.HasLeft())
            person.Status = status;
    }

    private static string Words(DateOnly from, StaffStatus status) => $"{from:yyyy-MM-dd} {StaffWords.Of(status)}";
}
