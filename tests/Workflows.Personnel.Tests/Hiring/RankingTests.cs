using CsCheck;
using Workflows.Personnel.Hiring;
using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Tests.Hiring;

/// <summary>Who stands where: totals, the pass line, ties.</summary>
public sealed class RankingTests
{
    private static readonly RoundPlan Plan = new()
    {
        Post = "小学数学教研员", Subject = "数学", Stage = "小学", District = "沙县区", Places = 2, WrittenWeightPercent = 40, PassLine = 60,
        TieRule = TieRule.HigherInterview, ShortlistRatio = 3, CallUpUntil = new DateOnly(2026, 9, 30),
    };

    [Fact]
    public void Totals_are_weighted_and_rounded_half_up() =>
        Ranking.Total(Plan, Of(80.01m, 80.02m, 0)).ShouldBe(80.02m);

    [Fact]
    public void A_missing_score_gives_no_total() =>
        Ranking.Total(Plan, Of(80, null, 0)).ShouldBeNull();

    [Theory]
    [InlineData(59.99, false)]
    [InlineData(60, true)]
    [InlineData(60.01, true)]
    public void The_pass_line_itself_passes(double points, bool passes) =>
        (Ranking.Rank(Plan, [Of((decimal)points, (decimal)points, 0)]).Ordered.Count == 1).ShouldBe(passes);

    [Fact]
    public void Somebody_absent_is_not_ranked()
    {
        var absent = Of(90, 90, 0);
        absent.Absent = true;
        Ranking.Rank(Plan, [absent]).Ordered.ShouldBeEmpty();
    }

    [Fact]
    public void Equal_totals_are_told_apart_by_the_tie_rule_then_by_the_tie_break()
    {
        var (written, interview) = (Of(90, 80, 0), Of(75, 90, 0));
        Ranking.Rank(Plan, [written, interview]).Ordered.ShouldBe([interview, written]);
        Ranking.Rank(Plan with { TieRule = TieRule.HigherWritten }, [interview, written]).Ordered.ShouldBe([written, interview]);
        var (one, other) = (Of(80, 80, 1), Of(80, 80, 2));
        var broken = Ranking.Rank(Plan, [one, other]);
        broken.Ordered.ShouldBe([other, one]);
        broken.Ties.ShouldBeEmpty();
        other.TieBreak = 1;
        Ranking.Rank(Plan, [one, other]).Ties.ShouldHaveSingleItem().Count.ShouldBe(2);
    }

    [Fact]
    public void The_order_of_the_file_changes_nothing_but_ties() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100]).Array[0, 8].Sample(scores =>
        {
            var applications = scores.Select((score, place) => Of(score.Item1, score.Item2, place)).ToList();
            var forward = Ranking.Rank(Plan, applications).Ordered;
            var backward = Ranking.Rank(Plan, Enumerable.Reverse(applications)).Ordered;
            return forward.SequenceEqual(backward) && forward.All(one => Ranking.Total(Plan, one) >= Plan.PassLine);
        });

    [Theory]
    [InlineData("2026-09-30", 1)]
    [InlineData("2026-10-01", 0)]
    public void The_next_in_rank_is_called_up_until_the_announced_day(string today, int called)
    {
        var applications = new[] { At(Standing.CalledUp, 1), At(Standing.FailedChecks, 2), At(Standing.Shortlisted, 4), At(Standing.Shortlisted, 3) };
        var next = CallUp.Next(Plan, applications, DateOnly.ParseExact(today, "yyyy-MM-dd", null)).Next;
        next.Count.ShouldBe(called);
        next.ShouldAllBe(application => application.Rank == 3);
    }

    [Fact]
    public void Never_more_are_under_way_or_passed_than_there_are_places() =>
        Gen.Int[0, 12].Select(index => (Standing)index).Array[0, 12].Sample(standings =>
        {
            var applications = standings.Select((standing, place) => At(standing, place + 1)).ToList();
            var before = applications.Count(one => one.Standing is Standing.CalledUp or Standing.Proposed);
            var result = CallUp.Next(Plan, applications, new DateOnly(2026, 9, 1));
            return result.UnderWay + result.Passed <= Math.Max(Plan.Places, before);
        });

    private static Application At(Standing standing, int rank)
    {
        var application = Of(80, 80, 0);
        (application.Standing, application.Rank) = (standing, rank);
        return application;
    }

    private static Application Of(decimal? written, decimal? interview, decimal tieBreak) => new()
    {
        Id = Guid.CreateVersion7(), Name = "张伟", Identity = "张伟", Record = new ApplicantRecord(), Verdict = null!,
        Written = written, Interview = interview, TieBreak = tieBreak,
    };
}
