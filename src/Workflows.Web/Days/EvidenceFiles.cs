using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Workflows.Processes;
using Workflows.Processes.Days;
using Workflows.Web.Access;

namespace Workflows.Web.Days;

/// <summary>Hands out the photos and files of the day ledger to those concerned, so that no browser runs anything of them in the office's name.</summary>
internal static class EvidenceFiles
{
    public static void MapEvidenceFiles(this IEndpointRouteBuilder app) => app.MapGet("/days/evidence/{id:guid}", DownloadAsync).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, Desk desk, Me me, CancellationToken ct)
    {
        var evidence = await desk.Db.DayEvidence.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, ct);
        var entry = evidence is null ? null : await desk.Db.Days.AsNoTracking().FirstAsync(one => one.Id == evidence.EntryId, ct);
        if (entry is null || await DayActor.FindAsync(desk, me.Id, ct) is not { } actor || !actor.MayRead(entry))
            return Results.NotFound();
        var bytes = await desk.Db.DayEvidenceContents.AsNoTracking().Where(one => one.EvidenceId == id).Select(one => one.Bytes).FirstAsync(ct);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, evidence!.MediaType, evidence.FileName);
    }
}
