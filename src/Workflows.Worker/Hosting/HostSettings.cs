using Microsoft.Extensions.Configuration.Json;

namespace Workflows.Worker.Hosting;

/// <summary>Looks through the settings that .NET itself reads, <c>Urls</c>, <c>Kestrel</c> and <c>Logging</c>: where it would end with a page, a sentence is said.</summary>
internal static class HostSettings
{
    private static readonly string[] Sections =
        ["AllowedHosts", "Audit", "Backup", "ConnectionStrings", "Kestrel", "Logging", "Login", "Mail", "Office", "RateLimits", "Telemetry", "Urls"];

    /// <summary>One sentence for each that can't be used.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    public static List<string> Faults(IConfiguration configuration) =>
        [.. Strangers(configuration), .. Addresses(configuration), .. Levels(configuration.GetSection("Logging")), .. Certificates(configuration.GetSection("Kestrel"))];

    // The environment is full of names that are none of ours; the file is ours alone.
    private static IEnumerable<string> Strangers(IConfiguration configuration) =>
        from file in (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>() ?? []
        from name in file.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase)
        where !Sections.Contains(name, StringComparer.OrdinalIgnoreCase)
        select $"没有 {name} 这组设置 / {name} is no section of the settings; there are {string.Join(", ", Sections)}";

    private static IEnumerable<string> Addresses(IConfiguration configuration)
    {
        foreach (var address in (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsAddress(address))
                yield return $"Urls “{address}” 不是监听地址，例如 http://127.0.0.1:5000 / isn't an address to listen on; write for example http://127.0.0.1:5000";
            else if (address.StartsWith("https:", StringComparison.OrdinalIgnoreCase) && !configuration.GetSection("Kestrel:Certificates:Default").Exists())
                yield return $"Urls “{address}” 需要证书，请设置 Kestrel:Certificates:Default / needs a certificate: set Kestrel:Certificates:Default";
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Levels(IConfigurationSection section) =>
        from level in section.GetChildren().SelectMany(one => one.Key is "LogLevel" ? one.GetChildren() : one.GetSection("LogLevel").GetChildren())
        where !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)
        select $"{level.Path} “{level.Value}” 应为 {string.Join("、", Enum.GetNames<LogLevel>())} / is none of {string.Join(", ", Enum.GetNames<LogLevel>())}";

    private static IEnumerable<string> Certificates(IConfigurationSection section) =>
        from one in section.AsEnumerable()
        where one.Key.EndsWith(":Path", StringComparison.OrdinalIgnoreCase) || one.Key.EndsWith(":KeyPath", StringComparison.OrdinalIgnoreCase)
        where one.Value is { Length: > 0 } && !File.Exists(Path.Combine(AppContext.BaseDirectory, one.Value))
        select $"{one.Key} “{one.Value}” 文件读不到 / the file can't be found";
}
