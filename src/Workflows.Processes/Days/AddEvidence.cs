using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Days;
using Workflows.Processes.Cases;

namespace Workflows.Processes.Days;

/// <summary>Whoever logged a day, or whom it is about, adds a photo or file as long as the school hasn't said anything.</summary>
public sealed class AddEvidence(Desk desk, AttachmentLimits limits)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="EntryId">The entry.</param>
    /// <param name="File">The photo or file.</param>
    public sealed record Command(Guid OperationId, Guid EntryId, EvidenceFile File);

    /// <summary>Adds it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(AddEvidence), async () =>
        {
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me)
                return DaySettling.NotAllowed;
            var entry = await desk.Db.Days.Include(one => one.Evidence).FirstOrDefaultAsync(one => one.Id == command.EntryId, ct);
            if (entry is null || (entry.LoggedBy != actor && !me.MayLogFor(entry.PersonId)))
                return DaySettling.Missing;
            if (entry.State is not DayState.Logged)
                return Answer.Refused(Refusal.WrongTime, $"这条日志{DayWords.Name(entry.State).Zh}，不能再补材料。", $"Nothing is added any more: {DayWords.Name(entry.State).En}.");
            if (entry.Evidence.Count >= EvidenceFile.MostFiles)
                return Answer.Refused(Refusal.Invalid, $"一天最多 {EvidenceFile.MostFiles} 个文件。", $"A day takes {EvidenceFile.MostFiles} files at most.");
            if (command.File.RefusalOf(limits) is { } unfit)
                return unfit;

            desk.Db.DayEvidence.Add(command.File.For(entry.Id, desk, actor));
            return Answer.Done("已添加材料。", "The file is added.", entry.Id);
        }, ct);
}
