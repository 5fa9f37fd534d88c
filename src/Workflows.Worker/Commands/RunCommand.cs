using System.CommandLine;
using Workflows.Processes;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>run</c>: the worker and its pages, by configuration.</summary>
public static class RunCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("run", "运行流程与页面 / run the worker and its pages") { CommonOptions.Connection };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var builder = OfficeHost.Prepare(parsed, Clock, pages: null, new Dictionary<string, string?>());
        await using var app = builder.Build();
        await OfficeHost.RunAsync(app, () => Task.CompletedTask, ct);
        return ExitCodes.Done;

        AdjustableClock? Clock(TimeProvider wall, TimeZoneInfo zone)
        {
            if (parsed.GetValue(CommonOptions.AsOf) is not { } day)
                return null;
            var clock = new AdjustableClock(wall, zone);
            clock.GoTo(day);
            return clock;
        }
    }
}
