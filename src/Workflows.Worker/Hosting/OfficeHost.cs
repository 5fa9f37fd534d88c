using System.CommandLine;
using System.Text.Encodings.Web;
using Microsoft.Extensions.Logging.Console;
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
    /// <param name="clock">What time it is.</param>
    /// <param name="pages">What the pages know of the installation.</param>
    /// <param name="more">Settings of this start that win over file and environment.</param>
    public static WebApplicationBuilder Prepare(ParseResult parsed, AdjustableClock? clock, OfficeWebOptions pages, IReadOnlyDictionary<string, string?> more)
    {
        var folder = parsed.GetRequiredValue(CommonOptions.WorkflowsFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.WithOfficeSources(parsed).AddInMemoryCollection(more);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseConfiguration(builder.Configuration);
        var settings = OfficeSettings.Read(builder.Configuration, folder);

        // The libraries' chatter hides what the office does; Logging:LogLevel brings it back.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // A connection that fails is told by whoever wanted it, in a line and not in a page.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console => console.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(console =>
        {
            (console.TimestampFormat, console.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ss.fffZ", true);
            console.JsonWriterOptions = console.JsonWriterOptions with { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        builder.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(settings);
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        AddOffice(builder.Services, settings);
        Telemetry.Add(builder.Services, settings.Telemetry);
        builder.Services.AddReminders(settings.Reminders);
        builder.Services.AddOfficeWeb(pages with { Login = settings.Login, RateLimits = settings.RateLimits, IsSecure = settings.Reminders.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase) });
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
