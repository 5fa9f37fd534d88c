using CsCheck;
using Workflows.Policy.Dates;
using Workflows.Policy.Hiring;

namespace Workflows.Policy.Tests.Hiring;

public sealed class TeachingRuleTests
{
    [Theory]
    [InlineData("2021-09~2026-08 实验小学", 60, FindingResult.Met)]
    [InlineData("2021-09~2026-07 实验小学", 59, FindingResult.NotMet)]
    [InlineData("2021-08~2026-08 实验小学", 61, FindingResult.Met)]
    [InlineData("2021-10~至今 实验小学", 59, FindingResult.NotMet)]
    [InlineData("2021-09~至今 实验小学", 60, FindingResult.Met)]
    [InlineData("2021-09~2030-07 实验小学", 60, FindingResult.Met)]
    [InlineData("2016-09~2018-08 一小;2018-01~2018-12 二小", 28, FindingResult.NotMet)]
    [InlineData("2016-09~至今 一小;2020-09~2021-08 教育局(非一线)", 108, FindingResult.Met)]
    [InlineData("2021-09~至今 一小;2022-01~2022-01 教育局(非一线)", 59, FindingResult.NotMet)]
    [InlineData("2010-09~至今 教育局(非一线)", 0, FindingResult.NotMet)]
    [InlineData("2021-09～2026-08　实验小学；", 60, FindingResult.Met)]
    [InlineData("2021-09—2026-08 实验小学", 60, FindingResult.Met)]
    [InlineData("２０２１-０９~２０２６-０８ 实验小学", 60, FindingResult.Met)]
    [InlineData("2021.09~2026.8 实验小学", 60, FindingResult.Met)]
    [InlineData("2021-09-01~2026-08-31 实验小学", 60, FindingResult.Met)]
    [InlineData("2021-09-02~2026-08-31 实验小学", 59, FindingResult.NotMet)]
    [InlineData("2021-09~2026-08", 60, FindingResult.Met)]
    [InlineData("2027-09~至今 实验小学", 0, FindingResult.NotMet)]
    [InlineData("2016-09~至今 一小;2018-09~2019-07 教育局（非一线）\n2019-09~2020-07 教育局( 非一线 )", 98, FindingResult.Met)]
    public void Months_of_front_line_teaching(string teaching, int months, FindingResult result)
    {
        var finding = (Applicant.Suitable with { Teaching = teaching }).Judged().Of("R08");
        finding.Facts.ShouldBe(new TeachingFacts(months));
        finding.Result.ShouldBe(result);
    }

    [Theory]
    [InlineData("2025-02-27", 59)]
    [InlineData("2025-02-28", 60)]
    [InlineData("2025-03-01", 60)]
    [InlineData("2024-02-28", 47)]
    [InlineData("2024-02-29", 48)]
    public void A_month_counts_from_its_last_day_on(string referenceDate, int months)
    {
        var terms = Applicant.Terms with { ReferenceDate = WrittenDate.Parse(referenceDate).First };
        (Applicant.Suitable with { Teaching = "2020-03~至今 实验小学" }).Judged(terms).Of("R08").Facts.ShouldBe(new TeachingFacts(months));
    }

    [Theory]
    [InlineData("好几年 实验小学")]
    [InlineData("2020-09~2019-07 实验小学")]
    [InlineData("2016.1~2020-07 实验小学")]
    [InlineData("2016-13~2020-07 实验小学")]
    [InlineData("2016-09~ 实验小学")]
    public void An_unreadable_period_leaves_the_question_open_unless_the_rest_suffices(string period)
    {
        var open = (Applicant.Suitable with { Teaching = period + ";2021-10~至今 二小" }).Judged();
        open.Of("R08").Result.ShouldBe(FindingResult.Unknown);
        open.Of("R08").Facts.ShouldBe(new TeachingFacts(59));
        var enough = (Applicant.Suitable with { Teaching = period + ";2021-09~至今 二小" }).Judged();
        enough.Of("R08").Result.ShouldBe(FindingResult.Met);
        enough.Codes().ShouldContain(WarningCode.UnreadablePeriod);
    }

    [Theory]
    [InlineData("2021-09", 60, FindingResult.Met)]
    [InlineData("2021-10", 59, FindingResult.NotMet)]
    [InlineData("2021年9月", 60, FindingResult.Met)]
    public void A_start_date_alone_counts_with_a_warning(string since, int months, FindingResult result)
    {
        var verdict = (Applicant.Suitable with { Teaching = "", TeachingSince = since }).Judged();
        verdict.Of("R08").Result.ShouldBe(result);
        verdict.Of("R08").Facts.ShouldBe(new TeachingFacts(months));
        verdict.Codes().ShouldContain(WarningCode.StartDateOnly);
    }

    [Fact]
    public void A_start_date_beside_periods_is_not_used()
        => (Applicant.Suitable with { Teaching = "2024-09~至今 一小", TeachingSince = "1999-09" }).Judged()
            .Of("R08").Facts.ShouldBe(new TeachingFacts(24));

    [Theory]
    [InlineData("", FindingReason.TeachingMissing)]
    [InlineData("很早", FindingReason.TeachingSinceUnreadable)]
    [InlineData("2010.1", FindingReason.TeachingSinceUnreadable)]
    public void Neither_periods_nor_a_readable_start_is_asked(string since, FindingReason reason)
    {
        var finding = (Applicant.Suitable with { Teaching = " ; ", TeachingSince = since }).Judged().Of("R08");
        (finding.Result, finding.Reason).ShouldBe((FindingResult.Unknown, reason));
        finding.Facts.ShouldBe(new TeachingFacts(null));
    }

    [Theory]
    [InlineData("2021-09~至今 一小", true)]
    [InlineData("2020-10~至今 一小", true)]
    [InlineData("2020-09~至今 一小", false)]
    [InlineData("2021-10~至今 一小", false)]
    public void The_ministrys_six_years_are_reported_and_not_enforced(string teaching, bool warned)
        => (Applicant.Suitable with { Teaching = teaching }).Judged().Codes().Contains(WarningCode.MinistrySixYears).ShouldBe(warned);

    [Fact]
    public void A_remark_about_a_loan_warns_and_changes_nothing()
    {
        var verdict = (Applicant.Suitable with { Remarks = "曾获表扬; 借调教育局" }).Judged();
        verdict.Verdict.ShouldBe(Verdict.Eligible);
        verdict.Warnings.ShouldHaveSingleItem().Arguments["written"].ShouldBe("借调教育局");
    }

    [Fact]
    public void The_order_of_periods_and_saying_one_twice_change_nothing()
        => Periods.Array[1, 6].Sample(periods =>
        {
            var straight = Months(periods);
            Months([.. periods.Reverse()]).ShouldBe(straight);
            Months([.. periods, periods[0]]).ShouldBe(straight);
        });

    [Fact]
    public void More_front_line_time_never_lowers_and_other_work_never_raises_the_months()
        => Gen.Select(Periods.Array[1, 5], Periods).Sample((periods, more) =>
        {
            Months([.. periods, more]).ShouldBeGreaterThanOrEqualTo(Months(periods));
            Months([.. periods, more + "(非一线)"]).ShouldBeLessThanOrEqualTo(Months(periods));
        });

    private static Gen<string> Periods { get; } = Gen.Select(Gen.Int[2000, 2027], Gen.Int[1, 12], Gen.Int[0, 60])
        .Select((year, month, length) => (First: new DateOnly(year, month, 1), Last: new DateOnly(year, month, 1).AddMonths(length)))
        .Select(period => $"{period.First:yyyy-MM}~{period.Last:yyyy-MM} 某校");

    private static int Months(string[] periods)
        => ((TeachingFacts)(Applicant.Suitable with { Teaching = string.Join(';', periods) }).Judged().Of("R08").Facts).Months!.Value;
}
