using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.WorkItems;

/// <summary>One thing that waits for nobody, why, and who could decide it.</summary>
/// <param name="Part">The part that nobody can decide.</param>
/// <param name="Item">Its item, with case and parts.</param>
/// <param name="Why">Why nobody can.</param>
/// <param name="Candidates">The colleagues to whom it could be given.</param>
public sealed record Orphan(WorkItemPart Part, WorkItem Item, Bilingual Why, IReadOnlyList<Officer> Candidates);

/// <summary>The orphans as HR sees them.</summary>
public static class OrphanList
{
    /// <summary>How many a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The orphans, oldest first; the rest comes into view as these are dealt with.</summary>
    public static async Task<IReadOnlyList<Orphan>> OrphanListAsync(this Desk desk, CancellationToken ct)
    {
        var ids = (await desk.OrphansAsync(null, ct)).Order().Take(PageSize).ToList();
        var parts = await desk.Db.WorkItemParts.AsNoTrackingWithIdentityResolution().Where(part => ids.Contains(part.Id))
            .Include(part => part.WorkItem).ThenInclude(item => item.Case)
            .Include(part => part.WorkItem).ThenInclude(item => item.Parts).OrderBy(part => part.Id).ToListAsync(ct);
        var named = parts.Select(part => part.AssigneeId).OfType<Guid>().ToList();
        var names = await desk.Db.Users.AsNoTracking().Where(one => named.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.DisplayName, ct);
        List<Orphan> orphans = [];
        foreach (var group in parts.GroupBy(part => part.WorkItem.CaseId))
        {
            var colleagues = await desk.ColleaguesAsync(group.First().WorkItem.Case, ct);
            orphans.AddRange(group.Select(part => Explain(part, colleagues, names)));
        }

        return orphans;
    }

    private static Orphan Explain(WorkItemPart part, IReadOnlyList<Officer> colleagues, Dictionary<Guid, string> names)
    {
        var item = part.WorkItem;
        var holders = colleagues.Where(one => one.IsAskedBy(part)).ToList();
        var able = holders.Where(one => !one.IsConcernedBy(item.Case) && !HasDecided(one, part)).ToList();
        var role = OfficeRoles.Name(part.Role);
        var why = (part.AssigneeId, holders.Count) switch
        {
            ({ } named, _) when holders.Find(one => one.AccountId == named) is { } holder && HasDecided(holder, part) => new Bilingual(
                $"指定的{holder.Name}在本办件中已经办理过，不能再以这个身份办理", $"{holder.Name}, to whom it was given, has decided in this case already"),
            ({ } named, _) when holders.Exists(one => one.AccountId == named) =>
                new Bilingual($"指定的{names.GetValueOrDefault(named)}应当回避", $"{names.GetValueOrDefault(named)}, to whom it was given, is recused"),
            ({ } named, _) => new Bilingual(
                $"指定的{names.GetValueOrDefault(named)}已停用或不再属于“{role.Zh}”", $"{names.GetValueOrDefault(named)}, to whom it was given, no longer acts for {role.En}"),
            (null, 0) when part.School is { } school => new Bilingual(
                $"{school}现在没有在用的账户：请先为该校开设账户", $"{school} has no account now: open one for the school first"),
            (null, 0) => new Bilingual($"“{role.Zh}”现在没有在用的账户", $"nobody acts for {role.En} now"),
            _ when holders.Exists(one => HasDecided(one, part)) => new Bilingual(
                $"“{role.Zh}”的人在本办件中都已经办理过或应当回避，一人不能以两种身份办理",
                $"everybody who acts for {role.En} has decided in this case already or is recused"),
            _ => new Bilingual($"“{role.Zh}”的人都应当回避", $"everybody who acts for {role.En} is recused"),
        };
        return new Orphan(part, item, why, able);
    }

    private static bool HasDecided(Officer officer, WorkItemPart part) => (officer.Worn is { } worn && worn != part.Role)
        || part.WorkItem.Parts.Exists(other =>
            other.Outcome is not null && (other.DecidedBy == officer.AccountId || other.OnBehalfOf == officer.AccountId));
}
