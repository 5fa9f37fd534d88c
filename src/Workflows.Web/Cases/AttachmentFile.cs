using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>Hands out a file, so that no browser runs or shows anything of it in the office's name.</summary>
internal static class AttachmentFile
{
    /// <summary>The file as an answer; null where the account may not see it at this moment, whatever an earlier answer said.</summary>
    public static async Task<IResult?> FindAsync(HttpContext http, WorkflowsDb db, Me me, Guid attachmentId)
    {
        var ct = http.RequestAborted;
        if (await db.Attachments.AsNoTracking().FirstOrDefaultAsync(one => one.Id == attachmentId, ct) is not { } file)
            return null;
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts).Where(item => item.CaseId == file.CaseId).ToListAsync(ct);
        if (!me.MayRead(items) || !ConfidentialForms.MaySee(me.Roles, items.Find(item => item.Id == file.WorkItemId)?.Form)
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
