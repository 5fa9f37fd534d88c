using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Notices;

namespace Workflows.Processes.Notices;

/// <summary>How use cases and steps find a notice.</summary>
internal static class FindNotice
{
    /// <summary>A notice with its objections, or null.</summary>
    public static Task<PublicNotice?> NoticeAsync(this Desk desk, Guid noticeId, CancellationToken ct) =>
        desk.Db.Notices.Include(notice => notice.Objections).FirstOrDefaultAsync(notice => notice.Id == noticeId, ct);

    /// <summary>The case's notice that isn't concluded, with its objections.</summary>
    public static async Task<PublicNotice> RunningNoticeAsync(this Desk desk, Guid caseId, CancellationToken ct)
    {
        // The step before may have posted it in this very unit of work, so the change tracker is asked too.
        await desk.Db.Notices.Include(notice => notice.Objections)
            .Where(notice => notice.CaseId == caseId && notice.ConcludedOn == null).LoadAsync(ct);
        return desk.Db.Notices.Local.SingleOrDefault(notice => notice.CaseId == caseId && notice.ConcludedOn is null)
            ?? throw new InvalidOperationException($"No notice is posted in case {caseId}.");
    }
}
