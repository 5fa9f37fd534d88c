using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Definitions;
using Workflows.Processes.Staff;
using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>The office as a single command needs it: the use cases on a database, without pages, timers or mail.</summary>
public sealed class CommandOffice : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? folder;

    private CommandOffice(IServiceCollection services, StorageOptions storage, string workflowsFolder, OfficeBook book, TimeProvider clock, string? folder)
    {
        this.folder = folder;
        this.services = services
            .AddSingleton(clock)
            .AddStorage(storage)
            .AddSingleton(book)
            .AddUseCases()
            .AddOfficeSteps()
            .AddOfficePort(workflowsFolder)
            .BuildServiceProvider();
    }

    /// <summary>On the configured database.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="clock">The clock, by the office's policy.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <param name="also">Further services that the command needs.</param>
    /// <exception cref="SettingsException">The database's schema isn't this program's.</exception>
    public static async Task<CommandOffice> OpenAsync(
        OfficeSettings settings, Func<Office, TimeProvider> clock, CancellationToken ct, Action<IServiceCollection>? also = null)
    {
        var (services, book) = (new ServiceCollection(), OfficeFiles.Open(settings.WorkflowsFolder, settings.Zone));
        also?.Invoke(services);
        var office = new CommandOffice(services, settings.Storage, settings.WorkflowsFolder, book, clock(book.Office), folder: null);
        var fault = await office.AskAsync<WorkflowsDb, Bilingual?>(async db =>
        {
            if (await Schema.FaultAsync(db, ct) is { } found) return found;
            await book.FollowAsync(db, ct);
            return null;
        });
        if (fault is null)
            await office.AskAsync<PublishedDefinitions, bool>(published => published.FollowAsync(ct));
        if (fault is null) return office;
        await office.DisposeAsync();
        throw new SettingsException([$"{fault.Zh} / {fault.En}"]);
    }

    /// <summary>The wall's clock, or one that stands on a day.</summary>
    /// <param name="zone">The office's zone.</param>
    /// <param name="today">What today is; null for the clock's day.</param>
    public static TimeProvider Clock(TimeZoneInfo zone, DateOnly? today)
    {
        var clock = new AdjustableClock(TimeProvider.System, zone);
        if (today is { } day) clock.GoTo(day);
        return clock;
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
        var office = new CommandOffice(
            new ServiceCollection(), storage, workflowsFolder, OfficeFiles.Open(workflowsFolder, zone), Clock(zone, today), folder);
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
