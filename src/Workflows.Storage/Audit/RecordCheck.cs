using Workflows.Personnel.Cases;

namespace Workflows.Storage.Audit;

/// <summary>
/// Holds the record against lists of its heads that were kept elsewhere. A chain alone tells of a clumsy hand; whoever can write to the database
/// can also write all hashes anew, and only a list that they can't sign tells of that.
/// </summary>
/// <param name="lists">The lists, checked for their signatures, in any order.</param>
public sealed class RecordCheck(IReadOnlyCollection<HeadList> lists)
{
    // An entry is dated when it is decided and in the record when that is committed: in between lies less than this.
    private static readonly TimeSpan LongestCommit = TimeSpan.FromHours(1);

    private readonly List<RecordFinding> findings = [];
    private readonly HashSet<Guid> missing = [.. lists.SelectMany(list => list.Heads.Keys)];
    private readonly HeadList[] ordered = [.. lists.OrderBy(list => list.MadeAt)];

    /// <summary>How many chains were looked at.</summary>
    public int Chains { get; private set; }

    /// <summary>How many entries.</summary>
    public long Entries { get; private set; }

    /// <summary>How many of them once had personal values that are erased by now.</summary>
    public long Erased { get; private set; }

    /// <summary>Looks at one chain.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="length">How many entries the case says it has.</param>
    /// <param name="head">The head that the case says it has.</param>
    /// <param name="entries">Its entries in order, with the personal values that are still kept.</param>
    public void Look(Guid caseId, int length, byte[] head, IReadOnlyList<AuditEntry> entries)
    {
        missing.Remove(caseId);
        Chains++;
        Entries += entries.Count;
        Erased += entries.Count(entry => entry.PersonalHash.Length > 0 && entry.Personal is null);
        var broken = AuditChain.FirstBroken(entries, length, head) is { } number ? new RecordFinding(RecordFault.Broken, caseId, number, "") : null;
        // A chain that only ends too early says less than the list that names its end.
        var inside = broken?.Number <= entries.Count ? broken : null;
        if ((inside ?? Unlike(caseId, entries) ?? broken ?? Backdated(caseId, entries)) is { } finding)
            findings.Add(finding);
    }

    /// <summary>Everything that was found; chains that a list names and nobody showed are gone.</summary>
    public IReadOnlyList<RecordFinding> End() =>
        [.. findings, .. missing.Order().Select(caseId => new RecordFinding(RecordFault.Gone, caseId, 1, NewestNaming(caseId).Source))];

    // The oldest list that doesn't fit brackets the place best.
    private RecordFinding? Unlike(Guid caseId, IReadOnlyList<AuditEntry> entries)
    {
        foreach (var list in ordered)
        {
            if (!list.Heads.TryGetValue(caseId, out var head))
                continue;
            if (entries.Count < head.Length)
                return new RecordFinding(RecordFault.CutTail, caseId, entries.Count + 1, list.Source);
            if (!entries[head.Length - 1].Hash.AsSpan().SequenceEqual(head.Hash))
                return new RecordFinding(RecordFault.Rewritten, caseId, head.Length, list.Source);
        }

        return null;
    }

    // What is dated before a list, and isn't in it, was put in afterwards.
    private RecordFinding? Backdated(Guid caseId, IReadOnlyList<AuditEntry> entries)
    {
        if (ordered is not [.., var newest])
            return null;
        var listed = newest.Heads.TryGetValue(caseId, out var head) ? head.Length : 0;
        return entries.Skip(listed).FirstOrDefault(entry => entry.At < newest.MadeAt - LongestCommit) is { } entry
            ? new RecordFinding(RecordFault.Backdated, caseId, entry.Number, newest.Source) : null;
    }

    private HeadList NewestNaming(Guid caseId) => ordered.Last(list => list.Heads.ContainsKey(caseId));
}

/// <summary>Something in the record that isn't as it was.</summary>
/// <param name="Fault">What.</param>
/// <param name="CaseId">The case whose chain it is.</param>
/// <param name="Number">The entry at which it shows, from 1: the first that doesn't fit, or the last one for which a list vouches.</param>
/// <param name="List">The list that tells it; empty when the chain itself does.</param>
public sealed record RecordFinding(RecordFault Fault, Guid CaseId, int Number, string List);

/// <summary>In which way a record isn't as it was.</summary>
public enum RecordFault
{
    /// <summary>An entry doesn't fit its place: changed, removed, moved or put in, by somebody who left the hashes as they were.</summary>
    Broken,

    /// <summary>The chain fits in itself, but up to this entry it isn't the one that was listed: it was written anew.</summary>
    Rewritten,

    /// <summary>Entries that were listed are missing at the end.</summary>
    CutTail,

    /// <summary>A listed chain is missing as a whole.</summary>
    Gone,

    /// <summary>An entry is dated before the newest list, and isn't in it: it was put in later.</summary>
    Backdated,
}
