using System.CommandLine;
using Workflows.Planning.Rotation;
using Workflows.Processes.Planning;

namespace Workflows.Worker.Commands;

/// <summary><c>plan rotation</c>: who moves to which school in the coming yearly rounds and how many come for it, from a workbook alone or from the database.</summary>
public static class PlanRotationCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => PlanInput.Command("rotation", "轮岗计划：哪一年谁调往哪所学校、补充多少人 R13 / who moves when and where, and how many come", async (asked, ct) =>
    {
        var (draft, plan) = await asked.Office.AskAsync<ProposeRotation, (RotationDraft, RotationPlan)>(
            use => use.RunAsync(asked.From, asked.Semesters, asked.Options, asked.Progress, ct));
        RotationPlanPrinter.Print(RotationPlanReport.Of(draft, plan, asked.Options), asked.Format, asked.Output);
    });
}
