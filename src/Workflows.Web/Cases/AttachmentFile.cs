using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>Hands out a file, so that no browser runs or shows anything of it in the office's name.</summary>
internal static class AttachmentFile
{
    /// <summary>The file as an answer; null where the account may not see it at this moment, whatever an earlier answer said.</summary>
    public static async Task<IResult?> FindAsync(HttpContext http, Desk desk, Me me, Guid attachmentId)
    {
        var (ct, db) = (http.RequestAborted, desk.Db);
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == attachmentId, ct) is not { } file)
            return null;
        var form = await db.WorkItems.Where(item => item.Id == file.WorkItemId).Select(item => (WorkItemForm?)item.Form).FirstOrDefaultAsync(ct);
        var @case = await db.Cases.AsNoTracking().FirstAsync(one => one.Id == file.CaseId, ct);
        if (!await desk.MayReadAsync(me.Id, @case, ct) || !ConfidentialForms.MaySee(me.Roles, form)
            || (file.RemovedAt is not null && !me.Wears(OfficeRole.Auditor)))
        {
            return null;
        }

        var bytes = await db.AttachmentContents.AsNoTracking().Where(one => one.AttachmentId == attachmentId)
            .Select(one => one.Bytes).FirstAsync(ct);
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.File(bytes, file.MediaType, file.FileName);
    }
}
