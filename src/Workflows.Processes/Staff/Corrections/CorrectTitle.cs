using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Staff;

namespace Workflows.Processes.Staff.Corrections;

/// <summary>HR corrects an entry of the titles held (职称变动), or retracts it: the wrong one stays on record, struck through, with the reason.</summary>
public sealed class CorrectTitle(Desk desk)
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
    /// <param name="From">The first day of the title.</param>
    /// <param name="Title">The title.</param>
    public sealed record Right(DateOnly From, string Title);

    /// <summary>Retracts the entry and, where given, puts the right one in its place. The person's title now follows the newest that stands.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CorrectTitle), async () =>
        {
            var entry = await desk.Db.TitleChanges.FindAsync([command.EntryId], ct);
            if (await Correction.RefusalAsync(desk, actor, command.Reason, entry is not null, entry?.RetractedAt, ct) is { } refusal)
                return refusal;
            var right = command.Instead is { } given ? given with { Title = (given.Title ?? "").Trim() } : null;
            if (right is { Title.Length: 0 })
                return Answer.Refused(Refusal.Invalid, "请写明正确的职称。", "State the right title.");
            if (right is not null && right.From == default)
                return Correction.NoDay;
            var standing = await desk.Db.TitleChanges.Where(one => one.PersonId == entry!.PersonId && one.RetractedAt == null && one.Id != entry.Id).ToListAsync(ct);
            if (right is not null && standing.Exists(one => one.From == right.From))
                return Answer.Refused(Refusal.Invalid, $"{right.From:yyyy-MM-dd} 已有一条职称记录。", $"There is a title of {right.From:yyyy-MM-dd} already.");

            entry!.RetractedAt = desk.Now;
            if (right is not null)
            {
                var better = new TitleChange
                {
                    Id = Guid.CreateVersion7(desk.Now), PersonId = entry.PersonId, From = right.From, Title = right.Title, RecordedAt = desk.Now,
                };
                desk.Db.TitleChanges.Add(better);
                standing.Add(better);
            }

            await FollowAsync(entry, standing, ct);
            await Correction.RecordAsync(desk, "TitleCorrected", actor, entry.PersonId, entry.Id,
                Words(entry.From, entry.Title), right is null ? "" : Words(right.From, right.Title), command.Reason, ct);
            return Correction.Done(right is not null, entry.PersonId);
        }, ct);

    // Only where the person's title is the one that was wrong: another one was written by a later file, and stands.
    private async Task FollowAsync(TitleChange wrong, List<TitleChange> standing, CancellationToken ct)
    {
        var person = await desk.Db.People.FindAsync([wrong.PersonId], ct) ?? throw new InvalidOperationException($"There is no person {wrong.PersonId}.");
        if (person.Title == wrong.Title && standing.Where(one => one.From <= desk.Today).MaxBy(one => one.From) is { } newest)
            person.Title = newest.Title;
    }

    private static string Words(DateOnly from, string title) => $"{from:yyyy-MM-dd} {title}";
}
