using System.Globalization;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>RateLimits:*</c>; what can't be used becomes a sentence.</summary>
internal static class RateLimitSettings
{
    private const int Most = 1_000_000;

    /// <summary>The limits, by the configuration.</summary>
    /// <param name="configuration">File, environment, command line.</param>
    /// <param name="faults">Takes one line for each setting that can't be used.</param>
    public static RateLimits Read(IConfiguration configuration, List<string> faults)
    {
        var usual = new RateLimits();
        return new RateLimits
        {
            AccountPerMinute = Number(nameof(RateLimits.AccountPerMinute), usual.AccountPerMinute),
            AddressPerMinute = Number(nameof(RateLimits.AddressPerMinute), usual.AddressPerMinute),
            LoginsPerMinute = Number(nameof(RateLimits.LoginsPerMinute), usual.LoginsPerMinute),
            CostlyPerMinute = Number(nameof(RateLimits.CostlyPerMinute), usual.CostlyPerMinute),
        };

        int Number(string name, int otherwise)
        {
            if (configuration[$"RateLimits:{name}"] is not { Length: > 0 } text)
                return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most)
                return number;
            faults.Add($"RateLimits:{name} “{text}” 应为 0 至 {Most} 的整数，0 为不限 / write a whole number from 0 to {Most}, 0 for no limit");
            return otherwise;
        }
    }
}
