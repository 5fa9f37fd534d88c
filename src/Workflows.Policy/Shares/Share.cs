namespace Workflows.Policy.Shares;

/// <summary>A share of people against a minimum, compared by cross-multiplication, never by a rounded percentage.</summary>
/// <param name="Counted">How many count.</param>
/// <param name="Unknown">Of how many it isn't known whether they count.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Percent">The minimum share; exactly the minimum is enough.</param>
public sealed record Share(int Counted, int Unknown, int Of, int Percent)
{
    /// <summary>Met or not whatever the unknown ones turn out to be; else unknown. Nobody at all is unknown too.</summary>
    public FindingResult Result => Of == 0 ? FindingResult.Unknown
        : Reaches(Counted) ? FindingResult.Met
        : Reaches(Counted + Unknown) ? FindingResult.Unknown : FindingResult.NotMet;

    /// <summary>How many more of the same people would have to count; 0 where the minimum is reached.</summary>
    public int ShortBy => Math.Max(0, (((Of * Percent) + 99) / 100) - Counted);

    /// <summary>The share of people of whom something is true, false or unknown (null).</summary>
    public static Share Count(IEnumerable<bool?> people, int percent)
    {
        var all = people.ToList();
        return new Share(all.Count(one => one is true), all.Count(one => one is null), all.Count, percent);
    }

    private bool Reaches(int count) => count * 100 >= Of * Percent;
}
