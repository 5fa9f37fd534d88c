using CsCheck;
using Workflows.Policy.Dates;
using Workflows.Policy.Hiring;
using Workflows.Policy.Identity;

namespace Workflows.Policy.Tests.Hiring;

public sealed class AgeRuleTests
{
    [Theory]
    [InlineData("1981-09-02", FindingResult.Met, FindingResult.Met, 44, 44)]
    [InlineData("1981-09-01", FindingResult.NotMet, FindingResult.Met, 45, 45)]
    [InlineData("1981-08-31", FindingResult.NotMet, FindingResult.Met, 45, 45)]
    [InlineData("1980-09-02", FindingResult.NotMet, FindingResult.Met, 45, 45)]
    [InlineData("1980-09-01", FindingResult.NotMet, FindingResult.NotMet, 46, 46)]
    [InlineData("1980-08-31", FindingResult.NotMet, FindingResult.NotMet, 46, 46)]
    [InlineData("1981-10", FindingResult.Met, FindingResult.Met, 44, 44)]
    [InlineData("1981-09", FindingResult.Unknown, FindingResult.Met, 44, 45)]
    [InlineData("1980-10", FindingResult.NotMet, FindingResult.Met, 45, 45)]
    [InlineData("1980-09", FindingResult.NotMet, FindingResult.Unknown, 45, 46)]
    [InlineData("1980-08", FindingResult.NotMet, FindingResult.NotMet, 46, 46)]
    public void Both_readings_of_the_age_limit(string birth, FindingResult under, FindingResult included, int youngest, int oldest)
    {
        foreach (var (terms, expected) in new[] { (Applicant.Terms, under), (Applicant.Included, included) })
        {
            var finding = (Applicant.Suitable with { BirthDate = birth }).Judged(terms).Of("R06");
            finding.Result.ShouldBe(expected);
            finding.Facts.ShouldBe(new AgeFacts(youngest, oldest));
            finding.DependsOnReading.ShouldBe(under != included);
        }
    }

    [Theory]
    [InlineData("1985.1", FindingReason.BirthDateAmbiguous)]
    [InlineData("1985-02-30", FindingReason.BirthDateImpossible)]
    [InlineData("198513", FindingReason.BirthDateImpossible)]
    [InlineData("2026-09-02", FindingReason.BirthDateImpossible)]
    [InlineData("不详", FindingReason.BirthDateUnreadable)]
    [InlineData("1985", FindingReason.BirthDateUnreadable)]
    [InlineData("", FindingReason.BirthDateMissing)]
    public void What_cannot_be_read_is_asked_and_depends_on_nothing(string birth, FindingReason reason)
    {
        var finding = (Applicant.Suitable with { BirthDate = birth }).Judged().Of("R06");
        finding.Result.ShouldBe(FindingResult.Unknown);
        finding.Reason.ShouldBe(reason);
        finding.DependsOnReading.ShouldBeFalse();
        finding.Facts.ShouldBe(new AgeFacts(null, null));
    }

    [Theory]
    [InlineData("1980-02-29", "2025-02-28", 44)]
    [InlineData("1980-02-29", "2025-03-01", 45)]
    [InlineData("1980-02-29", "2028-02-28", 47)]
    [InlineData("1980-02-29", "2028-02-29", 48)]
    [InlineData("1980-02-28", "2025-02-28", 45)]
    [InlineData("1980-03-01", "2025-02-28", 44)]
    public void A_birthday_on_29_February_is_reached_on_1_March_in_a_common_year(string birth, string on, int years)
        => Age.CompletedYears(WrittenDate.Parse(birth).First, WrittenDate.Parse(on).First).ShouldBe(years);

    [Fact]
    public void An_empty_birth_date_is_taken_from_a_valid_id_number_with_a_warning()
    {
        var verdict = (Applicant.Suitable with { BirthDate = "", IdNumber = IdNumbers.Of("19810902") }).Judged();
        verdict.Of("R06").Facts.ShouldBe(new AgeFacts(44, 44));
        verdict.Codes().ShouldContain(WarningCode.BirthDateFromIdNumber);
    }

    [Fact]
    public void A_month_without_a_day_is_completed_by_a_valid_id_number_with_a_warning()
    {
        var verdict = (Applicant.Suitable with { BirthDate = "1981.09", IdNumber = IdNumbers.Of("19810902") }).Judged();
        verdict.Of("R06").Result.ShouldBe(FindingResult.Met);
        verdict.Codes().ShouldContain(WarningCode.BirthDayFromIdNumber);
    }

    [Theory]
    [InlineData("1985-07-09", "19850710")]
    [InlineData("1985-07", "19850809")]
    public void A_birth_date_that_contradicts_a_valid_id_number_is_asked(string birth, string idBirth)
    {
        var finding = (Applicant.Suitable with { BirthDate = birth, IdNumber = IdNumbers.Of(idBirth) }).Judged().Of("R06");
        finding.Result.ShouldBe(FindingResult.Unknown);
        finding.Reason.ShouldBe(FindingReason.BirthDateContradictsIdNumber);
        finding.DependsOnReading.ShouldBeFalse();
        HiringWording.Explanation(finding).Zh.ShouldContain(WrittenDate.Parse(idBirth).Iso);
    }

    [Fact]
    public void An_ambiguous_birth_date_stays_a_question_even_beside_a_valid_id_number()
        => (Applicant.Suitable with { BirthDate = "1985.1", IdNumber = IdNumbers.Of("19851009") }).Judged()
            .Of("R06").Reason.ShouldBe(FindingReason.BirthDateAmbiguous);

    [Theory]
    [InlineData("3.50427198507091E+17", WarningCode.IdNumberScientific)]
    [InlineData("350427198507090000", WarningCode.IdNumberZeroed)]
    [InlineData("350427850709101", WarningCode.IdNumberMalformed)]
    [InlineData("350427198502301018", WarningCode.IdNumberMalformed)]
    public void A_spoilt_id_number_is_reported_and_never_used(string id, WarningCode code)
    {
        var verdict = (Applicant.Suitable with { BirthDate = "", IdNumber = id }).Judged();
        verdict.Codes().ShouldContain(code);
        verdict.Of("R06").Reason.ShouldBe(FindingReason.BirthDateMissing);
        (Applicant.Suitable with { IdNumber = id }).Judged().Of("R06").Result.ShouldBe(FindingResult.Met);
    }

    [Fact]
    public void A_wrong_check_digit_makes_the_number_unusable_whatever_birthday_it_holds()
    {
        var right = IdNumbers.Of("19600101");
        var wrong = right[..17] + (right[17] == '1' ? '2' : '1');
        var verdict = (Applicant.Suitable with { IdNumber = wrong }).Judged();
        verdict.Codes().ShouldContain(WarningCode.IdNumberChecksum);
        verdict.Of("R06").Result.ShouldBe(FindingResult.Met);
    }

    [Fact]
    public void A_lower_case_or_full_width_x_is_the_same_number()
    {
        var number = Enumerable.Range(1, 99).Select(one => IdNumbers.Of("19850709", one)).First(one => one[^1] == 'X');
        IdNumber.Parse(number.ToLowerInvariant()).ShouldBe(IdNumber.Parse(number));
        IdNumber.Parse(FullWidth.Of(number, spaced: true)).State.ShouldBe(IdNumberState.Valid);
    }

    [Fact]
    public void The_cut_off_of_an_announcement_is_the_first_birth_date_that_passes()
    {
        var policy = Book.Delivered.Hiring;
        HiringRules.CutOff(new DateOnly(2026, 9, 1), AgeReading.Under, policy).ShouldBe(new DateOnly(1981, 9, 2));
        HiringRules.CutOff(new DateOnly(2026, 9, 1), AgeReading.Included, policy).ShouldBe(new DateOnly(1980, 9, 2));
        HiringWording.CutOff(new DateOnly(1981, 9, 2)).Zh.ShouldBe("1981-09-02及以后出生");
    }

    [Fact]
    public void On_every_reference_date_the_cut_off_passes_and_the_day_before_it_does_not()
        => Gen.Select(Gen.Date[new DateTime(2000, 1, 1), new DateTime(2060, 12, 31)], Gen.Enum<AgeReading>()).Sample((date, reading) =>
        {
            var on = DateOnly.FromDateTime(date);
            var terms = Applicant.Terms with { ReferenceDate = on, AgeReading = reading };
            var cutOff = HiringRules.CutOff(on, reading, Book.Delivered.Hiring);
            Result(cutOff, terms).ShouldBe(FindingResult.Met);
            Result(cutOff.AddDays(-1), terms).ShouldBe(FindingResult.NotMet);
        });

    [Fact]
    public void Someone_younger_is_never_refused_where_someone_older_passes()
        => Gen.Select(Gen.Int[0, 10000], Gen.Int[0, 10000], Gen.Enum<AgeReading>()).Sample((first, second, reading) =>
        {
            var terms = Applicant.Terms with { AgeReading = reading };
            var (older, younger) = (new DateOnly(1965, 1, 1).AddDays(Math.Min(first, second)), new DateOnly(1965, 1, 1).AddDays(Math.Max(first, second)));
            if (Result(older, terms) == FindingResult.Met) Result(younger, terms).ShouldBe(FindingResult.Met);
        });

    private static FindingResult Result(DateOnly birth, HiringTerms terms)
        => (Applicant.Suitable with { BirthDate = WrittenDate.Of(birth).Iso }).Judged(terms).Of("R06").Result;
}
