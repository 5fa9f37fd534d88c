using System.CommandLine;
using Workflows.Worker.Commands;

namespace Workflows.Worker.Hosting;

/// <summary>Where settings come from: <c>appsettings.json</c> in the working folder, the environment, then the command line.</summary>
public static class OfficeConfiguration
{
    /// <summary>The settings of a command that starts no host.</summary>
    public static IConfiguration Of(ParseResult parsed) => new ConfigurationManager().WithOfficeSources(parsed);

    /// <summary>Adds the sources; a later one wins.</summary>
    public static ConfigurationManager WithOfficeSources(this ConfigurationManager configuration, ParseResult parsed)
    {
        configuration
            .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables("WORKFLOWS_")
            .AddEnvironmentVariables();
        if (parsed.GetValue(CommonOptions.Connection) is { Length: > 0 } connection)
            configuration["ConnectionStrings:Workflows"] = connection;
        return configuration;
    }
}
