using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Web.Days;
using Workflows.Web.Pages;

namespace Workflows.Web.Access;

/// <summary>Keeps one account or one address from taking the office's time from everybody else; the answer is 429 and says when to come again.</summary>
internal static class Limits
{
    /// <summary>The limit of whatever looks at a password or a code.</summary>
    public const string Login = "login";

    /// <summary>The limit of what takes seconds: imports, exports, plans, what-if.</summary>
    public const string Costly = "costly";

    /// <summary>The limit of calendars, which need no login.</summary>
    public const string Calendar = "calendar";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddOfficeLimits(this IServiceCollection services, RateLimits limits) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
            Account(http) is { } account ? Window(account, limits.AccountPerMinute) : Window(Address(http), limits.AddressPerMinute));
        limiter.AddPolicy(Login, http => Window(Address(http), limits.LoginsPerMinute));
        limiter.AddPolicy(Costly, http => Window(Account(http) ?? Address(http), limits.CostlyPerMinute));
        limiter.AddPolicy(Calendar, http => Window(Address(http), CalendarFeed.MostPerMinute));
        limiter.OnRejected = async (rejected, _) =>
        {
            var http = rejected.HttpContext;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : Minute;
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            http.RequestServices.GetRequiredService<ILogger<RateLimits>>().LogWarning(SecurityEvents.TooOften,
                "请求太频繁 / too many requests: {Account} from {Address} for {Route}", Account(http), http.Connection.RemoteIpAddress, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            await ErrorPages.WriteAsync(http, StatusCodes.Status429TooManyRequests);
        };
    });

    private static RateLimitPartition<string> Window(string whose, int most) => most == 0
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetFixedWindowLimiter(whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Minute });

    private static string? Account(HttpContext http) => http.RequestServices.GetRequiredService<Me>() is { IsKnown: true } me ? $"{me.Id}" : null;

    private static string Address(HttpContext http) => $"{http.Connection.RemoteIpAddress}";
}
