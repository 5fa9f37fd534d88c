using System.CommandLine;
using Workflows.Processes;
using Workflows.Worker.Demo;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>demo</c>: the whole office on this machine alone: SQLite, mail into a folder, the sample college, a clock that can be moved.</summary>
public static class DemoCommand
{
    private static readonly Option<string> Folder = new("--data")
    {
        Description = "数据保存在哪个文件夹 / the folder that keeps the data",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine(Environment.CurrentDirectory, "demo-data"),
    };

    private static readonly Option<string> Address = new("--url")
    {
        Description = "页面的地址 / the address of the pages",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5180",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("demo", "用示例学校试用，数据留在本机 / try it with the sample college, on this machine alone") { Folder, Address, CommonOptions.Connection };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(parsed.GetRequiredValue(Folder)).FullName;
        var address = parsed.GetRequiredValue(Address);
        var builder = OfficeHost.Prepare(parsed, Clock, DemoOffice.Pages, DemoOffice.Settings(folder, address, parsed.GetValue(CommonOptions.Connection)));
        await using var app = builder.Build();
        await DemoOffice.FoundAsync(app.Services, ct);
        await OfficeHost.RunAsync(app, () => DemoOffice.WelcomeAsync(parsed.InvocationConfiguration.Error, address, folder), ct);
        return ExitCodes.Done;

        AdjustableClock Clock(TimeProvider wall, TimeZoneInfo zone)
        {
            var clock = new AdjustableClock(wall, zone, Path.Combine(folder, "clock.txt"));
            if (parsed.GetValue(CommonOptions.AsOf) is { } day)
                clock.GoTo(day);
            return clock;
        }
    }
}
