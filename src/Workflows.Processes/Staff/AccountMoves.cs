using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Workflows.Storage.Identity;

namespace Workflows.Processes.Staff;

/// <summary>What the use cases on accounts share: the account, the last HR, a new password, the line in the office's record.</summary>
internal static class AccountMoves
{
    /// <summary>The answer where there is no such account.</summary>
    public static Answer Missing { get; } = Answer.Refused(Refusal.NotFound, "没有这个账户。", "There is no such account.");

    /// <summary>The account with its roles, for a change; null when there is none.</summary>
    public static Task<Account?> AccountAsync(this Desk desk, Guid id, CancellationToken ct) =>
        desk.Db.Users.Include(one => one.Hats).FirstOrDefaultAsync(one => one.Id == id, ct);

    /// <summary>A refusal when nobody else would hold HR any more: nobody could open accounts or assign orphaned work.</summary>
    public static async Task<Answer?> RefusalOfLastHrAsync(this Desk desk, Account account, CancellationToken ct) =>
        account.Wears(OfficeRole.HumanResources)
            && !await desk.Db.Users.AnyAsync(other => other.Id != account.Id && other.IsActive
                && other.Hats.Any(hat => hat.Role == OfficeRole.HumanResources), ct)
            ? Answer.Refused(Refusal.NotAllowed, "这是最后一个在用的人事干部账户，不能停用或去掉这个角色。请先开设另一个。",
                "This is the last active HR account: it can't be closed or lose that role. Open another one first.")
            : null;

    /// <summary>A refusal when the roles are none, unknown, or not to be held together.</summary>
    public static Answer? RefusalOfRoles(IReadOnlyCollection<OfficeRole> roles)
    {
        if (roles.Count == 0 || !roles.All(Enum.IsDefined))
            return Answer.Refused(Refusal.Invalid, "请至少选择一个角色。", "Choose at least one role.");
        return RoleSeparation.Conflict(roles) is { } conflict ? Answer.Refused(Refusal.Invalid, [conflict]) : null;
    }

    /// <summary>The school that goes with the roles; null where none does.</summary>
    public static string? SchoolOf(IReadOnlyCollection<OfficeRole> roles, string? school) =>
        roles.Contains(OfficeRole.School) && school?.Trim() is { Length: > 0 } name ? name : null;

    /// <summary>A refusal when the role of a school has no school of the list, or a school no such role.</summary>
    public static async Task<Answer?> RefusalOfSchoolAsync(this Desk desk, IReadOnlyCollection<OfficeRole> roles, string? school, CancellationToken ct)
    {
        var name = school?.Trim() ?? "";
        if (!roles.Contains(OfficeRole.School))
        {
            return name.Length == 0 ? null
                : Answer.Refused(Refusal.Invalid, "只有“学校”角色的账户属于一所学校；请去掉学校，或勾选“学校”角色。", "Only an account with the role of a school belongs to one: leave the school out, or add the role.");
        }

        if (name.Length == 0)
            return Answer.Refused(Refusal.Invalid, "“学校”角色须写明是哪一所学校。", "The role of a school asks for the school: choose it.");
        return await desk.Db.Schools.AnyAsync(one => one.Name == name, ct) ? null
            : Answer.Refused(Refusal.Invalid, $"“{name}”不在学校名单里，请从名单中选择。", $"“{name}” isn't in the list of schools: choose one of them.");
    }

    /// <summary>A refusal of a one-time password that is too short.</summary>
    public static Answer? RefusalOfPassword(string password) => password.Length >= OneTimePassword.ShortestLength ? null
        : Answer.Refused(Refusal.Invalid, $"一次性密码至少{OneTimePassword.ShortestLength}位。", $"A one-time password has at least {OneTimePassword.ShortestLength} characters.");

    /// <summary>Gives the account a password that its owner must change, and ends its sessions.</summary>
    public static void GivePassword(this Desk desk, Account account, string password)
    {
        account.PasswordHash = AccountPasswords.Hasher.HashPassword(account, password);
        account.MustChangePassword = true;
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        desk.EndSessions(account);
    }

    /// <summary>
    /// Closes the account: its sessions end on every node, its calendar's address is gone, and nobody stands in for it or is stood in for by it. What waited for it
    /// alone shows as orphaned by itself.
    /// </summary>
    public static async Task CloseAsync(this Desk desk, Account account, CancellationToken ct)
    {
        (account.IsActive, account.CalendarSecretHash) = (false, null);
        desk.EndSessions(account);
        var today = desk.Today;
        foreach (var deputyship in await desk.Db.Deputyships
            .Where(one => (one.DeputyId == account.Id || one.PrincipalId == account.Id) && one.EndedAt == null && one.Until >= today).ToListAsync(ct))
            deputyship.EndedAt = desk.Now;
    }

    /// <summary>Makes the account's running sessions worthless.</summary>
    public static void EndSessions(this Desk desk, Account account)
    {
        account.SecurityStamp = $"{Guid.CreateVersion7(desk.Now):N}";
        account.ConcurrencyStamp = $"{Guid.CreateVersion7(desk.Now)}";
    }

    /// <summary>Writes what was done to an account into the office's record.</summary>
    public static Task RecordAsync(this Desk desk, string action, Guid? actor, Account account, CancellationToken ct,
        string oldValue = "", string newValue = "", string reason = "") =>
        desk.RecordInOfficeAsync(new AuditLine(action, actor)
        {
            Subject = $"{account.Id}", OldValue = oldValue, NewValue = newValue, Reason = reason.Trim(),
        }, ct);

    /// <summary>Roles as the record writes them.</summary>
    public static string Written(this IEnumerable<OfficeRole> roles) => string.Join(' ', roles.Distinct().Order());

    /// <summary>Done, with a word of caution where the roles ask for one.</summary>
    public static Answer DoneWith(IReadOnlyCollection<OfficeRole> roles, string zh, string en, Guid id)
    {
        var done = Answer.Done(zh, en, id);
        return RoleSeparation.Caution(roles) is { } caution ? done with { Reasons = [.. done.Reasons, caution] } : done;
    }
}
