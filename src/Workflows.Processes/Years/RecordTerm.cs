using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Years;

/// <summary>HR records the goals of a leadership term, and in the end what their assessment came to (R21: 任期目标责任制).</summary>
public sealed class RecordTerm(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="TermId">The term.</param>
    /// <param name="Version">The version that the page showed.</param>
    /// <param name="Goals">The goals; empty where none are agreed.</param>
    /// <param name="GoalsOn">The day on which they were agreed.</param>
    /// <param name="Assessment">What the assessment came to; empty where there was none yet.</param>
    /// <param name="AssessedOn">The day of the assessment.</param>
    public sealed record Command(Guid OperationId, Guid TermId, long Version, string Goals, DateOnly? GoalsOn, string Assessment, DateOnly? AssessedOn);

    /// <summary>Records them.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(RecordTerm), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var (goals, assessment) = (command.Goals.Trim(), command.Assessment.Trim());
            if (goals.Length == 0 != command.GoalsOn is null || assessment.Length == 0 != command.AssessedOn is null)
                return Answer.Refused(Refusal.Invalid, "目标和签订日期、考核结果和考核日期要一起填写。", "State goals with their day, and an assessment with its day.");
            if (command.GoalsOn > desk.Today || command.AssessedOn > desk.Today)
                return Answer.Refused(Refusal.Invalid, "日期不能晚于今天。", "The days can't be after today.");
            if (assessment.Length > 0 && (goals.Length == 0 || command.AssessedOn < command.GoalsOn))
                return Answer.Refused(Refusal.Invalid, "先有目标，才有对目标的考核。", "Goals come first, and their assessment after.");
            if (await desk.Db.LeadershipTerms.FirstOrDefaultAsync(one => one.Id == command.TermId, ct) is not { } term)
                return Answer.Refused(Refusal.NotFound, "没有这个任期。", "There is no such term.");
            if (term.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "这个任期已被别人改过，请刷新后再填。", "Somebody else changed this term. Reload, then enter it.");

            var before = Written(term);
            (term.Goals, term.GoalsOn, term.Assessment, term.AssessedOn) = (goals, command.GoalsOn, assessment, command.AssessedOn);
            await desk.RecordInRosterAsync(new AuditLine("TermRecorded", actor) { Subject = $"{term.PersonId} {term.From:yyyy-MM-dd}", OldValue = before, NewValue = Written(term) }, ct);
            return Answer.Done("任期目标与考核已保存。", "Goals and assessment are saved.", term.PersonId);
        }, ct);

    private static string Written(LeadershipTerm term) => $"{term.GoalsOn:yyyy-MM-dd} {term.Goals}\n{term.AssessedOn:yyyy-MM-dd} {term.Assessment}".Trim();
}
