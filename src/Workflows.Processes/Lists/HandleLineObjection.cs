using Workflows.Personnel.Lists;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Lists;

/// <summary>How HR handles a teacher's objection to their line.</summary>
public enum ObjectionHandling
{
    /// <summary>去掉: the person comes off the list.</summary>
    Struck,

    /// <summary>调整: another school or another kind; the person is asked anew.</summary>
    Changed,

    /// <summary>维持: the line stays as it is.</summary>
    Kept,
}

/// <summary>HR handles one teacher's objection, each with its reason, which the teacher is told. Every objection is handled before a list goes on.</summary>
public sealed class HandleLineObjection(Desk desk)
{
    /// <summary>The step in which objections are handled, with the mark before the visit.</summary>
    public const string HandleStep = "handle#";

    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="LineId">The line.</param>
    /// <param name="Version">The list's version that the page showed.</param>
    /// <param name="How">What becomes of the line.</param>
    /// <param name="Reason">Why; the teacher reads it.</param>
    public sealed record Command(Guid OperationId, Guid LineId, long Version, ObjectionHandling How, string Reason)
    {
        /// <summary>The other school, where the line is changed.</summary>
        public string School { get; init; } = "";

        /// <summary>Its stage.</summary>
        public SchoolStage Stage { get; init; }

        /// <summary>方式, where a semester's line is changed.</summary>
        public PlacementKind Kind { get; init; }
    }

    /// <summary>Handles the objection.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(HandleLineObjection), async () =>
        {
            if (await desk.FindLineAsync(command.LineId, ct) is not ({ } list, { } line))
                return Answer.Refused(Refusal.NotFound, "名单上没有这一行。", "The list has no such line.");
            if (await desk.RefusalOfListWorkAsync(actor, list, command.Version, HandleStep, ct) is { } refusal)
                return refusal;
            if (!line.IsUnhandled)
                return Answer.Refused(Refusal.Stale, "这条异议已经处理。", "This objection has been handled already.");
            if (command.Reason.Trim() is not { Length: > 0 } reason)
                return Answer.Refused(Refusal.Invalid, "请写明处理理由，本人会读到。", "State the reason; the teacher reads it.");
            if (command.How is ObjectionHandling.Changed && await RefusalOfChangeAsync(list, line, command, ct) is { } unfit)
                return unfit;

            line.Handling = reason;
            desk.Touch(list);
            var @case = await desk.CaseAsync(list.CaseId, ct);
            desk.Record(@case, new AuditLine("LineObjectionHandled", actor) { Subject = $"{line.PersonId}", NewValue = $"{command.How}", Reason = reason });
            if (command.How is ObjectionHandling.Struck)
                await desk.StrikeAsync(list, line, reason, actor, ct);
            else if (command.How is ObjectionHandling.Kept)
                await desk.WriteToTeacherAsync(@case, list, line, list.Letters().Handled, $"{@case.Id:N}/handled/{line.Id:N}/{@case.AuditLength}", ct);
            return Answer.Done("已处理。", "Handled.", list.CaseId);
        }, ct);

    private async Task<Answer?> RefusalOfChangeAsync(PeopleList list, ListLine line, Command command, CancellationToken ct)
    {
        var school = command.School.Trim();
        if (!line.IsElsewhere(school, command.Stage, command.Kind))
            return Answer.Refused(Refusal.Invalid, "没有改动：请选择另一所学校或方式，或选“维持”。", "Nothing is changed: choose another school or kind, or keep the line.");
        (line.School, line.Stage) = (school, command.Stage);
        if (line is PlanLine plan)
            plan.Kind = command.Kind;
        line.AskAnew();
        return await desk.FaultsAsync(list, line, ct) is { Count: > 0 } faults ? Answer.Refused(Refusal.Invalid, faults) : null;
    }
}
