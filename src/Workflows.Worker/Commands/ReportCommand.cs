using System.Collections.Immutable;
using System.CommandLine;
using Workflows.Policy.College;
using Workflows.Processes.Reports;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>report</c>: what R01-R04, R11-R23, R25 and R26 say of the college as of a day, from a workbook alone or from the database.</summary>
public static class ReportCommand
{
    private static readonly Option<string?> Roster = new("--roster")
    {
        Description = "花名册工作簿；不写则读数据库 / the workbook; without it the database is read",
        HelpName = "FILE",
    };

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("report", "按条款报告学校情况 R01-R04 R11-R23 R25 R26 / what the clauses say of the college") { Roster, CommonOptions.Connection, Format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(CommonOptions.AsOf) is null && result.GetResult(CommonOptions.AsOf) is null)
                result.AddError("缺少 --as-of / --as-of is missing");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (asOf, errors) = (parsed.GetRequiredValue(CommonOptions.AsOf)!.Value, parsed.InvocationConfiguration.Error);
        var workflows = parsed.GetRequiredValue(CommonOptions.WorkflowsFolder);
        var report = ImmutableArray<ClauseReport>.Empty;
        if (parsed.GetValue(Roster) is not { } file)
        {
            var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), workflows);
            await using var office = await CommandOffice.OpenAsync(settings, _ => CommandOffice.Clock(settings.Zone, asOf), ct);
            report = await AskAsync(office);
        }
        else
        {
            var read = GivenFile.Bytes(file);
            var (paper, faults) = read.Value is { } content
                ? await CommandOffice.OfWorkbookAsync(file, content, workflows, OfficeSettings.DefaultZone, asOf, ct)
                : (null, read.Faults);
            foreach (var fault in faults) await errors.WriteLineAsync(fault.Line);
            if (paper is null) return ExitCodes.Unusable;
            await using var office = paper;
            report = await AskAsync(office);
        }

        ReportPrinter.Print(report, parsed.GetRequiredValue(Format), parsed.InvocationConfiguration.Output);
        return ExitCodes.Done;

        Task<ImmutableArray<ClauseReport>> AskAsync(CommandOffice office) =>
            office.AskAsync<ReportCollege, ImmutableArray<ClauseReport>>(use => use.AsOfAsync(asOf, ct));
    }
}
