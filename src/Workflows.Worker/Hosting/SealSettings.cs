using System.Globalization;
using Workflows.Processes.Operations;
using Workflows.Storage.Audit;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>Audit:*</c>: where the heads of the record's chains are written down, how often, and by which key.</summary>
internal static class SealSettings
{
    private const int LongestHours = 31 * 24;

    /// <summary>The settings; null where none is set: no lists are written, and <c>/health</c> says so.</summary>
    /// <param name="configuration">File, environment, command line.</param>
    /// <param name="faults">Takes one line for each setting that can't be used.</param>
    public static SealOptions? Read(IConfiguration configuration, List<string> faults)
    {
        var section = configuration.GetSection("Audit");
        var folder = section["HeadsFolder"] ?? "";
        var hours = section["EveryHours"] is { Length: > 0 } text ? text : "24";
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var every) || every is < 1 or > LongestHours)
            faults.Add($"Audit:EveryHours “{hours}” 应为 1 至 {LongestHours} 的整数 / write a whole number from 1 to {LongestHours}");
        var key = Key(section, faults);
        if (key is not null && folder.Length == 0)
            faults.Add("缺少 Audit:HeadsFolder / Audit:HeadsFolder is missing: the folder for the lists of chain heads");
        if (key is null && folder.Length > 0 && section["SigningKeyFile"] is not { Length: > 0 } && section["SigningKey"] is not { Length: > 0 })
            faults.Add("缺少 Audit:SigningKeyFile，可用 audit key 生成 / Audit:SigningKeyFile is missing; audit key makes one");
        return key is null || folder.Length == 0 ? null : new SealOptions(key, Path.GetFullPath(folder), TimeSpan.FromHours(every));
    }

    private static SealKey? Key(IConfigurationSection section, List<string> faults)
    {
        var pem = section["SigningKey"] ?? "";
        if (section["SigningKeyFile"] is { Length: > 0 } file)
        {
            try
            {
                pem = File.ReadAllText(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add($"Audit:SigningKeyFile 读不了 {file} / can't be read: {file}");
                return null;
            }
        }

        if (pem.Length == 0)
            return null;
        if (SealKey.Read(pem) is { MaySign: true } key)
            return key;
        faults.Add("Audit:SigningKeyFile 不是签名私钥（PEM） / holds no private key in PEM; audit key makes one");
        return null;
    }
}
