namespace Workflows.Web.Access;

/// <summary>
/// How often one account, or one address, may ask in a minute: the settings <c>RateLimits:*</c>. Each node counts for itself, so that three nodes
/// together allow three times as much. 0 sets no limit.
/// </summary>
public sealed record RateLimits
{
    /// <summary><c>RateLimits:AccountPerMinute</c>: pages and API of one account.</summary>
    public int AccountPerMinute { get; init; } = 12_000;

    /// <summary><c>RateLimits:AddressPerMinute</c>: whatever is asked without a login from one address.</summary>
    public int AddressPerMinute { get; init; } = 600;

    /// <summary><c>RateLimits:LoginsPerMinute</c>: passwords and codes tried from one address; a school may share one.</summary>
    public int LoginsPerMinute { get; init; } = 120;

    /// <summary><c>RateLimits:CostlyPerMinute</c>: imports, exports, plans and what-if of one account.</summary>
    public int CostlyPerMinute { get; init; } = 60;
}
