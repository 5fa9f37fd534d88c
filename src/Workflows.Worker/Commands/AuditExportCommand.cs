using System.CommandLine;
using Workflows.Processes.Operations;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>audit export</c>: writes a signed list of all chain heads now, as the running program does every day.</summary>
public static class AuditExportCommand
{
    private static readonly Option<string?> Folder = new("--to")
    {
        Description = "写到哪个文件夹，代替 Audit:HeadsFolder / the folder, in place of Audit:HeadsFolder",
        HelpName = "DIR",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "立即导出一份签名的链头清单 / write a signed list of the chain heads now") { Folder, CommonOptions.Connection };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var configuration = OfficeConfiguration.Of(parsed);
        if (parsed.GetValue(Folder) is { Length: > 0 } folder)
            configuration["Audit:HeadsFolder"] = folder;
        var settings = OfficeSettings.Read(configuration, parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        if (settings.Seal is not { } seal)
            throw new SettingsException(["缺少 Audit:SigningKeyFile 和 Audit:HeadsFolder / Audit:SigningKeyFile and Audit:HeadsFolder are missing; audit key makes a key"]);
        await using var office = await CommandOffice.OpenAsync(
            settings, _ => CommandOffice.Clock(settings.Zone, parsed.GetValue(CommonOptions.AsOf)), ct);
        var path = await OutsideFiles.GuardAsync(() => office.AskAsync<ExportHeads, string>(export => export.RunAsync(seal, ct)));
        await parsed.InvocationConfiguration.Output.WriteLineAsync(path);
        return ExitCodes.Done;
    }
}
