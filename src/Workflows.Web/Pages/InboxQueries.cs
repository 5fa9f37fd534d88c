using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;

namespace Workflows.Web.Pages;

/// <summary>The inbox's three lists, each read through an index and paged by key, so that none grows with history.</summary>
public static class InboxQueries
{
    /// <summary>How many lines a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>What waits for holders of the roles, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="after">The last part of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Waiting>> WaitingForAsync(
        this WorkflowsDb db, IReadOnlyList<OfficeRole> roles, Guid? after, CancellationToken ct)
    {
        var open = db.WorkItemParts.AsNoTracking().Where(part => part.IsOpen && roles.Contains(part.Role));
        if (after is { } last)
            open = open.Where(part => part.Id.CompareTo(last) > 0);
        return await open.OrderBy(part => part.Id).Take(PageSize)
            .Select(part => new Waiting(part.Id, part.Role, part.WorkItem, part.WorkItem.Case)).ToListAsync(ct);
    }

    /// <summary>What the account decided, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="before">The last instant of the page before, in milliseconds since 1970; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Decided>> DecidedByAsync(this WorkflowsDb db, Guid account, long? before, CancellationToken ct)
    {
        var decided = db.WorkItemParts.AsNoTracking().Where(part => part.DecidedBy == account && part.DecidedAt != null);
        if (before is { } milliseconds)
        {
            var instant = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            decided = decided.Where(part => part.DecidedAt < instant);
        }

        return await decided.OrderByDescending(part => part.DecidedAt).Take(PageSize)
            .Select(part => new Decided(part.DecidedAt!.Value, part.Outcome!, part.Comment, part.WorkItem, part.WorkItem.Case))
                .ToListAsync(ct);
    }

    /// <summary>The cases the account opened, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="after">The last case of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Case>> OpenedByAsync(this WorkflowsDb db, Guid account, Guid? after, CancellationToken ct)
    {
        var opened = db.Cases.AsNoTracking().Where(@case => @case.OpenedBy == account);
        if (after is { } last)
            opened = opened.Where(@case => @case.Id.CompareTo(last) < 0);
        return await opened.OrderByDescending(@case => @case.Id).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>One thing that waits.</summary>
    public sealed record Waiting(Guid PartId, OfficeRole Role, WorkItem Item, Case Case);

    /// <summary>One thing that was decided.</summary>
    public sealed record Decided(DateTimeOffset DecidedAt, string Outcome, string Comment, WorkItem Item, Case Case);
}
