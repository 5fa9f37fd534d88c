using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>One file in a case's list.</summary>
/// <param name="File">The file, without its bytes.</param>
/// <param name="Author">Who uploaded it, by name.</param>
/// <param name="Item">The item it was put to; null for the case as a whole.</param>
/// <param name="MayTakeBack">Whether the asking account may still take it back.</param>
public sealed record AttachmentLine(Attachment File, string Author, WorkItem? Item, bool MayTakeBack);

/// <summary>Lists the files of a case for the account that asks.</summary>
internal static class AttachmentLines
{
    /// <summary>The files it may see, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="me">Who asks.</param>
    /// <param name="worksOnIt">Whether the asking account works on the case, and doesn't only read it.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="items">Its items.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<AttachmentLine>> OfAsync(
        WorkflowsDb db, Me me, bool worksOnIt, Guid caseId, IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var rows = await (
            from file in db.Attachments.AsNoTracking()
            where file.CaseId == caseId
            join account in db.Users on file.UploadedBy equals account.Id
            orderby file.Id
            select new { file, account.DisplayName }).ToListAsync(ct);
        return
        [
            .. from row in rows
               let item = items.FirstOrDefault(one => one.Id == row.file.WorkItemId)
               where ConfidentialForms.MaySee(me.Roles, item?.Form)
               select new AttachmentLine(row.file, row.DisplayName, item, worksOnIt && MayTakeBack(row.file, me, items)),
        ];
    }

    private static bool MayTakeBack(Attachment file, Me me, IReadOnlyList<WorkItem> items) =>
        file.UploadedBy == me.Id && file.RemovedAt is null && !file.WasDecidedOn(items);
}
