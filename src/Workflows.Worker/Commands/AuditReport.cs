using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Audit;

namespace Workflows.Worker.Commands;

/// <summary>What <c>audit verify</c> prints.</summary>
/// <param name="Whole">Whether everything is as it was.</param>
/// <param name="Lists">The lists it was held against, by file, oldest first.</param>
/// <param name="Newest">The instant of the newest of them; what was recorded after it is checked by its own chain alone. Null without a list.</param>
/// <param name="Chains">How many chains were looked at.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Erased">How many of them had personal values that were erased by law.</param>
/// <param name="Findings">What isn't as it was.</param>
public sealed record AuditReport(
    bool Whole, IReadOnlyList<string> Lists, string? Newest, int Chains, long Entries, long Erased, IReadOnlyList<AuditReport.Finding> Findings)
{
    /// <summary>The report of a check.</summary>
    public static async Task<AuditReport> OfAsync(
        WorkflowsDb db, IReadOnlyList<HeadList> lists, IReadOnlyList<RefusedList> refused, RecordCheck check, CancellationToken ct)
    {
        var found = check.End();
        var ids = found.Select(one => one.CaseId).ToList();
        var titles = await db.Cases.Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.TitleZh, ct);
        var findings = refused.Select(list => new Finding($"{list.Why}", null, null, null, list.File, Said(list)))
            .Concat(found.Select(one => new Finding($"{one.Fault}", one.CaseId, titles.GetValueOrDefault(one.CaseId), one.Number, one.List, Said(one)))).ToList();
        return new AuditReport(
            findings.Count == 0, [.. lists.OrderBy(list => list.MadeAt).Select(list => list.Source)],
            lists.Count == 0 ? null : lists.Max(list => list.MadeAt).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            check.Chains, check.Entries, check.Erased, findings);
    }

    private static Bilingual Said(RefusedList list) => list.Why is HeadListFault.OtherKey
        ? new("清单由另一把密钥签署", "another key signed the list")
        : new("清单在签署之后被改动", "the list was changed after it was signed");

    private static Bilingual Said(RecordFinding one) => one.Fault switch
    {
        RecordFault.Broken => new($"第 {one.Number} 条与记录链不符：被改动、删除、调换或插入", $"entry {one.Number} doesn't fit the chain: changed, removed, moved or put in"),
        RecordFault.Rewritten => new($"前 {one.Number} 条不是清单所记的那些：记录链被重写", $"the first {one.Number} entries aren't those that were listed: the chain was written anew"),
        RecordFault.CutTail => new($"从第 {one.Number} 条起缺失，清单上有", $"entries from {one.Number} on are missing, and are on the list"),
        RecordFault.Gone => new("清单上的整条记录链不见了", "the whole chain is missing, and is on the list"),
        RecordFault.Backdated => new($"第 {one.Number} 条的时间早于清单，清单上却没有：事后补入", $"entry {one.Number} is dated before the list and isn't on it: put in later"),
        _ => throw new ArgumentOutOfRangeException(nameof(one), one.Fault, "A fault without a sentence."),
    };

    /// <summary>Something that isn't as it was.</summary>
    /// <param name="Fault">A <see cref="RecordFault"/>, or of a list a <see cref="HeadListFault"/>.</param>
    /// <param name="Case">The case whose chain it is; null when it is about a list.</param>
    /// <param name="Title">The case's title; null where the case is gone.</param>
    /// <param name="Entry">The entry at which it shows, from 1.</param>
    /// <param name="List">The list that tells it; empty when the chain itself does.</param>
    /// <param name="Explanation">In words.</param>
    public sealed record Finding(string Fault, Guid? Case, string? Title, int? Entry, string List, Bilingual Explanation);

    /// <summary>A list that doesn't count.</summary>
    /// <param name="File">Its file.</param>
    /// <param name="Why">Why not.</param>
    public sealed record RefusedList(string File, HeadListFault Why);
}
