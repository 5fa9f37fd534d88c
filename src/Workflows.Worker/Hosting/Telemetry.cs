using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Workflows.Processes;

namespace Workflows.Worker.Hosting;

/// <summary>Where metrics and traces go, by OTLP over HTTP: the settings <c>Telemetry:*</c>. Without an endpoint nothing is collected.</summary>
/// <param name="Endpoint"><c>Telemetry:Endpoint</c>, for example <c>http://127.0.0.1:4318</c>.</param>
/// <param name="Every"><c>Telemetry:EverySeconds</c>: how often the metrics are sent.</param>
public sealed record Telemetry(Uri Endpoint, TimeSpan Every)
{
    private const int UsualSeconds = 60;
    private const int LongestSeconds = 3600;

    // What .NET, ASP.NET Core, Npgsql and Quartz measure by themselves.
    private static readonly string[] Meters = [OfficeMeters.Name, "System.Runtime", "Microsoft.AspNetCore.*", "Npgsql"];
    private static readonly string[] Sources = [$"{OfficeMeters.Name}*", "Microsoft.AspNetCore", "Npgsql", "Quartz"];

    /// <summary>The settings; null where no endpoint is set.</summary>
    /// <param name="configuration">File, environment, command line.</param>
    /// <param name="faults">Takes one line for each setting that can't be used.</param>
    public static Telemetry? Read(IConfiguration configuration, List<string> faults)
    {
        var section = new SettingsSection(configuration.GetSection("Telemetry"), faults);
        var (address, seconds) = (section.Text("Endpoint"), section.Number("EverySeconds", UsualSeconds, 1, LongestSeconds));
        section.End();
        if (address.Length == 0)
            return null;
        if (Uri.TryCreate(address, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https")
            return new Telemetry(endpoint, TimeSpan.FromSeconds(seconds));
        section.Fault("Endpoint", address, "不是地址，例如 http://127.0.0.1:4318", "isn't an address; write for example http://127.0.0.1:4318");
        return null;
    }

    /// <summary>Collects and sends, where an endpoint is set.</summary>
    public static void Add(IServiceCollection services, Telemetry? telemetry)
    {
        if (telemetry is null)
            return;
        services.AddHostedService<TelemetryWatch>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("workflows", serviceInstanceId: $"{Environment.MachineName}/{Environment.ProcessId}"))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter((exporter, reader) =>
            {
                telemetry.Send(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)telemetry.Every.TotalMilliseconds;
            }))
            .WithTracing(traces => traces.AddSource(Sources).AddOtlpExporter(exporter => telemetry.Send(exporter, "v1/traces")));
    }

    private void Send(OtlpExporterOptions exporter, string path) =>
        (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
}
