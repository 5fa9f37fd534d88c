using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Cases;

/// <summary>Recusal (回避) where somebody acts on people without deciding a work item: objections, scores.</summary>
internal static class Recusal
{
    /// <summary>
    /// Why somebody can't act on the people of a case: it is about themselves, about a declared relative, or nothing was signed yet (2005
    /// provisions, Art. 27); null when nothing stands against it.
    /// </summary>
    public static async Task<Answer?> RefusalOfInterestAsync(this Desk desk, Guid actor, Case @case, CancellationToken ct) =>
        await desk.OfficerAsync(actor, @case, ct) switch
        {
            null => Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You may not do this."),
            var officer when officer.IsConcernedBy(@case) => Answer.Refused(Refusal.NotAllowed,
                "本办件涉及您本人或亲属，应当回避（暂行规定第27条）。", "This is about you or a declared relative: somebody else acts (2005 provisions, Art. 27)."),
            { Interest: Interest.Undeclared } => Answer.Refused(Refusal.NotAllowed,
                "请先签署亲属关系声明，再办理（暂行规定第27条）。", "Sign the kinship declaration first (2005 provisions, Art. 27)."),
            _ => null,
        };
}
