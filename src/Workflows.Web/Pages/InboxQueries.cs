using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;

namespace Workflows.Web.Pages;

/// <summary>The inbox's other lists, each read through an index and paged by key, so that none grows with history.</summary>
public static class InboxQueries
{
    /// <summary>How many lines a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The open questions to the account, oldest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Asked>> AskedOfAsync(this WorkflowsDb db, Guid account, CancellationToken ct) =>
        await (from question in db.Consultations.AsNoTracking()
               where question.AskedOf == account && question.ClosedAt == null && question.Part.WorkItem.Stage == WorkItemStage.Open
               orderby question.Id
               select new Asked(
                   question, question.Part.WorkItem, question.Part.WorkItem.Case,
                   db.Users.Where(one => one.Id == question.AskedBy).Select(one => one.DisplayName).FirstOrDefault() ?? "")).Take(PageSize).ToListAsync(ct);

    /// <summary>What the account decided, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="after">The last part of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Decided>> DecidedByAsync(this WorkflowsDb db, Guid account, Guid? after, CancellationToken ct)
    {
        var decided = db.WorkItemParts.AsNoTracking().Where(part => part.DecidedBy == account && part.DecidedAt != null);
        if (after is { } last)
        {
            var at = await db.WorkItemParts.Where(part => part.Id == last).Select(part => part.DecidedAt).FirstOrDefaultAsync(ct);
            decided = decided.Where(part => part.DecidedAt < at || (part.DecidedAt == at && part.Id.CompareTo(last) < 0));
        }

        return await decided.OrderByDescending(part => part.DecidedAt).ThenByDescending(part => part.Id).Take(PageSize)
            .Select(part => new Decided(
                part.Id, part.DecidedAt!.Value, part.Outcome!, part.Comment, part.TakenBackAt != null,
                db.Users.Where(one => one.Id == part.OnBehalfOf).Select(one => one.DisplayName).FirstOrDefault(), part.WorkItem, part.WorkItem.Case))
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
        {
            var at = await db.Cases.Where(@case => @case.Id == last).Select(@case => @case.OpenedAt).FirstOrDefaultAsync(ct);
            opened = opened.Where(@case => @case.OpenedAt < at || (@case.OpenedAt == at && @case.Id.CompareTo(last) < 0));
        }

        return await opened.OrderByDescending(@case => @case.OpenedAt).ThenByDescending(@case => @case.Id).Take(PageSize).ToListAsync(ct);
    }

    /// <summary>The copies that the account got (抄送): the unread ones, oldest first, or those it has read, newest first.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="isRead">Which of the two.</param>
    /// <param name="after">The case of the last read copy of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<Copy>> CopiesOfAsync(this WorkflowsDb db, Guid account, bool isRead, Guid? after, CancellationToken ct)
    {
        var copies = db.CaseCopies.AsNoTracking().Where(copy => copy.AccountId == account && copy.ReadAt != null == isRead);
        if (after is { } last)
        {
            var at = await db.CaseCopies.Where(copy => copy.AccountId == account && copy.CaseId == last).Select(copy => copy.SentAt).FirstOrDefaultAsync(ct);
            copies = copies.Where(copy => copy.SentAt < at || (copy.SentAt == at && copy.CaseId.CompareTo(last) < 0));
        }

        var ordered = isRead ? copies.OrderByDescending(copy => copy.SentAt).ThenByDescending(copy => copy.CaseId) : copies.OrderBy(copy => copy.SentAt).ThenBy(copy => copy.CaseId);
        return await ordered.Take(PageSize)
            .Select(copy => new Copy(copy, copy.Case, db.Users.Where(one => one.Id == copy.SentBy).Select(one => one.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(ct);
    }

    /// <summary>How many copies the account hasn't read.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="ct">Ends the wait.</param>
    public static Task<int> UnreadCopiesAsync(this WorkflowsDb db, Guid account, CancellationToken ct) =>
        db.CaseCopies.CountAsync(copy => copy.AccountId == account && copy.ReadAt == null, ct);

    /// <summary>How many entries of the cases' records came, by others' hands, after the account last marked them as read.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="cases">The cases of a page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> NewsAsync(this WorkflowsDb db, Guid account, IEnumerable<Guid> cases, CancellationToken ct)
    {
        var ids = cases.Distinct().ToList();
        return await db.Audit.AsNoTracking()
            .Where(entry => ids.Contains(entry.CaseId) && entry.ActorId != account
                && !db.CaseReadings.Any(reading => reading.CaseId == entry.CaseId && reading.AccountId == account && reading.UpTo >= entry.Number))
            .GroupBy(entry => entry.CaseId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
    }

    /// <summary>A question that waits for the account's advice.</summary>
    public sealed record Asked(Consultation Question, WorkItem Item, Case Case, string By);

    /// <summary>One thing that was decided.</summary>
    public sealed record Decided(
        Guid PartId, DateTimeOffset DecidedAt, string Outcome, string Comment, bool IsTakenBack, string? OnBehalfOf, WorkItem Item, Case Case);

    /// <summary>A copy that the account got.</summary>
    public sealed record Copy(CaseCopy Sent, Case Case, string By);
}
