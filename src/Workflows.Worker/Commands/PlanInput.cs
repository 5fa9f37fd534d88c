using System.CommandLine;
using System.Globalization;
using Workflows.Personnel.Tables;
using Workflows.Planning;
using Workflows.Policy.Semesters;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary>What every mode of <c>plan</c> is given: the roster or the database, the semesters, the seed and the limit; and what it tells while it searches.</summary>
public static class PlanInput
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

    private static readonly Option<int> Semesters = Checked(
        new Option<int>("--semesters") { Description = "排几个学期 / how many semesters", DefaultValueFactory = _ => 6 },
        semesters => semesters is >= 1 and <= MostSemesters, $"应在 1 到 {MostSemesters} 之间 / write a number from 1 to {MostSemesters}");

    private static readonly Option<int> Seed = Checked(
        new Option<int>("--seed") { Description = "随机种子；同样的输入和种子得到同样的计划 / the same input and seed give the same plan" },
        seed => seed >= 0, "不能小于 0 / must not be below 0");

    private static readonly Option<double> TimeLimit = Checked(
        new Option<double>("--time-limit")
        {
            Description = "求解上限，约为秒数，按确定的计算量折算 / the search's limit in about as many seconds, counted by its work",
            HelpName = "SECONDS",
            DefaultValueFactory = _ => new PlannerOptions().TimeLimit,
        },
        seconds => seconds is > 0 and < double.PositiveInfinity, "应大于 0 / must be above 0");

    /// <summary>A mode of <c>plan</c> with its options.</summary>
    /// <param name="name">The mode.</param>
    /// <param name="description">What it plans.</param>
    /// <param name="plan">Plans and prints.</param>
    public static Command Command(string name, string description, Func<PlanRequest, CancellationToken, Task> plan)
    {
        var format = CommonOptions.Format();
        var command = new Command(name, description) { Roster, From, Semesters, Seed, TimeLimit, CommonOptions.Connection, format };
        command.SetAction(async (parsed, ct) =>
        {
            var errors = parsed.InvocationConfiguration.Error;
            var (office, faults) = await OpenAsync(parsed, parsed.GetValue(CommonOptions.AsOf), ct);
            foreach (var fault in faults) await errors.WriteLineAsync(fault.Line);
            if (office is null) return ExitCodes.Unusable;
            await using var open = office;
            await plan(
                new PlanRequest(
                    office, parsed.GetRequiredValue(From)!.Value, parsed.GetRequiredValue(Semesters),
                    new PlannerOptions(parsed.GetValue(Seed), parsed.GetRequiredValue(TimeLimit)), new Telling(errors), parsed.GetRequiredValue(format),
                    parsed.InvocationConfiguration.Output),
                ct);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Option<T> Checked<T>(Option<T> option, Func<T, bool> isGood, string whatIsRight)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is { } value && !isGood(value))
                result.AddError($"{option.Name} {whatIsRight}");
        });
        return option;
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

/// <summary>What a mode of <c>plan</c> was asked.</summary>
/// <param name="Office">The office, of the workbook or the database.</param>
/// <param name="From">The first semester.</param>
/// <param name="Semesters">How many.</param>
/// <param name="Options">Seed and limit.</param>
/// <param name="Progress">Hears of each better plan.</param>
/// <param name="Format">json, csv or table.</param>
/// <param name="Output">Where the plan goes.</param>
public sealed record PlanRequest(
    CommandOffice Office, SemesterName From, int Semesters, PlannerOptions Options, IProgress<PlanProgress> Progress, string Format, TextWriter Output);
