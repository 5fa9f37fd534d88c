using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Reminders;
using Workflows.Reminders.Rendering;
using Workflows.Web.Access;

namespace Workflows.Web.Days;

/// <summary>The dates of somebody as a calendar to subscribe to. Whoever has the address reads it without a login, as calendar programs must.</summary>
internal static class CalendarFeed
{
    /// <summary>How often one client may ask in a minute; calendars ask a few times a day.</summary>
    public const int MostPerMinute = 60;

    public static void MapCalendarFeed(this IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{file}", ReadAsync).AllowAnonymous().RequireRateLimiting(Limits.Calendar).ExcludeFromDescription();

    /// <summary>The address of a feed, as people type it into their calendar.</summary>
    public static string Address(HttpContext http, string secret) => $"{Office(http)}/calendar/{secret}.ics";

    private static async Task<IResult> ReadAsync(string file, HttpContext http, Desk desk, CancellationToken ct)
    {
        if (!file.EndsWith(".ics", StringComparison.Ordinal) || file.Length != CalendarSecret.Length + 4)
            return Results.NotFound();
        var hash = CalendarSecret.Hash(file[..CalendarSecret.Length]);
        if (await desk.Db.Users.AsNoTracking().FirstOrDefaultAsync(one => one.CalendarSecretHash == hash && one.IsActive, ct) is not { } account)
            return Results.NotFound();
        var dates = await MyDates.ReadAsync(desk, account, $"{Office(http)}/me", ct);
        return Results.Text(CalendarDay.Write(dates, desk.Now), "text/calendar; charset=utf-8", Encoding.UTF8);
    }

    private static string Office(HttpContext http) => http.RequestServices.GetService<ReminderOptions>() is { } options
        ? options.PublicUrl.TrimEnd('/') : $"{http.Request.Scheme}://{http.Request.Host}";
}
