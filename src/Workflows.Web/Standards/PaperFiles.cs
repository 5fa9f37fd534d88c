using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Processes;
using Workflows.Web.Access;

namespace Workflows.Web.Standards;

/// <summary>Hands out the files of papers: to those who read the roster, and to whoever is charged with the task, so that no browser runs anything of them.</summary>
internal static class PaperFiles
{
    public static void MapPaperFiles(this IEndpointRouteBuilder app) => app.MapGet("/papers/{id:guid}", DownloadAsync).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, Desk desk, Me me, CancellationToken ct)
    {
        var paper = await desk.Db.Papers.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct);
        var isOwn = paper?.TaskId is { } task && me.PersonId is not null
            && await desk.Db.StandardItems.AnyAsync(item => item.Tasks.Any(one => one.Id == task && one.OwnerId == me.PersonId), ct);
        if (paper?.FileName is null || !(isOwn || me.May(Rights.ReadRoster)))
            return Results.NotFound();
        var bytes = await desk.Db.PaperContents.AsNoTracking().Where(one => one.PaperId == id).Select(one => one.Bytes).FirstAsync(ct);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, paper.MediaType, paper.FileName);
    }
}
