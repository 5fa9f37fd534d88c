using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Storage;

namespace Workflows.Web.Letters;

/// <summary>The ledger of letters, newest first: what is planned, was sent, put off, refused, with the server's words.</summary>
public static class LetterLedger
{
    /// <summary>How many lines a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>One page of the ledger.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="after">The last letter of the page before; null for the first page.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<IReadOnlyList<LedgerLine>> LedgerAsync(this WorkflowsDb db, LedgerFilter filter, Guid? after, CancellationToken ct)
    {
        var letters = db.Letters.AsNoTracking();
        if (filter.State is { } state)
            letters = letters.In(state);
        if (filter.Clause is { } clause)
            letters = letters.Where(letter => letter.Obligation!.StartsWith(clause + "/"));
        if (filter.Search is { } search)
            letters = letters.Where(letter => letter.Name.Contains(search) || letter.Subject!.Contains(search));
        if (filter.PersonId is { } person)
        {
            var part = $"/{person}/";
            letters = letters.Where(letter => letter.Obligation!.Contains(part));
        }

        if (after is { } last)
            letters = letters.Where(letter => letter.Id.CompareTo(last) < 0);
        return await letters.OrderByDescending(letter => letter.Id).Take(PageSize).Select(letter => new LedgerLine(
            letter.Id, letter.Key, letter.Template, letter.Obligation, letter.Subject, letter.Name, letter.Address, letter.Phase, letter.Attempts,
            letter.DueAt, letter.AcceptedAt, letter.BouncedAt, letter.LastReply)).ToListAsync(ct);
    }
}

/// <summary>What is looked for in the ledger; what is null isn't asked.</summary>
/// <param name="State">The state.</param>
/// <param name="Clause">The clause, <c>R12</c>.</param>
/// <param name="Search">Part of a recipient's name or of a subject.</param>
/// <param name="PersonId">The person whom it is about.</param>
public sealed record LedgerFilter(LetterState? State, string? Clause, string? Search, Guid? PersonId);

/// <summary>One line of the ledger.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Key">Its key.</param>
/// <param name="Template">Its template.</param>
/// <param name="Obligation">What it reminds of; null for other letters.</param>
/// <param name="Subject">Its subject, once it is written.</param>
/// <param name="Name">The recipient.</param>
/// <param name="Address">The recipient's address.</param>
/// <param name="Phase">The phase.</param>
/// <param name="Attempts">How often it was handed over.</param>
/// <param name="DueAt">From when it may go out.</param>
/// <param name="AcceptedAt">When a server took it.</param>
/// <param name="BouncedAt">When it came back.</param>
/// <param name="LastReply">The server's last words.</param>
public sealed record LedgerLine(
    Guid Id, string Key, string Template, string? Obligation, string? Subject, string Name, string Address, LetterPhase Phase, int Attempts,
    DateTimeOffset DueAt, DateTimeOffset? AcceptedAt, DateTimeOffset? BouncedAt, string LastReply)
{
    /// <summary>Where it stands.</summary>
    public LetterState State => LetterStates.Of(Phase, Attempts, BouncedAt);

    /// <summary>The clause that it reminds of; null for other letters.</summary>
    public string? Clause => Obligation?.Split('/')[0];
}
