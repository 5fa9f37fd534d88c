using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.WorkItems;

/// <summary>What several use cases on work items share: who stands in for whom, who a colleague is, and the end of an item.</summary>
internal static class WorkItemMoves
{
    /// <summary>Closes the item when its parts make an outcome, and wishes the case on; false while it still waits.</summary>
    public static async Task<bool> ConcludeAsync(this Desk desk, WorkItem item, Guid operationId, CancellationToken ct)
    {
        if (ItemRules.Outcome(item) is not { } outcome)
        {
            item.Settle();
            return false;
        }

        item.Outcome = outcome;
        item.ChangedAt = desk.Now;
        item.Close(WorkItemStage.Decided, desk.Now);
        await desk.Engine.SignalAsync(item.CaseId, item.WaitId, outcome, operationId, ct);
        return true;
    }

    /// <summary>The absent colleagues for whom the account stands in today, as far as they are still in office.</summary>
    public static async Task<IReadOnlyList<Officer>> PrincipalsAsync(this Desk desk, Guid deputy, Case @case, CancellationToken ct)
    {
        var today = desk.Today;
        var principals = await desk.Db.Deputyships.AsNoTracking()
            .Where(one => one.DeputyId == deputy && one.EndedAt == null && one.From <= today && today <= one.Until)
            .Select(one => one.PrincipalId).Distinct().ToListAsync(ct);
        List<Officer> officers = [];
        foreach (var principal in principals)
        {
            if (await desk.OfficerAsync(principal, @case, ct) is { Roles.Count: > 0 } officer)
                officers.Add(officer);
        }

        return officers;
    }

    /// <summary>An active account with its roles and its interest in a case; null when there is none.</summary>
    public static async Task<Officer?> OfficerAsync(this Desk desk, Guid accountId, Case @case, CancellationToken ct)
    {
        var account = await desk.Db.Users.AsNoTracking().Include(one => one.Hats)
            .FirstOrDefaultAsync(one => one.Id == accountId && one.IsActive, ct);
        if (account is null)
            return null;
        var declaration = await desk.Db.KinshipDeclarations.AsNoTracking()
            .FirstOrDefaultAsync(signed => signed.RoundId == @case.RoundId && signed.AccountId == accountId, ct);
        var own = await desk.Db.CaseDeclarations.AsNoTracking()
            .FirstOrDefaultAsync(signed => signed.CaseId == @case.Id && signed.AccountId == accountId, ct);
        var listed = await desk.Db.ListedAsync([@case.Id], ct);
        return new Officer(
            account.Id, account.DisplayName, [.. account.Hats.Select(hat => hat.Role)],
            KinshipDeclaration.Of(declaration, own, @case, listed.Contains((@case.Id, account.PersonId))), account.PersonId)
        {
            School = account.School, Worn = (await WornHats.InAsync(desk.Db, [@case.Id], ct)).Of(@case.Id, accountId),
        };
    }

    /// <summary>Why an account can't be given a part of the item to decide; null when it can.</summary>
    public static async Task<Answer?> RefusalOfAssigneeAsync(
        this Desk desk, WorkItem item, OfficeRole role, string? school, Guid accountId, CancellationToken ct)
    {
        if (await desk.OfficerAsync(accountId, item.Case, ct) is not { } officer)
            return Answer.Refused(Refusal.Invalid, "没有这位同事，或其账户已停用。", "There is no such colleague, or the account is closed.");
        if (!officer.Roles.Contains(role))
        {
            var name = OfficeRoles.Name(role);
            return Answer.Refused(Refusal.Invalid, $"{officer.Name}不是{name.Zh}，无权办理。", $"{officer.Name} doesn't act for {name.En} and may not decide this.");
        }

        if (school is not null && officer.School != school)
            return Answer.Refused(Refusal.Invalid, $"{officer.Name}不是{school}的账户，无权代表该校办理。", $"{officer.Name} doesn't act for {school} and may not decide for it.");
        if ((item.NeedsDeclaration || officer.Interest is Interest.Oneself) && officer.IsConcernedBy(item.Case))
            return Answer.Refused(Refusal.Invalid, $"{officer.Name}应当回避（暂行规定第27条）。", $"{officer.Name} is concerned and recused (2005 provisions, Art. 27).");
        var hasSpoken = item.Parts.Exists(part => part.Outcome is not null && (part.DecidedBy == accountId || part.OnBehalfOf == accountId));
        return hasSpoken || (officer.Worn is { } worn && worn != role)
            ? Answer.Refused(Refusal.Invalid, $"{officer.Name}在本办件中已经办理过，不能再以另一身份办理。", $"{officer.Name} has already decided in this case and can't decide it again under another hat.")
            : null;
    }
}
