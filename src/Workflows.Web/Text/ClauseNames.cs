using System.Globalization;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen says of a clause about the college.</summary>
public static class ClauseNames
{
    /// <summary>The chip's tone for a verdict.</summary>
    public static string Tone(FindingResult verdict) => verdict switch
    {
        FindingResult.Met => "good",
        FindingResult.NotMet => "bad",
        _ => "ask",
    };

    /// <summary>The numbers as they are: <c>34/35</c>; empty where there are none.</summary>
    public static string Numbers(decimal? numerator, decimal? denominator) => (numerator, denominator) switch
    {
        ({ } counted, { } all) => $"{Plain(counted)}/{Plain(all)}",
        ({ } counted, null) => Plain(counted),
        _ => "",
    };

    /// <summary>The share in percent; null where there is none.</summary>
    public static decimal? Share(decimal? numerator, decimal? denominator) => denominator is > 0 && numerator is { } counted ? counted * 100 / denominator : null;

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
