using Workflows.Processes.Operations;
using Workflows.Storage.Audit;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>Audit:*</c>: where the heads of the record's chains are written down, how often, and by which key.</summary>
internal static class SealSettings
{
    private const int LongestHours = 31 * 24;

    /// <summary>The settings; null where none is set: no lists are written, and <c>/health</c> says so.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="faults">Takes one sentence for each setting that can't be used.</param>
    public static SealOptions? Read(IConfiguration configuration, List<string> faults)
    {
        var section = new SettingsSection(configuration.GetSection("Audit"), faults);
        var (folder, hours) = (section.Text("HeadsFolder"), section.Number("EveryHours", 24, 1, LongestHours));
        var before = faults.Count;
        var pem = section.Secret("SigningKey");
        var key = pem.Length > 0 && SealKey.Read(pem) is { MaySign: true } signing ? signing : null;
        if (pem.Length > 0 && key is null)
            faults.Add("Audit:SigningKeyFile 不是签名私钥（PEM） / holds no private key in PEM; audit key makes one");
        if (key is not null && folder.Length == 0)
            section.Missing("HeadsFolder", "链头清单放在哪个文件夹", "the folder for the lists of chain heads");
        if (key is null && folder.Length > 0 && faults.Count == before)
            section.Missing("SigningKeyFile", "可用 audit key 生成", "audit key makes one");
        section.End();
        return key is null || folder.Length == 0 ? null : new SealOptions(key, Path.GetFullPath(folder), TimeSpan.FromHours(hours));
    }
}
