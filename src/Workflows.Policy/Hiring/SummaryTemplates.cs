using System.Collections.Frozen;

namespace Workflows.Policy.Hiring;

/// <summary>The short English words for what a clause asks and what was found; the Chinese ones are kept with the finding.</summary>
internal static class SummaryTemplates
{
    private static readonly FrozenDictionary<string, string> Required = new Dictionary<string, string>
    {
        ["R05"] = "{minimumEducation} or above",
        ["R06"] = "under {limit}",
        ["R07"] = "{minimumLevel} title or above",
        ["R08"] = "{minimumMonths} months of front-line teaching",
        ["R10"] = "in {home}",
    }.ToFrozenDictionary();

    /// <summary>What the clause asks.</summary>
    public static string RequiredOf(Finding finding) => finding.Reason is FindingReason.DistrictOpen
        ? "any district: a shortage post"
        : Filled(Required[finding.Clause], finding);

    /// <summary>What was found; a cell stays as it is written.</summary>
    public static string ActualOf(Finding finding) => finding.Facts switch
    {
        AgeFacts { AgeYearsMax: not null } => Filled("{years} years ({birth})", finding),
        TeachingFacts { Months: not null } => Filled("{months} months", finding),
        _ => finding.Actual,
    };

    private static string Filled(string english, Finding finding) => new Template("", english).Fill(finding.Arguments).En;
}
