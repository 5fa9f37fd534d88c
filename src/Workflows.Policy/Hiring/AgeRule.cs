using System.Collections.Immutable;
using System.Globalization;
using Workflows.Policy.Dates;

namespace Workflows.Policy.Hiring;

/// <summary>
/// R06, 45周岁以下, in completed years on the reference date. Under the reading "under" the 45th birthday is already too late; under
/// "included" the day before the 46th birthday still counts.
/// </summary>
internal static class AgeRule
{
    private const string Clause = "R06";

    public static RuleOutcome Evaluate(ApplicantRecord applicant, HiringTerms terms, PolicyBook book)
    {
        var birth = BirthDateReading.Of(applicant, terms.ReferenceDate);
        var limit = book.Hiring.AgeLimitYears;
        var finding = birth.Date is { } date
            ? Dated(date, terms, limit)
            : Undated(WrittenForm.Compact(applicant.BirthDate), birth, terms, limit);
        return new RuleOutcome(finding, birth.Warnings);
    }

    /// <summary>The earliest birth date that passes: the day after the birthday that would be too late.</summary>
    public static DateOnly CutOff(DateOnly referenceDate, AgeReading reading, int limit)
        => referenceDate.AddYears(-FirstAgeTooHigh(reading, limit)).AddDays(1);

    private static Finding Dated(WrittenDate birth, HiringTerms terms, int limit)
    {
        var oldest = Age.CompletedYears(birth.First, terms.ReferenceDate);
        var youngest = Math.Max(0, Age.CompletedYears(birth.Last, terms.ReferenceDate));
        var result = Judge(youngest, oldest, terms.AgeReading, limit);
        var other = Judge(youngest, oldest, OtherThan(terms.AgeReading), limit);
        var reason = result switch
        {
            FindingResult.Met => FindingReason.AgeSuffices,
            FindingResult.NotMet => FindingReason.AgeTooHigh,
            _ => FindingReason.AgeNeedsDay,
        };
        var years = youngest == oldest ? Invariant(oldest) : $"{Invariant(youngest)}-{Invariant(oldest)}";
        return new Finding(
            Clause,
            result,
            reason,
            Required(terms.AgeReading, limit),
            Actual: $"{years}周岁（{birth.Iso}）",
            new AgeFacts(youngest, oldest),
            DependsOnReading: result != other,
            Arguments(terms, limit).SetItem("years", years).SetItem("birth", birth.Iso));
    }

    private static Finding Undated(string written, BirthDateReading birth, HiringTerms terms, int limit)
        => new(
            Clause,
            FindingResult.Unknown,
            birth.Question!.Value,
            Required(terms.AgeReading, limit),
            Actual: written,
            new AgeFacts(null, null),
            DependsOnReading: false,
            Arguments(terms, limit)
                .SetItem("written", written)
                .SetItem("idDate", birth.IdBirth is { } day ? WrittenDate.Of(day).Iso : ""));

    private static FindingResult Judge(int youngest, int oldest, AgeReading reading, int limit)
    {
        var tooHigh = FirstAgeTooHigh(reading, limit);
        if (oldest < tooHigh) return FindingResult.Met;
        return youngest >= tooHigh ? FindingResult.NotMet : FindingResult.Unknown;
    }

    private static int FirstAgeTooHigh(AgeReading reading, int limit) => reading == AgeReading.Under ? limit : limit + 1;

    private static AgeReading OtherThan(AgeReading reading) => reading == AgeReading.Under ? AgeReading.Included : AgeReading.Under;

    private static string Required(AgeReading reading, int limit)
        => reading == AgeReading.Under ? $"不满{Invariant(limit)}周岁" : $"不满{Invariant(limit + 1)}周岁（含{Invariant(limit)}周岁）";

    private static ImmutableSortedDictionary<string, string> Arguments(HiringTerms terms, int limit)
        => Quoted.Of(
            ("limit", Invariant(FirstAgeTooHigh(terms.AgeReading, limit))),
            ("reading", terms.AgeReading.ToString()),
            ("referenceDate", WrittenDate.Of(terms.ReferenceDate).Iso),
            ("cutOff", WrittenDate.Of(CutOff(terms.ReferenceDate, terms.AgeReading, limit)).Iso));

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
