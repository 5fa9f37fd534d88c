using Workflows.Engine;
using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>The office as a single command needs it: the use cases on a database, without pages, timers or mail.</summary>
public sealed class CommandOffice : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? folder;

    private CommandOffice(StorageOptions storage, string workflowsFolder, TimeZoneInfo zone, DateOnly? today, string? folder)
    {
        this.folder = folder;
        var clock = new AdjustableClock(TimeProvider.System, zone);
        if (today is { } day) clock.GoTo(day);
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddStorage(storage)
            .AddSingleton(OfficeFiles.Load(workflowsFolder, zone))
            .AddUseCases()
            .AddOfficeSteps()
            .AddEmbeddedEngine(steps => OfficeFiles.Definitions(workflowsFolder, steps).OrThrow())
            .BuildServiceProvider();
    }

    /// <summary>On the configured database.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="today">What today is; null for the clock's day.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="SettingsException">The database's schema isn't this program's.</exception>
    public static async Task<CommandOffice> OpenAsync(OfficeSettings settings, DateOnly? today, CancellationToken ct)
    {
        var office = new CommandOffice(settings.Storage, settings.WorkflowsFolder, settings.Zone, today, folder: null);
        if (await office.AskAsync<WorkflowsDb, Bilingual?>(db => Schema.FaultAsync(db, ct)) is not { } fault)
            return office;
        await office.DisposeAsync();
        throw new SettingsException([$"{fault.Zh} / {fault.En}"]);
    }

    /// <summary>
    /// On nothing but a workbook: it is brought into a database that is gone when the command ends. The same reading, the same rules, whether the
    /// roster stands in a file or was imported.
    /// </summary>
    /// <param name="file">The workbook's name.</param>
    /// <param name="content">The workbook.</param>
    /// <param name="workflowsFolder">The workflows folder.</param>
    /// <param name="zone">The office's zone.</param>
    /// <param name="today">What today is; null for the clock's day.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>The office, or what is wrong with the file.</returns>
    public static async Task<(CommandOffice? Office, IReadOnlyList<TableFault> Faults)> OfWorkbookAsync(
        string file, byte[] content, string workflowsFolder, TimeZoneInfo zone, DateOnly? today, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("workflows-").FullName;
        var storage = new StorageOptions(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder, "workbook.db")};Pooling=False");
        var office = new CommandOffice(storage, workflowsFolder, zone, today, folder);
        try
        {
            await office.AskAsync<WorkflowsDb, bool>(async db =>
            {
                await Schema.UpgradeAsync(db, ct);
                return true;
            });
            var command = new ImportRoster.Command(Guid.CreateVersion7(), file, content);
            var preview = await office.AskAsync<ImportRoster, WorkbookPreview>(import => import.PreviewAsync(command, null, ct));
            if (preview.Faults.Count == 0)
            {
                await office.AskAsync<ImportRoster, Answer>(import => import.RunAsync(command, null, ct));
                return (office, []);
            }

            await office.DisposeAsync();
            return (null, preview.Faults);
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks one use case, in a unit of work of its own.</summary>
    public async Task<TAnswer> AskAsync<TUseCase, TAnswer>(Func<TUseCase, Task<TAnswer>> ask)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }
}
