using Workflows.Engine;
using Workflows.Policy;

namespace Workflows.Processes.Cases;

/// <summary>Says in sentences why a case can't move to another version, and what stays as it is if it does.</summary>
internal static class MigrationWording
{
    /// <summary>The obstacle as a sentence.</summary>
    public static Bilingual Of(MigrationObstacle obstacle)
    {
        var (zh, en) = (obstacle.Title.Zh, obstacle.Title.En);
        var outcome = PortNames.Of(obstacle.Detail);
        var (othersZh, othersEn) = (
            string.Join("、", obstacle.Others.Select(other => $"“{other.Title.Zh}”")), string.Join(", ", obstacle.Others.Select(other => $"'{other.Title.En}'")));
        return obstacle.Fault switch
        {
            MigrationFault.StepMissing => new(
                $"办件正停在“{zh}”，新版没有这一步。请先办完这一步，再改版。", $"It waits at '{en}', which the new version lacks. Finish that step first."),
            MigrationFault.StepChanged => new(
                $"办件正停在“{zh}”，新版把它换成了另一种步骤。请先办完这一步，再改版。",
                $"It waits at '{en}', which is another kind of step in the new version. Finish that step first."),
            MigrationFault.OutcomeGone => new(
                $"“{zh}”已经给出结论“{outcome.Zh}”供选择，新版没有这个去向。请先办完这一步，再改版。",
                $"'{en}' already offers '{outcome.En}', which leads nowhere in the new version. Finish that step first."),
            MigrationFault.JoinChanged => new(
                $"有分支已到汇合点“{zh}”，新版没有这个汇合点，或汇合方式不同。请等汇合之后再改版。",
                $"A branch rests at '{en}', which the new version lacks or which waits in another way there. Wait until the branches have met."),
            MigrationFault.BranchMissing => new(
                $"{othersZh}的分支已到汇合点“{zh}”，新版没有这条连线（{outcome.Zh}）。请等汇合之后再改版。",
                $"The branch from {othersEn} ({outcome.En}) rests at '{en}', and the new version has no such connection. Wait until the branches have met."),
            MigrationFault.VariableChanged => new(
                $"变量“{zh}”在新版换了类型，原来的值不能用。", $"The variable '{en}' is of another type in the new version, so that its value can't be kept."),
            MigrationFault.NotTogether => new(
                $"新版的办件不会这样停在“{zh}”{(othersZh.Length == 0 ? "" : $"和{othersZh}")}：汇合点会空等，或提前放行。请等办件走过这一段再改版。",
                $"No case of the new version stands like this at '{en}'{(othersEn.Length == 0 ? "" : $" and {othersEn}")}: "
                + "a join would wait in vain or go on too early. Wait until the case has passed this part."),
            MigrationFault.NotWalked => new(
                $"新版同时进行的分支太多，无法核对办件能否停在“{zh}”。请等并行的分支汇合以后再改版。",
                $"So many branches run side by side in the new version that it can't be told whether a case can stand at '{en}'. Wait until they have joined."),
            _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle.Fault, "No such fault."),
        };
    }

    /// <summary>What an open step keeps of the older version.</summary>
    public static Bilingual Kept(ActivityTitle step, PropertyChange change)
    {
        var sentence = DifferenceWording.Change(step, change);
        return new Bilingual($"正在办理的这一步仍按旧版要求办完。{sentence.Zh}", $"The open step is finished as it was asked. {sentence.En}");
    }
}
