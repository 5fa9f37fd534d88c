using Workflows.Personnel.Applicants;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Worker.Commands;

/// <summary>What <c>check hiring</c> prints; in JSON it is a contract, property for property.</summary>
/// <param name="Policy">The version of the policy.</param>
/// <param name="ReferenceDate">The reference date.</param>
/// <param name="Readings">The chosen readings by clause.</param>
/// <param name="Applicants">The applicants in the order of their rows.</param>
/// <param name="Counts">How many applicants got each verdict.</param>
public sealed record HiringCheck(
    string Policy,
    DateOnly ReferenceDate,
    IReadOnlyDictionary<string, AgeReading> Readings,
    IReadOnlyList<CheckedApplicant> Applicants,
    OrderedDictionary<string, int> Counts)
{
    /// <summary>Evaluates every applicant of a table.</summary>
    public static HiringCheck Of(ApplicantTable table, HiringTerms terms, PolicyBook book)
    {
        var applicants = table.Rows.Select(row => CheckedApplicant.Of(row, terms, book)).ToList();
        var counts = new OrderedDictionary<string, int>();
        foreach (var verdict in Enum.GetValues<Verdict>()) counts[verdict.ToString()] = applicants.Count(one => one.Verdict == verdict);
        var readings = new Dictionary<string, AgeReading> { ["R06"] = terms.AgeReading };
        return new HiringCheck(book.Hiring.Policy, terms.ReferenceDate, readings, applicants, counts);
    }
}

/// <summary>One applicant with verdict, findings and warnings.</summary>
public sealed record CheckedApplicant(
    int Row,
    string Name,
    Verdict Verdict,
    bool DependsOnReading,
    IReadOnlyList<ExplainedFinding> Findings,
    IReadOnlyList<WaiverGround> WaiverGrounds,
    IReadOnlyList<WordedWarning> Warnings)
{
    /// <summary>Evaluates one row.</summary>
    public static CheckedApplicant Of(ApplicantRow row, HiringTerms terms, PolicyBook book)
    {
        var verdict = HiringRules.Evaluate(row.Record, terms, book);
        return new CheckedApplicant(
            row.Row,
            row.Record.Name,
            verdict.Verdict,
            verdict.DependsOnReading,
            [.. verdict.Findings.Select(ExplainedFinding.Of)],
            verdict.WaiverGrounds,
            [.. row.Warnings.Concat(verdict.Warnings).Select(WordedWarning.Of)]);
    }
}

/// <summary>A finding with its sentence.</summary>
public sealed record ExplainedFinding(
    string Clause, FindingResult Result, string Required, string Actual, FindingFacts Facts, bool DependsOnReading, Bilingual Explanation)
{
    /// <summary>Renders the sentence.</summary>
    public static ExplainedFinding Of(Finding finding)
        => new(
            finding.Clause,
            finding.Result,
            finding.Required,
            finding.Actual,
            finding.Facts,
            finding.DependsOnReading,
            HiringWording.Explanation(finding));
}

/// <summary>A warning with its sentence.</summary>
public sealed record WordedWarning(string Column, WarningCode Code, string Zh, string En)
{
    /// <summary>Renders the sentence.</summary>
    public static WordedWarning Of(HiringWarning warning)
    {
        var words = HiringWording.Warning(warning);
        return new WordedWarning(warning.Column, warning.Code, words.Zh, words.En);
    }
}
