using System.CommandLine;
using Workflows.Reminders.Schedule;
using Workflows.Storage;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>migrate</c>: creates or upgrades the schema of the configured database, as its owner, and gives the program its rights in it.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("migrate", "建立或升级数据库结构 / create or upgrade the schema") { CommonOptions.Connection };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings.Owner).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Schema.UpgradeAsync(scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), ct);
        await OfficeEngine.UpgradeAsync(settings.Owner, ct);
        await ReminderSchedule.UpgradeAsync(settings.Owner, ct);
        await PostgresRights.GiveAsync(settings.Owner, settings.Storage, ct);
        await parsed.InvocationConfiguration.Error.WriteLineAsync("数据库结构已是最新。/ The schema is up to date.");
        return ExitCodes.Done;
    }
}
