using Workflows.Policy;

namespace Workflows.Processes.Days;

/// <summary>Somebody logs several days in one go; all of them or none.</summary>
public sealed class LogDays(Desk desk)
{
    /// <summary>The most days in one go; more come as a file.</summary>
    public const int Most = 50;

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Lines">The days.</param>
    public sealed record Command(Guid OperationId, IReadOnlyList<DayLine> Lines);

    /// <summary>Logs them.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(LogDays), async () =>
        {
            if (command.Lines.Count is 0 or > Most)
                return Answer.Refused(Refusal.Invalid, $"请填写要登记的日期，一次最多 {Most} 天。", $"Fill in the days to log, at most {Most} at a time.");
            List<DayLine> lines = [.. command.Lines.Select(line => line.Tidied())];
            if (await DayActor.FindAsync(desk, actor, ct) is not { } me || !lines.TrueForAll(line => me.MayLogFor(line.PersonId)))
                return Answer.Refused(Refusal.NotAllowed, "只能登记自己的到校；代别人登记请找人事。", "You log your own days only; ask HR to log somebody else's.");
            var checks = await DayChecks.ReadAsync(desk, lines, ct);
            var faults = lines.Select((line, row) => (row, Fault: checks.FaultOfNew(line)?.Sentence)).Where(one => one.Fault is not null)
                .Select(one => new Bilingual($"第 {one.row + 1} 行，{one.Fault!.Zh}", $"Line {one.row + 1}, {one.Fault.En}")).ToList();
            if (faults.Count > 0)
                return Answer.Refused(Refusal.Invalid, faults);

            foreach (var line in lines)
                line.Entry(desk, actor);
            return Answer.Done($"已登记 {lines.Count} 天，待学校核实。", $"{lines.Count} days are logged and wait for the schools.");
        }, ct);
}
