using System.Text.Json;
using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Secondment;

/// <summary>HR enters a placement directly: an urgent one that a document decided outside a list, or one of earlier years. A cycle that waits takes it up.</summary>
public sealed class RecordPlacement(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="PersonId">The person on the roster.</param>
    /// <param name="School">接收学校.</param>
    /// <param name="Stage">Its stage.</param>
    /// <param name="Kind">方式.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Last">The last day, which still counts.</param>
    /// <param name="IsCompleted">Whether it was served to its end: one that is over. One to come is followed by the cycle instead.</param>
    /// <param name="DocumentNumber">The document by which the person goes, or went.</param>
    /// <param name="Reason">Why it is entered by hand.</param>
    public sealed record Command(
        Guid OperationId, Guid PersonId, string School, SchoolStage Stage, PlacementKind Kind, DateOnly From, DateOnly Last, bool IsCompleted,
        string DocumentNumber, string Reason);

    /// <summary>Records the placement.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordPlacement), async () =>
        {
            if (await desk.RefusalOfSecondmentDeskAsync(actor, command.PersonId, ct) is { } refusal)
                return refusal;
            if (await desk.SecondmentFindingAsync(command.PersonId, desk.Today, ct) is not { } teacher)
                return Answer.Refused(Refusal.Invalid, "请选择在册的专任教师。", "Choose a full-time teacher of the roster.");
            if (Faults(command, teacher).ToList() is { Count: > 0 } faults)
                return Answer.Refused(Refusal.Invalid, faults);

            var placement = new Placement
            {
                Id = Guid.CreateVersion7(desk.Now), PersonId = command.PersonId, From = command.From, Until = command.Last.AddDays(1),
                School = command.School.Trim(), Stage = command.Stage, Kind = command.Kind, DocumentNumber = command.DocumentNumber.Trim(),
                State = command.IsCompleted ? PlacementState.Completed : PlacementState.Planned, RecordedAt = desk.Now,
            };
            desk.Db.Placements.Add(placement);
            await desk.RecordInOfficeAsync(new AuditLine("PlacementRecorded", actor)
            {
                Subject = $"{command.PersonId}", NewValue = JsonSerializer.Serialize(placement.Fact, PolicyJson.Options), Reason = command.Reason.Trim(),
            }, ct);
            await desk.TakeUpAsync(teacher, actor, command.OperationId, ct);
            return Answer.Done($"已登记：{teacher.Person.Name} 到{placement.School}。", $"Recorded: {teacher.Person.Name} at {placement.School}.", command.PersonId);
        }, ct);

    private IEnumerable<Bilingual> Faults(Command command, TeacherFinding teacher)
    {
        if (string.IsNullOrWhiteSpace(command.School))
            yield return new("请填写接收学校。", "State the host school.");
        if (command.Last < command.From)
            yield return new("最后一天不能早于第一天。", "The last day can't lie before the first.");
        if (command.IsCompleted && command.Last > desk.Today)
            yield return new("还没有结束的，不能登记为已完成。", "What isn't over yet can't be recorded as completed.");
        if (!command.IsCompleted && command.Last < desk.Today)
            yield return new("已经结束的，请登记为已完成，或不登记。", "What is over is recorded as completed, or not at all.");
        if (!command.IsCompleted && string.IsNullOrWhiteSpace(command.DocumentNumber))
            yield return new("直接派出须有文件：请填写文号。", "Going without a list needs a document: state its number.");
        if (string.IsNullOrWhiteSpace(command.Reason))
            yield return new("请写明登记理由。", "Say why it is entered by hand.");
        if (teacher.Placements.FirstOrDefault(one => one.State is not PlacementState.Interrupted
            && one.From <= command.Last && (one.Until is { } until ? until > command.From : one.State is not PlacementState.Completed)) is { } other)
            yield return new($"与已登记的{other.School}（{other.From:yyyy-MM-dd} 起）重叠。", $"It overlaps the recorded one at {other.School} (from {other.From:yyyy-MM-dd}).");
    }
}
