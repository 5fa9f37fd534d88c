using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage;
using Workflows.Storage.Backup;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>restore DIR</c>: brings a backup back. No mail leaves until somebody acknowledges it.</summary>
public static class RestoreCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "备份的文件夹 / the backup's folder" };

    private static readonly Option<bool> Replace = new("--replace")
    {
        Description = "替换数据库里已有的内容 / replace what is in the database",
    };

    private static readonly Option<string?> WorkflowsTo = new("--workflows-to")
    {
        Description = "把备份的流程文件放进这个新文件夹（与现有不同时必须写） / put the backup's workflow files into this new folder; needed where they differ from those here",
        HelpName = "DIR",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("restore", "恢复备份；确认之前不发信（sending acknowledge） / bring a backup back; no mail leaves until sending acknowledge")
        {
            Folder, Replace, WorkflowsTo, CommonOptions.Connection,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        var restore = new RestoreBackup(
            parsed.GetRequiredValue(Folder), parsed.GetValue(Replace), settings.WorkflowsFolder, parsed.GetValue(WorkflowsTo), settings.Seal?.Folder);
        var known = Known(settings.Owner);
        var (restored, fault) = await OutsideFiles.GuardAsync(() => restore.RunAsync(
            settings.Owner, DatabaseCopy.Of(settings.Owner, settings.PostgresTools), known, TimeProvider.System.Now(), ct));
        if (restored is null)
        {
            await errors.WriteLineAsync($"{fault!.Zh} / {fault.En}");
            return ExitCodes.Unusable;
        }

        await PostgresRights.GiveAsync(settings.Owner, settings.Storage, ct);
        await errors.WriteLineAsync(
            $"已恢复 {restored.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'} 的备份；确认之前不发信：sending acknowledge --reason … / the backup of {restored.MadeAt:yyyy-MM-dd'T'HH:mm:ss'Z'} is restored; no mail leaves until: sending acknowledge --reason ...");
        if (restored.Migrations.Count < known.Count)
            await errors.WriteLineAsync("数据库结构比本程序旧，请运行 migrate / the schema is older than this program; run migrate");
        return ExitCodes.Done;
    }

    private static HashSet<string> Known(StorageOptions storage)
    {
        using var services = new ServiceCollection().AddStorage(storage).BuildServiceProvider();
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<WorkflowsDb>().Database.GetMigrations()];
    }
}
