using Workflows.Policy.Education;

namespace Workflows.Policy.Hiring;

/// <summary>R05, 本科及以上: the education (学历), not the degree; part-time study counts; 结业 and 肄业 are no graduation.</summary>
internal static class EducationRule
{
    private const string Clause = "R05";

    public static RuleOutcome Evaluate(ApplicantRecord applicant, PolicyBook book)
    {
        var written = WrittenForm.Compact(applicant.Education);
        var meaning = book.Education.Read(written);
        var (result, reason) = Judge(meaning, book.Hiring.MinimumEducation);
        var finding = new Finding(
            Clause,
            result,
            reason,
            Required: LevelNames.Of(book.Hiring.MinimumEducation).Zh + "及以上",
            Actual: written,
            new EducationFacts(meaning.Level),
            DependsOnReading: false,
            Quoted.Of(
                ("written", written),
                ("education", meaning.Level?.ToString() ?? ""),
                ("minimumEducation", book.Hiring.MinimumEducation.ToString())));
        var warning = meaning.NotGraduated
            ? new HiringWarning(Columns.Education, WarningCode.NotGraduated, Quoted.Of(("written", written)))
            : null;
        return RuleOutcome.Of(finding, warning);
    }

    private static (FindingResult, FindingReason) Judge(EducationMeaning meaning, EducationLevel minimum) => meaning switch
    {
        { Question: EducationQuestion.Missing } => (FindingResult.Unknown, FindingReason.EducationMissing),
        { Question: EducationQuestion.NotNational } => (FindingResult.Unknown, FindingReason.EducationNotNational),
        { Level: null } => (FindingResult.Unknown, FindingReason.EducationUnlisted),
        { Level: var level } when level >= minimum => (FindingResult.Met, FindingReason.EducationSuffices),
        _ => (FindingResult.NotMet, FindingReason.EducationTooLow),
    };
}
