using System.CommandLine;
using Workflows.Engine;
using Workflows.Processes;
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
        builder.WebHost.UseKestrelCore().UseConfiguration(builder.Configuration);
        var settings = OfficeSettings.Read(builder.Configuration, folder);

        // The libraries' chatter hides what the office does; Logging:LogLevel brings it back.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddRouting();
        builder.Services.AddSingleton(settings);
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        AddOffice(builder.Services, settings);
        builder.Services.AddReminders(settings.Reminders);
        builder.Services.AddOfficeWeb(pages with { Login = settings.Login });
        return builder;
    }

    private static void AddOffice(IServiceCollection services, OfficeSettings settings)
    {
        services
            .AddStorage(settings.Storage)
            .AddSingleton(OfficeFiles.Load(settings.WorkflowsFolder, settings.Zone))
            .AddUseCases()
            .AddOfficeSteps()
            .AddEmbeddedEngine(steps => OfficeFiles.Definitions(settings.WorkflowsFolder, steps).OrThrow())
            .AddHostedService<OfficeOpening>();
    }
}
