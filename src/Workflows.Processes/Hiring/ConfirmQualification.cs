using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR confirms or refuses one applicant's qualification. The machine advises; nobody is refused by it alone.</summary>
public sealed class ConfirmQualification(Desk desk)
{
    /// <summary>Decides the item. To qualify an applicant, nothing may be unknown, and R10 may not stand against it.</summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ConfirmQualification), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.Qualification) is { } refusal)
                return refusal;
            var application = await desk.ApplicationAsync(asked.Item.Case, ct);
            if (command.Outcome is Outcomes.Qualified && Obstacle(application) is { } obstacle)
                return obstacle;

            return await asked.DecideAsync(command, ct);
        }, ct);

    private static Answer? Obstacle(Application application) => application.Verdict.Verdict switch
    {
        Verdict.Undecidable => Answer.Refused(Refusal.Invalid, Open(application, FindingResult.Unknown)),
        Verdict.Ineligible => Answer.Refused(Refusal.Invalid, Open(application, FindingResult.NotMet)),
        _ => null,
    };

    private static IReadOnlyList<Bilingual> Open(Application application, FindingResult result) =>
    [
        new Bilingual("按现有材料不能认定合格：请先更正材料，或作出不合格结论。", "The papers don't allow this: correct them first, or refuse."),
        .. application.Verdict.Findings.Where(finding => finding.Result == result).Select(HiringWording.Explanation),
    ];
}
