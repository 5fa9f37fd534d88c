using System.Collections.Immutable;
using System.Globalization;
using Workflows.Policy.Dates;

namespace Workflows.Policy.Hiring;

/// <summary>
/// R08, 在教学第一线有5年以上教学经历: cumulative months. The sheet's periods decide; only where it gives none does a start date, with a
/// warning. The ministry's six years (教基〔2019〕14号) are reported, not enforced.
/// </summary>
internal static class TeachingRule
{
    private const string Clause = "R08";

    public static RuleOutcome Evaluate(ApplicantRecord applicant, HiringTerms terms, PolicyBook book)
    {
        var periods = TeachingPeriod.ParseAll(applicant.Teaching);
        var outcome = periods.Count > 0
            ? FromPeriods(periods, terms, book.Hiring)
            : FromStart(WrittenForm.Compact(applicant.TeachingSince), terms, book.Hiring);
        return outcome with
        {
            Warnings = [.. outcome.Warnings, .. SixYears(outcome.Finding, book.Hiring), .. OtherWork(applicant, periods, book.Hiring)],
        };
    }

    private static RuleOutcome FromPeriods(List<TeachingPeriod> periods, HiringTerms terms, HiringPolicy policy)
    {
        var months = FrontLineMonths.Count(periods, terms.ReferenceDate);
        var unreadable = string.Join("; ", periods.Where(period => !period.IsReadable).Select(period => period.Written));
        var (result, reason) = months >= policy.MinimumFrontLineMonths
            ? (FindingResult.Met, FindingReason.TeachingSuffices)
            : unreadable.Length > 0
                ? (FindingResult.Unknown, FindingReason.TeachingUnreadable)
                : (FindingResult.NotMet, FindingReason.TeachingTooShort);
        var warning = unreadable.Length > 0
            ? new HiringWarning(Columns.Teaching, WarningCode.UnreadablePeriod, Quoted.Of(("written", unreadable)))
            : null;
        return RuleOutcome.Of(Find(result, reason, months, unreadable, terms, policy), warning);
    }

    private static RuleOutcome FromStart(string written, HiringTerms terms, HiringPolicy policy)
    {
        var start = WrittenDate.Parse(written);
        if (!start.IsKnown)
        {
            var reason = start.Reading == DateReading.Empty ? FindingReason.TeachingMissing : FindingReason.TeachingSinceUnreadable;
            return RuleOutcome.Of(Find(FindingResult.Unknown, reason, null, written, terms, policy));
        }
        var months = FrontLineMonths.CountSince(start.First, terms.ReferenceDate);
        var finding = months >= policy.MinimumFrontLineMonths
            ? Find(FindingResult.Met, FindingReason.TeachingSuffices, months, written, terms, policy)
            : Find(FindingResult.NotMet, FindingReason.TeachingTooShort, months, written, terms, policy);
        var warning = new HiringWarning(Columns.TeachingSince, WarningCode.StartDateOnly, Quoted.Of(("since", start.Iso)));
        return RuleOutcome.Of(finding, warning);
    }

    private static Finding Find(
        FindingResult result, FindingReason reason, int? months, string written, HiringTerms terms, HiringPolicy policy)
        => new(
            Clause,
            result,
            reason,
            Required: $"一线任教满{Invariant(policy.MinimumFrontLineMonths)}个月",
            Actual: months is { } counted ? $"{Invariant(counted)}个月" : written,
            new TeachingFacts(months),
            DependsOnReading: false,
            Quoted.Of(
                ("written", written),
                ("months", months is { } number ? Invariant(number) : ""),
                ("minimumMonths", Invariant(policy.MinimumFrontLineMonths)),
                ("missingMonths", Invariant(Math.Max(0, policy.MinimumFrontLineMonths - (months ?? 0)))),
                ("referenceDate", WrittenDate.Of(terms.ReferenceDate).Iso)));

    private static ImmutableArray<HiringWarning> SixYears(Finding finding, HiringPolicy policy)
        => finding is { Result: FindingResult.Met, Facts: TeachingFacts { Months: { } months } } && months < policy.MinistryFrontLineMonths
            ? [new HiringWarning(Columns.Teaching, WarningCode.MinistrySixYears, Quoted.Of(
                ("months", Invariant(months)), ("ministryMonths", Invariant(policy.MinistryFrontLineMonths))))]
            : [];

    private static IEnumerable<HiringWarning> OtherWork(ApplicantRecord applicant, List<TeachingPeriod> periods, HiringPolicy policy)
    {
        foreach (var period in periods.Where(period => period.FrontLine && Mentions(period.Written, policy)))
        {
            yield return new HiringWarning(Columns.Teaching, WarningCode.PossiblyNotFrontLine, Quoted.Of(("written", period.Written)));
        }
        foreach (var remark in WrittenForm.Entries(applicant.Remarks).Where(remark => Mentions(remark, policy)))
        {
            yield return new HiringWarning(Columns.Remarks, WarningCode.PossiblyNotFrontLine, Quoted.Of(("written", remark)));
        }
    }

    private static bool Mentions(string text, HiringPolicy policy)
        => policy.WordsOfOtherWork.Any(word => text.Contains(word, StringComparison.Ordinal));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
