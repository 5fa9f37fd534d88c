using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Processes.Cases;

/// <summary>Who may read a case, and who works on it: no more people than their part in it needs.</summary>
public static class CaseReaders
{
    private static readonly OfficeRole[] ReadEverything = [OfficeRole.HumanResources, OfficeRole.Leadership, OfficeRole.Auditor];

    /// <summary>
    /// HR, leadership and the auditor read every case; others those in which they were asked something, by role, by name or for advice, and
    /// those of which they have a copy. A record that belongs to no case is read on the audit's pages alone, and nobody writes into it but its use cases.
    /// </summary>
    public static async Task<bool> MayReadAsync(this Desk desk, Guid account, Case @case, CancellationToken ct) =>
        !OfficeRecord.Holds(@case.Id) && await desk.HatsAsync(account, ct) is { Count: > 0 } roles && (roles.Intersect(ReadEverything).Any()
            || await desk.IsAskedAsync(account, roles, @case, ct)
            || await desk.Db.CaseCopies.AnyAsync(copy => copy.CaseId == @case.Id && copy.AccountId == account, ct));

    /// <summary>HR, leadership and everybody who was asked something in the case work on it; the auditor and readers of a copy don't.</summary>
    public static async Task<bool> WorksOnAsync(this Desk desk, Guid account, Case @case, CancellationToken ct) =>
        await desk.HatsAsync(account, ct) is { Count: > 0 } roles
        && (roles.Contains(OfficeRole.HumanResources) || roles.Contains(OfficeRole.Leadership) || await desk.IsAskedAsync(account, roles, @case, ct));

    private static Task<List<OfficeRole>> HatsAsync(this Desk desk, Guid account, CancellationToken ct) => desk.Db.Hats
        .Where(hat => hat.AccountId == account && desk.Db.Users.Any(one => one.Id == account && one.IsActive)).Select(hat => hat.Role).ToListAsync(ct);

    private static async Task<bool> IsAskedAsync(
        this Desk desk, Guid account, List<OfficeRole> roles, Case @case, CancellationToken ct)
    {
        var today = desk.Today;
        var school = roles.Contains(OfficeRole.School)
            ? await desk.Db.Users.Where(one => one.Id == account).Select(one => one.School).FirstOrDefaultAsync(ct) : null;
        var deputyOf = desk.Db.Deputyships
            .Where(one => one.DeputyId == account && one.EndedAt == null && one.From <= today && today <= one.Until)
            .Select(one => one.PrincipalId);
        return await desk.Db.WorkItemParts.AnyAsync(
            part => part.WorkItem.CaseId == @case.Id && ((roles.Contains(part.Role) && (part.School == null || part.School == school)) || part.AssigneeId == account || part.DecidedBy == account
                || desk.Db.Hats.Any(hat => hat.Role == part.Role && deputyOf.Contains(hat.AccountId))), ct)
            || await desk.Db.Consultations.AnyAsync(one => one.Part.WorkItem.CaseId == @case.Id && one.AskedOf == account, ct);
    }
}
