using Workflows.Policy.College;

namespace Workflows.Policy.Tests.College;

/// <summary>R26 任务到人，逐条逐项, and R21 任期目标责任制.</summary>
public sealed class StandardItemsTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Fact]
    public void Without_a_register_it_isn_t_known() =>
        Establishment.StandardItems(Colleges.Of()).ShouldBe(ClauseReport.Unknown("R26", "每个标准项有责任人、佐证和期限", "标准项台账"), new SameReport());

    [Theory]
    [InlineData("2026-09-01", "", FindingResult.Met, true)]
    [InlineData("2026-08-31", "", FindingResult.NotMet, false)]
    [InlineData("2026-08-31", "简报", FindingResult.Met, false)]
    public void Evidence_may_come_until_the_due_day(string due, string evidence, FindingResult verdict, bool depends)
    {
        var report = Of(new StandardItemFact("1", "制定计划", "周敏", DateOnly.Parse(due, null), evidence));

        (report.Verdict, report.DependsOnReading, report.Denominator).ShouldBe((verdict, depends, 1));
        report.Who.ShouldBe(verdict is FindingResult.NotMet ? ["周敏"] : []);
        report.Missing.ShouldBe(verdict is FindingResult.NotMet ? ["第 1 项佐证"] : []);
    }

    [Fact]
    public void An_item_that_nobody_sees_to_falls_short_and_is_named()
    {
        var report = Of(new StandardItemFact("2.10", "督导清单", null, null, ""), new StandardItemFact("3", "预算批复", "陈国栋", Day, "批复"));

        (report.Verdict, report.Numerator, report.Denominator, report.DependsOnReading).ShouldBe((FindingResult.NotMet, 1, 2, false));
        report.Missing.ShouldBe(["第 2.10 项责任人、期限"]);
        ClauseWording.Remedy(report)!.Zh.ShouldBe("落实：第 2.10 项责任人、期限");
    }

    [Theory]
    [InlineData(true, null, FindingResult.Met, "")]
    [InlineData(false, null, FindingResult.Unknown, "陈国栋：任期目标")]
    [InlineData(true, "2026-07-31", FindingResult.Unknown, "陈国栋：2026-07-31 届满任期的考核")]
    public void A_leader_has_a_term_with_goals_and_the_last_one_was_assessed(bool hasGoals, string? unassessed, FindingResult verdict, string missing)
    {
        var report = TeacherDuties.Terms(Colleges.Of(new StaffFact("陈国栋", true, true)
        {
            IsLeader = true, TermEnds = new DateOnly(2029, 7, 31), HasTermGoals = hasGoals,
            UnassessedTermEnd = unassessed is null ? null : DateOnly.Parse(unassessed, null),
        }));

        (report.Verdict, string.Join(";", report.Missing), report.Denominator).ShouldBe((verdict, missing, 1));
    }

    [Fact]
    public void A_leader_without_a_term_isn_t_asked_for_its_goals() =>
        TeacherDuties.Terms(Colleges.Of(new StaffFact("陈国栋", true, true) { IsLeader = true })).Missing.ShouldBe(["陈国栋：任期起止"]);

    private static ClauseReport Of(params StandardItemFact[] items) => Establishment.StandardItems(Colleges.Of() with { StandardItems = [.. items] });

    private sealed class SameReport : IEqualityComparer<ClauseReport>
    {
        public bool Equals(ClauseReport? one, ClauseReport? other) =>
            (one!.Clause, one.Verdict, one.Required, string.Join(";", one.Missing)) == (other!.Clause, other.Verdict, other.Required, string.Join(";", other.Missing));

        public int GetHashCode(ClauseReport report) => report.Clause.GetHashCode(StringComparison.Ordinal);
    }
}
