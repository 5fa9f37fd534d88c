using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;
using Workflows.Processes;
using Workflows.Processes.Operations;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Storage.Backup;
using Workflows.Web;
using Workflows.Web.Access;
using Workflows.Worker.Commands;

namespace Workflows.Worker.Hosting;

/// <summary>Puts the program together: policy and definitions from the workflows folder, database, engine, use cases, reminders, pages.</summary>
public static class OfficeHost
{
    /// <summary>How long a node that is asked to stop takes at most: requests and letters that are under way come to their end, everything else is given back.</summary>
    public static TimeSpan LongestStop { get; } = TimeSpan.FromSeconds(30);

    /// <summary>A host that is put together and not started. A broken policy, definition, calendar or template ends here, with file and place.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">Makes a clock that can be moved, in the office's zone, from the one that all nodes go by; null for that one itself.</param>
    /// <param name="pages">What the pages know of the installation; null for what the settings say.</param>
    /// <param name="more">Settings of this start that win over file and environment.</param>
    public static WebApplicationBuilder Prepare(
        ParseResult parsed, Func<TimeProvider, TimeZoneInfo, AdjustableClock?> clock, OfficeWebOptions? pages, IReadOnlyDictionary<string, string?> more)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.WithOfficeSources(parsed).AddInMemoryCollection(more);
        var settings = OfficeSettings.Read(builder.Configuration, parsed.GetRequiredValue(CommonOptions.WorkflowsFolder), isToRun: true);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().UseConfiguration(builder.Configuration)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Configure(builder.Configuration.GetSection("Kestrel"));
            });

        // The libraries' chatter hides what the office does; Logging:LogLevel brings it back.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        // A connection or a query that fails is told by whoever wanted it, in a line and not in a page.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole();
        builder.Services.Configure<SimpleConsoleFormatterOptions>(console => console.SingleLine = true);
        builder.Services.Configure<JsonConsoleFormatterOptions>(console =>
        {
            (console.TimestampFormat, console.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ss.fffZ", true);
            console.JsonWriterOptions = console.JsonWriterOptions with { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        });
        builder.Services.Configure<ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (LongestStop, true));
        TellSystemd(builder.Services);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(settings);
        var shared = new DatabaseClock(TimeProvider.System);
        var moved = clock(shared, settings.Zone);
        if (moved is not null)
            builder.Services.AddSingleton(moved);
        builder.Services.AddSingleton(shared).AddSingleton(moved ?? (TimeProvider)shared);
        AddOffice(builder.Services, settings);
        Telemetry.Add(builder.Services, settings.Telemetry);
        builder.Services.AddReminders(settings.Reminders);
        if (settings.Roles.HasFlag(NodeRoles.Web))
        {
            // A login made on one node is as old on every other.
            builder.Services.AddSingleton(new WallClock(shared));
            builder.Services.AddOfficeWeb((pages ?? settings.Pages) with { Login = settings.Pages.Login, RateLimits = settings.RateLimits, IsSecure = settings.IsSecure });
        }

        return builder;
    }

    // AddSystemd looks for systemd in /proc, which a hardened unit doesn't see. Who wants to be told names the place to tell.
    private static void TellSystemd(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 })
            return;
        services.AddSingleton<ISystemdNotifier, SystemdNotifier>().AddSingleton<IHostLifetime, SystemdLifetime>();
        services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = ConsoleFormatterNames.Systemd);
    }

    /// <summary>Opens the pages at once and the office as soon as it can be; returns when the program is asked to stop and has come to its end.</summary>
    /// <param name="app">The host.</param>
    /// <param name="whenOpen">What is done when the office is open.</param>
    /// <param name="ct">Asks to stop.</param>
    public static async Task RunAsync(WebApplication app, Func<Task> whenOpen, CancellationToken ct)
    {
        var opening = app.Services.GetRequiredService<OfficeOpening>();
        await ListenAsync(Map(app, app.Services.GetRequiredService<OfficeSettings>()), ct);
        if (await opening.EndAsync(ct))
            await whenOpen();
        await app.WaitForShutdownAsync(ct);
    }

    private static WebApplication Map(WebApplication app, OfficeSettings settings)
    {
        if (settings.Proxies.Count > 0)
            app.UseForwardedHeaders(Forwarded(settings));
        return settings.Roles.HasFlag(NodeRoles.Web) ? app.MapOfficeWeb().MapOfficeEngine() : app.MapOfficeHealth();
    }

    // Only what a proxy of ours says is believed: anybody can write such a header.
    private static ForwardedHeadersOptions Forwarded(OfficeSettings settings)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        foreach (var proxy in settings.Proxies)
            forwarded.KnownProxies.Add(proxy);
        return forwarded;
    }

    private static async Task ListenAsync(WebApplication app, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException)
        {
            // What has started beside the server comes to its end in order.
            await app.StopAsync(CancellationToken.None);
            throw fault is IOException
                ? new OutsidePartException($"监听不了 {app.Configuration["Urls"]} / can't listen there: {fault.Message}")
                : new SettingsException([$"Kestrel 的证书用不了 / the certificate of Kestrel can't be used: {fault.Message}"]);
        }
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
        if (settings.Roles.HasFlag(NodeRoles.Work))
            services.AddPlanSearching().AddHostedService<SearchWatch>().AddOfficeDelivery();
    }
}
