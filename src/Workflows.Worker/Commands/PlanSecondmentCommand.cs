using System.CommandLine;
using Workflows.Planning.Secondment;
using Workflows.Processes.Planning;

namespace Workflows.Worker.Commands;

/// <summary><c>plan secondment</c>: who goes to which school in which of the coming semesters, from a workbook alone or from the database.</summary>
public static class PlanSecondmentCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => PlanInput.Command("secondment", "挂职计划：谁、哪学期、到哪所学校 R11 R12 / who goes when and where", async (asked, ct) =>
    {
        var (draft, plan) = await asked.Office.AskAsync<ProposeSecondments, (SecondmentDraft, SecondmentPlan)>(
            use => use.RunAsync(asked.From, asked.Semesters, asked.Options, asked.Progress, ct));
        SecondmentPlanPrinter.Print(SecondmentPlanReport.Of(draft, plan, asked.Options), asked.Format, asked.Output);
    });
}
