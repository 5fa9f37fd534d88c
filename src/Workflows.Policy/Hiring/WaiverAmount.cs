using System.Text.Json.Serialization;

namespace Workflows.Policy.Hiring;

/// <summary>By how much a clause is missed: what a waiver of it amounts to (R09). 适当放宽 has no number, so the amount is what can be compared.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Unit">What the quantity counts.</param>
/// <param name="Quantity">How many; the larger bound where the file leaves two.</param>
/// <param name="Required">What the clause asks, in short Chinese words.</param>
/// <param name="Actual">What was found, in short Chinese words.</param>
public sealed record WaiverAmount(string Clause, WaiverUnit Unit, int Quantity, string Required, string Actual)
{
    /// <summary>The amount in words.</summary>
    [JsonIgnore]
    public Bilingual Words => Unit switch
    {
        WaiverUnit.YearsOfAge => new($"年龄超出{Quantity}岁", $"{Quantity} {Plural("year", Quantity)} over the age"),
        WaiverUnit.MonthsOfTeaching => new($"第一线教学经历差{Quantity}个月", $"{Quantity} {Plural("month", Quantity)} of teaching missing"),
        WaiverUnit.LevelsOfEducation => new($"学历低{Quantity}个层次", $"{Quantity} {Plural("level", Quantity)} of education below"),
        WaiverUnit.LevelsOfTitle => new($"职称低{Quantity}个层级", $"{Quantity} {Plural("level", Quantity)} of title below"),
        _ => throw new InvalidOperationException($"A waiver of {Clause} has no unit."),
    };

    /// <summary>The amount of each clause that isn't met, from the facts that the verdict used.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="policy">The numbers of the clauses.</param>
    public static IReadOnlyList<WaiverAmount> Of(HiringVerdict verdict, HiringPolicy policy) =>
        [.. verdict.Findings.Where(finding => finding.Result is FindingResult.NotMet).Select(finding => Of(finding, verdict.Terms, policy)).OfType<WaiverAmount>()];

    private static WaiverAmount? Of(Finding finding, HiringTerms terms, HiringPolicy policy)
    {
        var oldestAllowed = terms.AgeReading is AgeReading.Under ? policy.AgeLimitYears - 1 : policy.AgeLimitYears;
        return finding.Facts switch
        {
            AgeFacts { AgeYearsMax: { } years } => Amount(WaiverUnit.YearsOfAge, years - oldestAllowed),
            TeachingFacts { Months: { } months } => Amount(WaiverUnit.MonthsOfTeaching, policy.MinimumFrontLineMonths - months),
            EducationFacts { Education: { } level } => Amount(WaiverUnit.LevelsOfEducation, policy.MinimumEducation - level),
            TitleFacts { Level: { } level } => Amount(WaiverUnit.LevelsOfTitle, policy.MinimumTitleLevel - level),
            _ => null,
        };

        WaiverAmount Amount(WaiverUnit unit, int quantity) => new(finding.Clause, unit, quantity, finding.Required, finding.Actual);
    }

    private static string Plural(string noun, int count) => count == 1 ? noun : noun + "s";
}

/// <summary>What the amount of a waiver counts.</summary>
public enum WaiverUnit
{
    /// <summary>Completed years above the oldest age that passes (R06).</summary>
    YearsOfAge,

    /// <summary>Months of front-line teaching that are missing (R08).</summary>
    MonthsOfTeaching,

    /// <summary>Levels of education below the one asked (R05).</summary>
    LevelsOfEducation,

    /// <summary>Levels of title below the one asked (R07).</summary>
    LevelsOfTitle,
}
