using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Workflows.Web.Access;

/// <summary>The numbers of the events that an operator looks for in the log, without a word of whom they are about but an account's id; <c>deploy/security.md</c> lists them.</summary>
internal static class SecurityEvents
{
    public static readonly EventId LoggedIn = new(4001, nameof(LoggedIn));
    public static readonly EventId LoginFailed = new(4002, nameof(LoginFailed));
    public static readonly EventId LoginLocked = new(4003, nameof(LoginLocked));
    public static readonly EventId LoggedOut = new(4004, nameof(LoggedOut));
    public static readonly EventId AccountChanged = new(4005, nameof(AccountChanged));
    public static readonly EventId Denied = new(4006, nameof(Denied));
    public static readonly EventId Forged = new(4007, nameof(Forged));
    public static readonly EventId TooOften = new(4008, nameof(TooOften));
    public static readonly EventId BureauAway = new(4009, nameof(BureauAway));

    /// <summary>Leaves a line about a request that came without its token or header: from another site, or from a page that was open too long.</summary>
    public static void NoteForged(this HttpContext http) => http.RequestServices.GetRequiredService<ILogger<LoginOptions>>().LogWarning(
        Forged, "没有令牌的请求 / a request without its token: {Method} {Route} from {Address}",
        http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, http.Connection.RemoteIpAddress);
}
