using System.Globalization;
using Workflows.Policy;
using Workflows.Policy.College;

namespace Workflows.Web.Text;

/// <summary>What the screen says of a clause about the college.</summary>
public static class ClauseNames
{
    /// <summary>The verdict in a word.</summary>
    public static Bilingual Of(FindingResult verdict) => verdict switch
    {
        FindingResult.Met => new("达标", "Met"),
        FindingResult.NotMet => new("未达标", "Not met"),
        _ => new("资料不足", "Not known"),
    };

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

    /// <summary>The share in percent with one decimal, rounded down where that is what keeps it below a minimum; empty where there is none. Only shown, never compared.</summary>
    public static string Percent(ClauseReport report) => Percent(report.Numerator, report.Denominator);

    /// <inheritdoc cref="Percent(ClauseReport)"/>
    public static string Percent(decimal? numerator, decimal? denominator) => Share(numerator, denominator) is { } share
        ? (Math.Floor(share * 10) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";

    /// <summary>The share in percent; null where there is none.</summary>
    public static decimal? Share(decimal? numerator, decimal? denominator) => denominator is > 0 && numerator is { } counted ? counted * 100 / denominator : null;

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
