using Workflows.Processes.Cases;

namespace Workflows.Processes.Days;

/// <summary>Somebody logs a day of their own at a school, or HR logs one for anybody; it counts once the school has verified it.</summary>
public sealed class LogDay(Desk desk, AttachmentLimits limits)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Line">The day.</param>
    public sealed record Command(Guid OperationId, DayLine Line)
    {
        /// <summary>Photos or files that show it.</summary>
        public IReadOnlyList<EvidenceFile> Evidence { get; init; } = [];
    }

    /// <summary>Logs it.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(LogDay), async () =>
        {
            var line = command.Line.Tidied();
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me || !me.MayLogFor(line.PersonId))
                return Answer.Refused(Refusal.NotAllowed, "只能登记自己的到校；代别人登记请找人事。", "You log your own days only; ask HR to log somebody else's.");
            var checks = await DayChecks.ReadAsync(desk, [line], ct);
            if (checks.FaultOfNew(line) is { } fault)
                return Answer.Refused(Refusal.Invalid, [fault.Sentence]);
            if (command.Evidence.Count > EvidenceFile.MostFiles)
                return Answer.Refused(Refusal.Invalid, $"一天最多 {EvidenceFile.MostFiles} 个文件。", $"A day takes {EvidenceFile.MostFiles} files at most.");
            if (command.Evidence.Select(file => file.RefusalOf(limits)).FirstOrDefault(refusal => refusal is not null) is { } unfit)
                return unfit;

            var entry = line.Entry(desk, actor);
            entry.Evidence.AddRange(command.Evidence.Select(file => file.For(entry.Id, desk, actor)));
            return Answer.Done(
                $"已登记：{line.On:yyyy-MM-dd} {line.School}，待学校核实。", $"Logged: {line.On:yyyy-MM-dd} at {line.School}; it waits for the school.", entry.Id);
        }, ct);
}
