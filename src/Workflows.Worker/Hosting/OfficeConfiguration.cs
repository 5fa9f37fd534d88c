using System.CommandLine;
using System.Text.Json;
using Workflows.Worker.Commands;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Where settings come from: <c>appsettings.json</c> in the working folder, the secrets, the environment, then the command line. Each secret is a file of its
/// own, named like its setting with <c>__</c> for the colon, in the folder <c>secrets</c> of the working folder or in the one that systemd hands over.
/// </summary>
public static class OfficeConfiguration
{
    private const string FileName = "appsettings.json";

    /// <summary>The settings of a command that starts no host.</summary>
    /// <exception cref="SettingsException">A source can't be read.</exception>
    public static IConfiguration Of(ParseResult parsed) => new ConfigurationManager().WithOfficeSources(parsed);

    /// <summary>Adds the sources; a later one wins.</summary>
    /// <exception cref="SettingsException">A source can't be read.</exception>
    public static ConfigurationManager WithOfficeSources(this ConfigurationManager configuration, ParseResult parsed)
    {
        try
        {
            configuration.AddJsonFile(Path.Combine(Environment.CurrentDirectory, FileName), optional: true);
        }
        catch (Exception fault) when (fault is InvalidDataException or UnauthorizedAccessException or IOException)
        {
            // What stands there may be a secret: only the place is named.
            var place = fault.GetBaseException() is JsonException { LineNumber: { } line } ? $"（第 {line + 1} 行 / line {line + 1}）" : "";
            throw new SettingsException([$"{FileName} 读不了，应为 JSON{place} / can't be read; it must be JSON"]);
        }

        AddSecrets(configuration, Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") ?? Path.Combine(Environment.CurrentDirectory, "secrets"));
        configuration.AddEnvironmentVariables("WORKFLOWS_").AddEnvironmentVariables();
        if (parsed.GetValue(CommonOptions.Connection) is { Length: > 0 } connection)
            configuration["ConnectionStrings:Workflows"] = configuration["ConnectionStrings:WorkflowsOwner"] = connection;
        return configuration;
    }

    private static void AddSecrets(ConfigurationManager configuration, string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                configuration.AddKeyPerFile(Path.GetFullPath(folder));
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
        {
            throw new SettingsException([$"密钥文件夹 {folder} 读不了，请以 root 执行 / the folder of secrets {folder} can't be read; run it as root"]);
        }
    }
}
