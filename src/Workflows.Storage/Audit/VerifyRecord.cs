using System.Data;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;

namespace Workflows.Storage.Audit;

/// <summary>Reads the whole record of a database, chain by chain, and holds it against lists of its heads. Reads only.</summary>
public static class VerifyRecord
{
    /// <summary>Checks everything as it is at one moment: the office may go on working.</summary>
    /// <param name="db">The database.</param>
    /// <param name="lists">The lists.</param>
    /// <param name="ct">Ends the check.</param>
    public static async Task<RecordCheck> RunAsync(WorkflowsDb db, IReadOnlyCollection<HeadList> lists, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var check = new RecordCheck(lists);
        var cases = await db.Cases.AsNoTracking().Where(one => one.AuditLength > 0)
            .ToDictionaryAsync(one => one.Id, one => new ChainHead(one.Id, one.AuditLength, one.AuditHead), ct);
        var chain = new List<AuditEntry>();
        await foreach (var entry in db.Audit.AsNoTracking().Include(entry => entry.Personal)
            .OrderBy(entry => entry.CaseId).ThenBy(entry => entry.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (chain is [var first, ..] && first.CaseId != entry.CaseId)
                Look();
            chain.Add(entry);
        }

        Look();
        foreach (var empty in cases.Values)
            check.Look(empty.CaseId, empty.Length, empty.Hash, []);
        return check;

        void Look()
        {
            if (chain is not [var first, ..])
                return;
            var head = cases.Remove(first.CaseId, out var kept) ? kept : new ChainHead(first.CaseId, 0, []);
            check.Look(head.CaseId, head.Length, head.Hash, chain);
            chain.Clear();
        }
    }
}
