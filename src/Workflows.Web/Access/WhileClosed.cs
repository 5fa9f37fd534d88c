using Microsoft.AspNetCore.Http;
using Workflows.Web.Pages;

namespace Workflows.Web.Access;

/// <summary>Answers 503 while the office isn't open, before anything is asked of the database.</summary>
public sealed class WhileClosed(RequestDelegate next, OfficeDoor door)
{
    /// <summary>Goes on when the office is open.</summary>
    public Task InvokeAsync(HttpContext http) =>
        door.WhyClosed is null ? next(http) : ErrorPages.WriteAsync(http, StatusCodes.Status503ServiceUnavailable);
}
