using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes;
using Workflows.Processes.WorkItems;

namespace Workflows.Web.Pages;

/// <summary>What somebody looks for in the inbox; all from the address, so that it can be kept as a bookmark.</summary>
/// <param name="Kind">Only this kind of process, by its definition's id.</param>
/// <param name="Due"><c>overdue</c>, or <c>week</c>: due by next Sunday at the latest.</param>
/// <param name="Role">Only what is asked of this role.</param>
/// <param name="Search">Words of the case's title, which names the applicant, or of the item's.</param>
public sealed record InboxFilter(string? Kind, string? Due, OfficeRole? Role, string? Search)
{
    /// <summary>No filter.</summary>
    public static InboxFilter None { get; } = new(null, null, null, null);

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsAny => this != None;
}

/// <summary>
/// What waits for somebody: by their roles, by name, or as a deputy today. Read through the open parts alone, so that it doesn't grow with
/// history, and held to the same mandates by which the decision is judged, so that nothing stands in it that can't be decided.
/// </summary>
public sealed class WaitingList
{
    /// <summary>How many lines a page shows.</summary>
    public const int PageSize = 50;

    private readonly Desk desk;
    private readonly Guid account;
    private readonly IReadOnlyList<Officer> people;

    private WaitingList(Desk desk, Guid account, IReadOnlyList<Officer> people) => (this.desk, this.account, this.people) = (desk, account, people);

    private Officer? Self => people.FirstOrDefault(one => one.AccountId == account);

    /// <summary>A page of what waits, the most urgent first.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="account">For whom.</param>
    /// <param name="filter">What to look for.</param>
    /// <param name="after">The last item of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<WaitingPage> ReadAsync(Desk desk, Guid account, InboxFilter filter, Guid? after, CancellationToken ct)
    {
        List<Guid> ids = [account, .. await desk.AbsentAsync(account, ct)];
        var people = await desk.Db.Users.AsNoTracking().Include(one => one.Hats).Where(one => one.IsActive && ids.Contains(one.Id)).ToListAsync(ct);
        return await new WaitingList(desk, account, people.ConvertAll(one => new Officer(
            one.Id, one.DisplayName, [.. one.Hats.Select(hat => hat.Role)], Interest.Undeclared, one.PersonId) { School = one.School })).ReadAsync(filter, after, ct);
    }

    private async Task<WaitingPage> ReadAsync(InboxFilter filter, Guid? after, CancellationToken ct)
    {
        List<WaitingLine> lines = [];
        while (Self is not null)
        {
            var ids = await ItemsAsync(filter, after, ct);
            foreach (var line in await LinesAsync(ids, ct))
            {
                if (lines.Count == PageSize)
                    return new WaitingPage(await WithNewsAsync(lines, ct), lines[^1].Item.Id);
                if (filter.Role is null || line.Mandate.Part.Role == filter.Role)
                    lines.Add(line);
            }

            if (ids.Count < PageSize)
                break;
            after = ids[^1];
        }

        return new WaitingPage(await WithNewsAsync(lines, ct), null);
    }

    // More than can be decided: who is recused or has spoken is left out in memory, by the mandates.
    private async Task<List<Guid>> ItemsAsync(InboxFilter filter, Guid? after, CancellationToken ct)
    {
        var own = Self!.Roles;
        var absent = people.Where(one => one.AccountId != account).ToList();
        var school = Self.School;
        var lent = absent.SelectMany(one => one.Roles).Distinct().ToList();
        var lenders = absent.ConvertAll(one => (Guid?)one.AccountId);
        var open = desk.Db.WorkItemParts.AsNoTracking().Where(part => part.IsOpen
            && ((own.Contains(part.Role) && (part.AssigneeId == null || part.AssigneeId == account) && (part.School == null || part.School == school))
                || (lent.Contains(part.Role) && (part.AssigneeId == null || lenders.Contains(part.AssigneeId)))));
        var items = Filtered(open, filter).Select(part => new { part.WorkItemId, Due = part.WorkItem.DueOn ?? DateOnly.MaxValue }).Distinct();
        if (after is { } last)
        {
            var due = await desk.Db.WorkItems.Where(item => item.Id == last).Select(item => item.DueOn).FirstOrDefaultAsync(ct) ?? DateOnly.MaxValue;
            items = items.Where(item => item.Due > due || (item.Due == due && item.WorkItemId.CompareTo(last) > 0));
        }

        return await items.OrderBy(item => item.Due).ThenBy(item => item.WorkItemId).Take(PageSize).Select(item => item.WorkItemId).ToListAsync(ct);
    }

    private IQueryable<WorkItemPart> Filtered(IQueryable<WorkItemPart> open, InboxFilter filter)
    {
        if (filter.Kind is { Length: > 0 } kind)
            open = open.Where(part => part.WorkItem.Case.DefinitionId == kind);
        if (filter.Role is { } role)
            open = open.Where(part => part.Role == role);
        var today = desk.Today;
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        if (filter.Due is "overdue")
            open = open.Where(part => part.WorkItem.DueOn < today);
        else if (filter.Due is "week")
            open = open.Where(part => part.WorkItem.DueOn <= sunday);
        return filter.Search?.Trim() is { Length: > 0 } words
            ? open.Where(part => part.WorkItem.Case.TitleZh.Contains(words) || part.WorkItem.Case.TitleEn.Contains(words)
                || part.WorkItem.TitleZh.Contains(words) || part.WorkItem.TitleEn.Contains(words)
                || desk.Db.Applications.Any(one => one.Id == part.WorkItem.Case.ApplicationId && one.Name.Contains(words)))
            : open;
    }

    private async Task<IEnumerable<WaitingLine>> LinesAsync(List<Guid> ids, CancellationToken ct)
    {
        var items = await desk.Db.WorkItems.AsNoTrackingWithIdentityResolution().Include(item => item.Case).Include(item => item.Parts)
            .Where(item => ids.Contains(item.Id)).ToDictionaryAsync(item => item.Id, ct);
        var cases = items.Values.Select(item => item.CaseId).Distinct().ToList();
        var rounds = items.Values.Where(item => item.NeedsDeclaration).Select(item => item.Case.RoundId).Distinct().ToList();
        var names = people.Select(one => one.AccountId).ToList();
        var declarations = await desk.Db.KinshipDeclarations.AsNoTracking()
            .Where(signed => rounds.Contains(signed.RoundId) && names.Contains(signed.AccountId)).ToListAsync(ct);
        var own = (await desk.Db.CaseDeclarations.AsNoTracking()
            .Where(signed => cases.Contains(signed.CaseId) && names.Contains(signed.AccountId)).ToListAsync(ct))
            .ToDictionary(signed => (signed.CaseId, signed.AccountId));
        var worn = await WornHats.InAsync(desk.Db, cases, ct);
        var listed = await desk.Db.ListedAsync(cases, ct);
        return ids.Where(items.ContainsKey).Select(id => items[id]).Select(Line).OfType<WaitingLine>();

        WaitingLine? Line(WorkItem item)
        {
            var officers = people.Select(one => one with
            {
                Interest = KinshipDeclaration.Of(
                    declarations.Find(signed => signed.RoundId == item.Case.RoundId && signed.AccountId == one.AccountId),
                    own.GetValueOrDefault((item.CaseId, one.AccountId)), item.Case, listed.Contains((item.CaseId, one.PersonId))),
                Worn = worn.Of(item.CaseId, one.AccountId),
            }).ToLookup(one => one.AccountId == account);
            var (mandate, hindrance) = Mandates.Find(item, officers[true].Single(), [.. officers[false]]);
            // Who only has to sign the declaration first is told so on the case's page: the work is still theirs.
            var undeclared = hindrance?.Kind is HindranceKind.Interest && officers[true].Single().Interest is Interest.Undeclared && item.NeedsDeclaration
                ? item.Parts.Find(part => part.IsOpen && Self!.IsAskedBy(part) && (part.AssigneeId ?? account) == account) : null;
            return mandate is not null ? new WaitingLine(item, mandate)
                : undeclared is not null ? new WaitingLine(item, new Mandate(undeclared, null)) { NeedsDeclaration = true } : null;
        }
    }

    private async Task<IReadOnlyList<WaitingLine>> WithNewsAsync(List<WaitingLine> lines, CancellationToken ct)
    {
        var news = await desk.Db.NewsAsync(account, lines.Select(line => line.Item.CaseId), ct);
        return lines.ConvertAll(line => line with { News = news.GetValueOrDefault(line.Item.CaseId) });
    }
}

/// <summary>A page of what waits.</summary>
/// <param name="Lines">The lines, the most urgent first.</param>
/// <param name="Last">The last item, when there are more; null on the last page.</param>
public sealed record WaitingPage(IReadOnlyList<WaitingLine> Lines, Guid? Last);

/// <summary>One thing that waits.</summary>
/// <param name="Item">The item with its case.</param>
/// <param name="Mandate">By which right.</param>
public sealed record WaitingLine(WorkItem Item, Mandate Mandate)
{
    /// <summary>Whether the kinship declaration has to be signed first.</summary>
    public bool NeedsDeclaration { get; init; }

    /// <summary>How many entries of the case's record are new to the reader.</summary>
    public int News { get; init; }

    /// <summary>Whether it may be decided together with others.</summary>
    public bool AllowsBulk => Item is { AllowsBulk: true, Requires.Count: 0, Form: WorkItemForm.Decision } && !NeedsDeclaration && !Mandate.Part.AwaitsAdvice;
}
