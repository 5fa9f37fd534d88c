using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Roster.Sheets;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Processes.Staff.Corrections;

/// <summary>HR corrects an entry of the stays at schools (挂职经历), or retracts it: R12 counts what stands from then on.</summary>
public sealed class CorrectPlacement(Desk desk)
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
    /// <param name="From">The first day.</param>
    /// <param name="Last">The last day, which still counts; null while it runs.</param>
    /// <param name="School">接收学校.</param>
    /// <param name="Stage">The host school's stage.</param>
    /// <param name="Kind">方式.</param>
    /// <param name="State">Where it stands.</param>
    public sealed record Right(DateOnly From, DateOnly? Last, string School, SchoolStage Stage, PlacementKind Kind, PlacementState State);

    /// <summary>Retracts the entry and, where given, puts the right one in its place.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CorrectPlacement), async () =>
        {
            var entry = await desk.Db.Placements.FindAsync([command.EntryId], ct);
            if (await Correction.RefusalAsync(desk, actor, command.Reason, entry is not null, entry?.RetractedAt, ct) is { } refusal)
                return refusal;
            if (entry!.CaseId is not null && entry.State is PlacementState.Planned or PlacementState.Running)
                return Answer.Refused(Refusal.Invalid, "这次挂职的办件还没有结束，请在办件中处理。", "The case of this secondment still runs: it is corrected there.");
            var right = command.Instead is { } given ? given with { School = (given.School ?? "").Trim() } : null;
            if (right is not null && await FaultAsync(entry, right, ct) is { } fault)
                return fault;

            entry.RetractedAt = desk.Now;
            var better = right is null ? null : Replace(entry, right);
            await Correction.RecordAsync(
                desk, "PlacementCorrected", actor, entry.PersonId, entry.Id, Words(entry), better is null ? "" : Words(better), command.Reason, ct);
            return Correction.Done(better is not null, entry.PersonId);
        }, ct);

    private async Task<Answer?> FaultAsync(Placement entry, Right right, CancellationToken ct)
    {
        if (right.From == default)
            return Correction.NoDay;
        if (!Enum.IsDefined(right.Stage) || !Enum.IsDefined(right.Kind) || !Enum.IsDefined(right.State))
            return Correction.NoChoice;
        if (right.School.Length == 0)
            return Answer.Refused(Refusal.Invalid, "请写明接收学校。", "State the host school.");
        if (right.Last < right.From)
            return Answer.Refused(Refusal.Invalid, "结束早于开始，请核对两个日期。", "It ends before it begins: check both days.");
        if (right is { State: PlacementState.Completed, Last: null })
            return Answer.Refused(Refusal.Invalid, "已完成的请写明结束日期。", "State the last day of a completed one.");
        return await desk.Db.Placements.AnyAsync(one => one.PersonId == entry.PersonId && one.Id != entry.Id && one.RetractedAt == null
            && one.From == right.From && one.School == right.School, ct)
            ? Answer.Refused(Refusal.Invalid, "同一天同一学校已有一条记录。", "There is an entry of that day and school already.")
            : null;
    }

    // It takes over what it came from: the case and the document are facts about the stay, whichever day was wrong.
    private Placement Replace(Placement wrong, Right right)
    {
        var better = new Placement
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = wrong.PersonId, From = right.From, Until = right.Last?.AddDays(1), School = right.School,
            Stage = right.Stage, Kind = right.Kind, State = right.State, CaseId = wrong.CaseId, DocumentNumber = wrong.DocumentNumber, RecordedAt = desk.Now,
        };
        desk.Db.Placements.Add(better);
        return better;
    }

    private static string Words(Placement one) =>
        $"{WrittenSpan.Text(one.From, one.Until)} {one.School} {one.Stage.Word()} {PlacementSheet.Name(one.Kind)} {StaffWords.Of(one.State is PlacementState.Completed)}";
}
