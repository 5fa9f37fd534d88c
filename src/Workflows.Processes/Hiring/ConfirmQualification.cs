using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Policy.Staff;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Hiring;

/// <summary>HR confirms or refuses one applicant's qualification. The machine advises; nobody is refused by it alone.</summary>
public sealed class ConfirmQualification(Desk desk)
{
    /// <summary>
    /// Decides the item. To qualify an applicant, nothing may be unknown, and no clause may stand against it without a ground of R09; 原则上 lets HR
    /// ask for a waiver instead.
    /// </summary>
    public Task<Answer> RunAsync(DecideWorkItem.Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ConfirmQualification), async () =>
        {
            var asked = await AskedItem.FindAsync(desk, command.WorkItemId, actor, ct);
            if (asked.Refusal(command, WorkItemForm.Qualification) is { } refusal)
                return refusal;
            var application = await desk.ApplicationAsync(asked.Item.Case, ct);
            if (command.Outcome is Outcomes.Qualified && Obstacle(application) is { } obstacle)
                return obstacle;
            if (ObstacleToWaiver(command, application, desk.Office.Staff.Waiver) is { } unwaivable)
                return unwaivable;

            return await asked.DecideAsync(command, ct);
        }, ct);

    private static Answer? Obstacle(Application application) => application.Verdict.Verdict switch
    {
        Verdict.Undecidable => Answer.Refused(Refusal.Invalid, Open(application, FindingResult.Unknown)),
        Verdict.Ineligible => Answer.Refused(Refusal.Invalid, Open(application, FindingResult.NotMet)),
        _ => null,
    };

    // A waiver enters the register with its reason, whichever way it was asked for.
    private static Answer? ObstacleToWaiver(DecideWorkItem.Command command, Application application, WaiverPolicy policy)
    {
        var isNeeded = application.Verdict.Findings.Any(finding => finding.Result is FindingResult.NotMet);
        if (command.Outcome is Outcomes.WaiverAsked && !policy.Allows(application.Verdict))
        {
            return Answer.Refused(Refusal.Invalid,
            [
                new Bilingual("不能提请放宽：没有需要放宽的条款，或有不得放宽、尚不清楚的条款。", "There is nothing to waive, or a clause that can't be waived or is still unclear."),
                .. application.Verdict.Findings.Where(finding => finding.Result is not FindingResult.Met).Select(HiringWording.Explanation),
            ]);
        }

        return command.Outcome is Outcomes.WaiverAsked || (command.Outcome is Outcomes.Qualified && isNeeded)
            ? string.IsNullOrWhiteSpace(command.Comment)
                ? Answer.Refused(Refusal.Invalid, "需要放宽条件：请在意见中写明提请放宽的理由，供集体研究和放宽登记簿使用（R09）。",
                    "A waiver is needed: say why in the comment, for the collective decision and the register (R09).")
                : null
            : null;
    }

    private static IReadOnlyList<Bilingual> Open(Application application, FindingResult result) =>
    [
        new Bilingual("按现有材料不能认定合格：请先更正材料，或作出不合格结论。", "The papers don't allow this: correct them first, or refuse."),
        .. application.Verdict.Findings.Where(finding => finding.Result == result).Select(HiringWording.Explanation),
    ];
}
