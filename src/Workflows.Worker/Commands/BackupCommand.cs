using System.CommandLine;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Storage;
using Workflows.Storage.Backup;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>backup DIR</c>: everything that another machine needs, in a new folder. The office may go on working.</summary>
public static class BackupCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "新文件夹 / a new folder" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("backup",
            "备份：数据库、流程文件、链头清单（不含设置和签名私钥） / back up database, workflow files and lists of chain heads; not the settings, not the signing key")
        {
            Folder, CommonOptions.Connection,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (folder, errors) = (parsed.GetRequiredValue(Folder), parsed.InvocationConfiguration.Error);
        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var office = await CommandOffice.OpenAsync(
            settings, _ => CommandOffice.Clock(settings.Zone, parsed.GetValue(CommonOptions.AsOf)), ct);
        var copy = DatabaseCopy.Of(settings.Storage, settings.PostgresTools);
        var (made, fault) = await OutsideFiles.GuardAsync(() => office.AskAsync<WorkflowsDb, (BackupManifest?, Policy.Bilingual?)>(db => TakeBackup.RunAsync(
            db, copy, folder, settings.WorkflowsFolder, settings.Seal?.Folder, TimeProvider.System.Now(), ct)));
        if (made is null)
        {
            await errors.WriteLineAsync($"{fault!.Zh} / {fault.En}");
            return ExitCodes.Unusable;
        }

        try
        {
            await office.AskAsync<RecordBackup, Answer>(record => record.RunAsync(
                new RecordBackup.Command(Guid.CreateVersion7(), Path.GetFullPath(folder), Environment.UserName), ct));
        }
        catch
        {
            // What isn't on record must not lie about.
            Directory.Delete(folder, recursive: true);
            throw;
        }

        await errors.WriteLineAsync($"备份完成，{made.Files.Count} 个文件 / backed up, {made.Files.Count} files: {folder}");
        return ExitCodes.Done;
    }
}
