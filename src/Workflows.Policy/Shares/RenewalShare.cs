namespace Workflows.Policy.Shares;

/// <summary>R13: 每五年教师队伍更新率20%左右.</summary>
/// <param name="Entrants">Full-time teachers who came in the window.</param>
/// <param name="AtStart">Full-time teachers at its start.</param>
/// <param name="Lowest">The fewest entrants that are 左右: the lower end, yet one person from the middle at least.</param>
/// <param name="Highest">The most entrants that are 左右.</param>
public sealed record RenewalShare(int Entrants, int AtStart, int Lowest, int Highest)
{
    /// <summary>Whether the entrants lie in the band; unknown where nobody was there at the start.</summary>
    public FindingResult Result => AtStart == 0 ? FindingResult.Unknown
        : Lowest <= Entrants && Entrants <= Highest ? FindingResult.Met : FindingResult.NotMet;

    /// <summary>What the clause says of a window.</summary>
    /// <param name="entrants">How many came.</param>
    /// <param name="atStart">How many were there at its start.</param>
    /// <param name="policy">The band; it is never tighter than one person to either side of its middle.</param>
    public static RenewalShare Evaluate(int entrants, int atStart, StructurePolicy policy)
    {
        var (from, to) = (policy.RenewalPercentFrom, policy.RenewalPercentTo);
        var middle = atStart * (from + to);
        // In two-hundredths of a person, so that the middle of the band is a whole number too.
        var lowest = Math.Min(2 * atStart * from, middle - 200);
        var highest = Math.Max(2 * atStart * to, middle + 200);
        return new RenewalShare(entrants, atStart, Math.Max(0, (int)Math.Ceiling(lowest / 200m)), highest / 200);
    }
}
