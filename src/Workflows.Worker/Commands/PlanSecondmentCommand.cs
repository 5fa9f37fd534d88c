using System.CommandLine;
using System.Globalization;
using Workflows.Personnel.Tables;
using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Processes.Planning;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>plan secondment</c>: who goes to which school in which of the coming semesters, from a workbook alone or from the database.</summary>
public static class PlanSecondmentCommand
{
    private const int MostSemesters = 12;

    private static readonly Option<string?> Roster = new("--roster")
    {
        Description = "花名册工作簿；不写则读数据库 / the workbook; without it the database is read",
        HelpName = "FILE",
    };

    private static readonly Option<SemesterName?> From = new("--from")
    {
        Description = "第一个学期，如 2026-2027-1 / the first semester",
        HelpName = "SEMESTER",
        Required = true,
        CustomParser = result =>
        {
            var written = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (SemesterName.Parse(written) is { } semester)
                return semester;
            result.AddError($"--from “{written}”不是学期，应写成 2026-2027-1 / not a semester; write it like 2026-2027-1");
            return null;
        },
    };

    private static readonly Option<int> Semesters = new("--semesters")
    {
        Description = "排几个学期 / how many semesters",
        DefaultValueFactory = _ => 6,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "随机种子；同样的输入和种子得到同样的计划 / the same input and seed give the same plan" };

    private static readonly Option<double> TimeLimit = new("--time-limit")
    {
        Description = "求解上限，按确定的计算量折合的秒数 / the search's limit, in deterministic seconds",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => new PlannerOptions().TimeLimit,
    };

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Semesters.Validators.Add(result =>
        {
            if (result is { Tokens.Count: > 0 } && result.GetValueOrDefault<int>() is < 1 or > MostSemesters)
                result.AddError($"--semesters 应在 1 到 {MostSemesters} 之间 / write a number from 1 to {MostSemesters}");
        });
        Seed.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 0)
                result.AddError("--seed 不能小于 0 / must not be below 0");
        });
        TimeLimit.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (> 0 and < double.PositiveInfinity))
                result.AddError("--time-limit 应大于 0 / must be above 0");
        });
        var command = new Command("secondment", "挂职计划：谁、哪学期、到哪所学校 R11 R12 / who goes when and where") { Roster, From, Semesters, Seed, TimeLimit, CommonOptions.Connection, Format };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (asOf, errors) = (parsed.GetValue(CommonOptions.AsOf), parsed.InvocationConfiguration.Error);
        var (office, faults) = await OpenAsync(parsed, asOf, ct);
        foreach (var fault in faults) await errors.WriteLineAsync(fault.Line);
        if (office is null) return ExitCodes.Unusable;
        await using var open = office;

        var (from, semesters) = (parsed.GetRequiredValue(From)!.Value, parsed.GetRequiredValue(Semesters));
        var options = new PlannerOptions(parsed.GetValue(Seed), parsed.GetRequiredValue(TimeLimit));
        var (draft, plan) = await office.AskAsync<ProposeSecondments, (SecondmentDraft, SecondmentPlan)>(
            use => use.RunAsync(from, semesters, options, new Telling(errors), ct));
        SecondmentPlanPrinter.Print(
            SecondmentPlanReport.Of(draft, plan, options), parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return ExitCodes.Done;
    }

    private static async Task<(CommandOffice? Office, IReadOnlyList<TableFault> Faults)> OpenAsync(ParseResult parsed, DateOnly? asOf, CancellationToken ct)
    {
        var workflows = parsed.GetRequiredValue(CommonOptions.WorkflowsFolder);
        if (parsed.GetValue(Roster) is not { } file)
        {
            var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), workflows);
            return (await CommandOffice.OpenAsync(settings, _ => CommandOffice.Clock(settings.Zone, asOf), ct), []);
        }

        var read = GivenFile.Bytes(file);
        return read.Value is { } content ? await CommandOffice.OfWorkbookAsync(file, content, workflows, OfficeSettings.DefaultZone, asOf, ct) : (null, read.Faults);
    }

    // Progress is a message, so it goes to standard error, and at once.
    private sealed class Telling(TextWriter errors) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => errors.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{value.Stage}: {value.Objective:0}, 下界 / bound {value.Bound:0}, 差距 / gap {value.Gap:0.0%}"));
    }
}
