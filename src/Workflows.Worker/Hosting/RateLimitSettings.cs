using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>RateLimits:*</c>; 0 is no limit.</summary>
internal static class RateLimitSettings
{
    private const int Most = 1_000_000;

    /// <summary>The limits, by the configuration.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="faults">Takes one sentence for each setting that can't be used.</param>
    public static RateLimits Read(IConfiguration configuration, List<string> faults)
    {
        var (section, usual) = (new SettingsSection(configuration.GetSection("RateLimits"), faults), new RateLimits());
        var limits = new RateLimits
        {
            AccountPerMinute = section.Number(nameof(RateLimits.AccountPerMinute), usual.AccountPerMinute, 0, Most),
            AddressPerMinute = section.Number(nameof(RateLimits.AddressPerMinute), usual.AddressPerMinute, 0, Most),
            LoginsPerMinute = section.Number(nameof(RateLimits.LoginsPerMinute), usual.LoginsPerMinute, 0, Most),
            CostlyPerMinute = section.Number(nameof(RateLimits.CostlyPerMinute), usual.CostlyPerMinute, 0, Most),
        };
        section.End();
        return limits;
    }
}
