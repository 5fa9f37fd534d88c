using System.CommandLine;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Web;
using Workflows.Worker.Commands;

namespace Workflows.Worker.Hosting;

/// <summary>Puts the program together: policy and definitions from the workflows folder, database, engine, use cases, reminders, pages.</summary>
public static class OfficeHost
{
    /// <summary>A host that is put together and not started. A broken policy, definition, calendar or template ends here, with file and place.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">Makes a clock that can be moved from the one that all nodes go by; null for that one itself.</param>
    /// <param name="pages">What the pages know of the installation.</param>
    /// <param name="more">Settings of this start that win over file and environment.</param>
    public static WebApplicationBuilder Prepare(ParseResult parsed, Func<TimeProvider, AdjustableClock>? clock, OfficeWebOptions pages, IReadOnlyDictionary<string, string?> more)
    {
        var folder = parsed.GetRequiredValue(CommonOptions.WorkflowsFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.WithOfficeSources(parsed).AddInMemoryCollection(more);
        builder.WebHost.UseKestrelCore().UseConfiguration(builder.Configuration);
        var settings = OfficeSettings.Read(builder.Configuration, folder);

        // The libraries' chatter hides what the office does; Logging:LogLevel brings it back.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // A connection that fails is told by whoever wanted it, in a line and not in a page.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(settings);
        var shared = new DatabaseClock(TimeProvider.System);
        var moved = clock?.Invoke(shared);
        if (moved is not null)
            builder.Services.AddSingleton(moved);
        builder.Services.AddSingleton(shared).AddSingleton(moved ?? (TimeProvider)shared);
        AddOffice(builder.Services, settings);
        builder.Services.AddReminders(settings.Reminders);
        builder.Services.AddOfficeWeb(pages with { Login = settings.Login });
        return builder;
    }

    /// <summary>Opens the pages at once and the office as soon as it can be; returns when the program is asked to stop.</summary>
    /// <param name="app">The host.</param>
    /// <param name="whenOpen">What is done when the office is open.</param>
    /// <param name="ct">Asks to stop.</param>
    public static async Task RunAsync(WebApplication app, Func<Task> whenOpen, CancellationToken ct)
    {
        var opening = app.Services.GetRequiredService<OfficeOpening>();
        await app.MapOfficeWeb().MapOfficeEngine().StartAsync(ct);
        if (await opening.EndAsync(ct))
            await whenOpen();
        await app.WaitForShutdownAsync(ct);
    }

    private static void AddOffice(IServiceCollection services, OfficeSettings settings)
    {
        services
            .AddStorage(settings.Storage)
            .AddSingleton(settings.Attachments)
            .AddSingleton(new SealPlace(settings.Seal))
            .AddSingleton(OfficeFiles.Open(settings.WorkflowsFolder, settings.Zone))
            .AddUseCases()
            .AddOfficeSteps()
            .AddOfficeEngine(settings.Storage, settings.WorkflowsFolder)
            .AddSingleton(new OfficeDoor(OfficeOpening.Beginning))
            .AddSingleton<OfficeOpening>()
            .AddHostedService(provider => provider.GetRequiredService<OfficeOpening>())
            .AddHostedService<OfficeWatch>();
    }
}
