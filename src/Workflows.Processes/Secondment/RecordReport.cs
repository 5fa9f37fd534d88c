using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Secondment;

/// <summary>报到: HR or the host school records the day on which somebody reported for duty; or that they didn't come, with the reason.</summary>
public sealed class RecordReport(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="WorkItemId">The item.</param>
    /// <param name="Revision">The revision the actor saw.</param>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="Outcome"><see cref="Outcomes.Reported"/> or <see cref="Outcomes.Interrupted"/>.</param>
    /// <param name="Day">The day of reporting for duty.</param>
    /// <param name="Comment">A remark; the reason where the person didn't come.</param>
    public sealed record Command(Guid WorkItemId, long Revision, Guid OperationId, string Outcome, DateOnly? Day, string Comment);

    /// <summary>Records the day and decides the item.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordReport), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            var decision = new DecideWorkItem.Command(command.WorkItemId, command.Revision, command.OperationId, command.Outcome, command.Comment);
            if (asked.Refusal(decision, WorkItemForm.ReportForDuty) is { } refusal)
                return refusal;
            if (command.Outcome == Outcomes.Reported)
            {
                var cycle = await desk.CycleAsync(asked.Item.CaseId, ct);
                var placement = await desk.PlacementAsync(cycle.PlacementId ?? Guid.Empty, ct);
                if (command.Day is not { } day || day > desk.Today || day < placement.From.AddDays(-desk.Office.Staff.Secondment.SemesterEdgeDays))
                    return Answer.Refused(Refusal.Invalid, "请填写报到日期，不能晚于今天，也不能早于派出期。", "State the day of reporting, not after today and not before the placement.");
                cycle.ReportedOn = day;
            }

            return await asked.DecideAsync(decision, ct);
        }, ct);
}
