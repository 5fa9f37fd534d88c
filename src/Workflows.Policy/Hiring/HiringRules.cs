using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>The rules of hiring, R05 to R10, and the four rules that make a verdict of their findings.</summary>
public static class HiringRules
{
    /// <summary>Evaluates one applicant under the announced terms. Every finding is kept, not only the first that decides.</summary>
    public static HiringVerdict Evaluate(ApplicantRecord applicant, HiringTerms terms, PolicyBook book)
    {
        RuleOutcome[] outcomes =
        [
            EducationRule.Evaluate(applicant, book),
            AgeRule.Evaluate(applicant, terms, book),
            TitleRule.Evaluate(applicant, book),
            TeachingRule.Evaluate(applicant, terms, book),
            DistrictRule.Evaluate(applicant, terms, book),
        ];
        var waiver = WaiverRule.Evaluate(applicant, book);
        var findings = outcomes.Select(outcome => outcome.Finding).ToImmutableArray();
        return new HiringVerdict(
            book.Hiring.Policy,
            terms,
            Judge(findings, waiver.RulesOutEach),
            findings.Any(finding => finding.DependsOnReading),
            findings,
            waiver.Grounds,
            [.. Unnamed(applicant), .. outcomes.SelectMany(outcome => outcome.Warnings), .. waiver.Warnings]);
    }

    /// <summary>The earliest birth date that R06 still lets pass: 1981-09-02 for the reference date 2026-09-01 under 45.</summary>
    public static DateOnly CutOff(DateOnly referenceDate, AgeReading reading, HiringPolicy policy)
        => AgeRule.CutOff(referenceDate, reading, policy.AgeLimitYears);

    private static Verdict Judge(ImmutableArray<Finding> findings, bool eachGroundRuledOut)
    {
        var refused = findings.Any(finding => finding is { Clause: "R10", Result: FindingResult.NotMet });
        var refusedUnlessWaived = findings.Any(finding => finding is { Result: FindingResult.NotMet, DependsOnReading: false });
        if (refused || (refusedUnlessWaived && eachGroundRuledOut)) return Verdict.Ineligible;
        if (findings.Any(finding => finding.Result == FindingResult.Unknown)) return Verdict.Undecidable;
        if (findings.Any(finding => finding.Result == FindingResult.NotMet || finding.DependsOnReading)) return Verdict.NeedsDecision;
        return Verdict.Eligible;
    }

    private static ImmutableArray<HiringWarning> Unnamed(ApplicantRecord applicant)
        => WrittenForm.Name(applicant.Name).Length == 0
            ? [new HiringWarning(Columns.Name, WarningCode.NameMissing, Quoted.Nothing)]
            : [];
}
