using Workflows.Policy.Titles;

namespace Workflows.Policy.Hiring;

/// <summary>R07, 中级及以上职称, by the title held; an intermediate title of another series passes, flagged.</summary>
internal static class TitleRule
{
    private const string Clause = "R07";

    public static RuleOutcome Evaluate(ApplicantRecord applicant, PolicyBook book)
    {
        var written = WrittenForm.Compact(applicant.Title);
        var meaning = book.Titles.Read(written, applicant.Stage);
        var (result, reason) = Judge(meaning, book.Hiring.MinimumTitleLevel);
        var finding = new Finding(
            Clause,
            result,
            reason,
            Required: LevelNames.Of(book.Hiring.MinimumTitleLevel).Zh + "及以上职称",
            Actual: written,
            new TitleFacts(meaning.Level),
            DependsOnReading: false,
            Quoted.Of(
                ("written", written),
                ("level", meaning.Level?.ToString() ?? ""),
                ("minimumLevel", book.Hiring.MinimumTitleLevel.ToString())));
        var warning = meaning.OtherSeries
            ? new HiringWarning(Columns.Title, WarningCode.OtherSeries, Quoted.Of(("written", written)))
            : null;
        return RuleOutcome.Of(finding, warning);
    }

    private static (FindingResult, FindingReason) Judge(TitleMeaning meaning, TitleLevel minimum) => meaning switch
    {
        { Question: TitleQuestion.Missing } => (FindingResult.Unknown, FindingReason.TitleMissing),
        { Question: TitleQuestion.Ambiguous } => (FindingResult.Unknown, FindingReason.TitleAmbiguous),
        { Question: TitleQuestion.Honour } => (FindingResult.Unknown, FindingReason.TitleIsHonour),
        { Level: null } => (FindingResult.Unknown, FindingReason.TitleUnlisted),
        { Level: var level } when level >= minimum => (FindingResult.Met, FindingReason.TitleSuffices),
        _ => (FindingResult.NotMet, FindingReason.TitleTooLow),
    };
}
