namespace Workflows.Policy.Shares;

/// <summary>R13: 每五年教师队伍更新率20%左右.</summary>
/// <param name="Entrants">Full-time teachers who came in the window; under another reading, who left.</param>
/// <param name="Of">Full-time teachers that they are counted of: at its start, at its end, or the mean of both.</param>
/// <param name="Lowest">The fewest that are 左右: the lower end, yet one person from the middle at least.</param>
/// <param name="Highest">The most that are 左右.</param>
public sealed record RenewalShare(int Entrants, decimal Of, int Lowest, int Highest)
{
    /// <summary>Whether they lie in the band; unknown where there is nobody to be counted of.</summary>
    public FindingResult Result => Of == 0 ? FindingResult.Unknown
        : Lowest <= Entrants && Entrants <= Highest ? FindingResult.Met : FindingResult.NotMet;

    /// <summary>What the clause says of a window.</summary>
    /// <param name="entrants">How many came.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="policy">The band; it is never tighter than one person to either side of its middle.</param>
    public static RenewalShare Evaluate(int entrants, decimal of, StructurePolicy policy)
    {
        var (from, to) = (policy.RenewalPercentFrom, policy.RenewalPercentTo);
        var middle = of * (from + to);
        // In two-hundredths of a person, so that the middle of the band is a whole number too.
        var lowest = Math.Min(2 * of * from, middle - 200);
        var highest = Math.Max(2 * of * to, middle + 200);
        return new RenewalShare(entrants, of, Math.Max(0, (int)Math.Ceiling(lowest / 200)), (int)Math.Floor(highest / 200));
    }
}
