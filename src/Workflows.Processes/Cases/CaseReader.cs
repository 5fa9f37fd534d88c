using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Cases;

/// <summary>An account that wants to do something in a case it may read, with the roles it holds at this moment.</summary>
/// <param name="Case">The case.</param>
/// <param name="Items">Its items with their parts.</param>
/// <param name="Roles">The roles held.</param>
/// <param name="WorksOnIt">Whether the account works on the case, and doesn't only read it.</param>
internal sealed record CaseReader(Case Case, IReadOnlyList<WorkItem> Items, IReadOnlyList<OfficeRole> Roles, bool WorksOnIt)
{
    /// <summary>Whoever has no such case, or may not read it, learns the same: nothing.</summary>
    public static Answer NoSuchCase => Answer.Refused(Refusal.NotFound, "没有这个办件，或者您无权查看。", "There is no such case, or it isn't for you to read.");

    /// <summary>The same for a file.</summary>
    public static Answer NoSuchFile => Answer.Refused(Refusal.NotFound, "没有这个附件，或者您无权查看。", "There is no such file, or it isn't for you to see.");

    /// <summary>Audit, and whoever has only a copy, read and change nothing.</summary>
    public Answer? RefusalToWrite => WorksOnIt
        ? null
        : Answer.Refused(Refusal.NotAllowed, "您只能查阅这个办件，不能改动。", "You may read this case, and change nothing in it.");

    /// <summary>The reader; null where there is no such case or the account may not read it.</summary>
    public static async Task<CaseReader?> FindAsync(Desk desk, Guid caseId, Guid actor, CancellationToken ct)
    {
        // The case comes first: whatever is decided in it after this raises its version, and the save then looks again.
        if (await desk.Db.Cases.FindAsync([caseId], ct) is not { } @case)
            return null;
        var roles = await desk.Db.Hats
            .Where(hat => hat.AccountId == actor && desk.Db.Users.Any(account => account.Id == actor && account.IsActive))
            .Select(hat => hat.Role).ToListAsync(ct);
        var items = await desk.Db.WorkItems.AsNoTracking().Include(item => item.Parts)
            .Where(item => item.CaseId == caseId).ToListAsync(ct);
        return await desk.MayReadAsync(actor, @case, ct)
            ? new CaseReader(@case, items, roles, await desk.WorksOnAsync(actor, @case, ct))
            : null;
    }

    /// <summary>A file with the reader of its case; null where there is no such file or the account may not see it.</summary>
    public static async Task<(CaseReader Reader, Attachment File)?> FindFileAsync(Desk desk, Guid attachmentId, Guid actor, CancellationToken ct)
    {
        var caseId = await desk.Db.Attachments.Where(one => one.Id == attachmentId).Select(one => (Guid?)one.CaseId).FirstOrDefaultAsync(ct);
        if (caseId is null || await FindAsync(desk, caseId.Value, actor, ct) is not { } reader)
            return null;
        var file = await desk.Db.Attachments.FirstAsync(one => one.Id == attachmentId, ct);
        return reader.MaySee(file.WorkItemId) ? (reader, file) : null;
    }

    /// <summary>Whether a file put to that item is for this account to see; null is the case as a whole.</summary>
    public bool MaySee(Guid? workItemId) =>
        workItemId is not { } id || (Items.FirstOrDefault(item => item.Id == id) is { } found && ConfidentialForms.MaySee(Roles, found.Form));
}
