using System.Collections.Immutable;
using CsCheck;
using Workflows.Policy.College;
using Workflows.Policy.College.Futures;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests.College;

/// <summary>Two futures side by side, counted by hand.</summary>
public sealed class FutureTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    // Ten teachers since 2015: 5 senior, 4 intermediate, 1 assistant of associate level; two others; eight part-timers; places for 11.
    private static readonly CollegeFacts College = Colleges.Of(
    [
        .. Colleges.Teachers(5, TitleLevel.Senior).Select(OnRoster), .. Colleges.Teachers(4, TitleLevel.Intermediate).Select(OnRoster),
        .. Colleges.Teachers(1, TitleLevel.Assistant).Select(one => OnRoster(one) with { Education = EducationLevel.Associate }), .. Colleges.Others(2),
    ]) with
    {
        PartTimeTeachers = [.. Enumerable.Range(1, 8).Select(n => $"兼{n}")],
        Quotas = [new("编制", 11, 10), new("高级岗", 5, 5) { Level = TitleLevel.Senior }, new("中级岗", 5, 4) { Level = TitleLevel.Intermediate }],
    };

    [Fact]
    public void Where_nothing_is_changed_A_is_B_and_both_are_the_report()
    {
        var day = Compare(Future.AsRecorded, Future.AsRecorded);
        day.Clauses.ShouldAllBe(one => !one.Differs && one.B.Because.IsEmpty);
        day.Clauses.Select(one => one.Clause).ShouldBe(["R01", "R02", "R03", "R04", "R13", "R15", "R16", "R25"]);
        day.Clauses.Select(one => one.A.Report.Verdict).ShouldBe(CollegeReport.Staffing(College, Colleges.Policy).Select(one => one.Verdict));
    }

    [Fact]
    public void Two_who_just_fulfil_R05_and_R07_move_the_numbers_as_by_hand()
    {
        var day = Compare(Future.AsRecorded, new() { Hires = [new(2, Day) { Subject = "数学" }] });
        Told(day, "R01").ShouldBe("10/10 Met | 12/12 Met");
        Told(day, "R02").ShouldBe("9/10 Met | 11/12 Met");
        Told(day, "R03").ShouldBe("5/10 Met | 5/12 NotMet");
        Told(day, "R04").ShouldBe("10/12 NotMet | 12/14 Met");
        // Two entrants of ten teachers at the window's start.
        Told(day, "R13").ShouldBe("0/10 NotMet | 2/10 Met");
        Told(day, "R15").ShouldBe("9/10 Met | 11/12 Met");
        Told(day, "R16").ShouldBe("8/10 NotMet | 8/12 NotMet");
        // Twelve of eleven places, six of five intermediate posts.
        Told(day, "R25").ShouldBe("10/11 Met | 12/11 NotMet");
        var seniors = day.Clauses.Single(one => one.Clause == "R03").B;
        seniors.Report.ShortBy.ShouldBe(1);
        seniors.Why.ShouldBe(new(
            "R03：12 人中高级及以上 5 人（41.6%），占全部专任教师·按已评职称；要求不低于 50%：未达标，还差 1 人。",
            "R03: 5 of 12 are senior or above (41.6%), of all full-time teachers, by the title held; at least 50% asked: not met, short by 1."));
        seniors.Because.ShouldHaveSingleItem().Zh.ShouldBe("2026-09-01 起新进专任教师 2 人，符合 R05 最低要求，符合 R07 最低要求，数学");
        Told(Compare(Future.AsRecorded, new() { Hires = [new(2, Day.AddDays(1))] }), "R03").ShouldBe("5/10 Met | 5/10 Met");
    }

    [Fact]
    public void Another_number_or_reading_turns_a_verdict()
    {
        var strict = Compare(Future.AsRecorded, new() { Numbers = Numbers(("minimumSeniorPercent", 51)), Readings = Readings(("R13", "leavers/start/rolling")) });
        Told(strict, "R03").ShouldBe("5/10 Met | 5/10 NotMet");
        strict.Clauses.Single(one => one.Clause == "R03").B.Because.ShouldBe([new("R03 高级职称不低于（%）改为 51", "R03 Senior titles and above, at least (%): 51")]);
        strict.Clauses.Single(one => one.Clause == "R13").B.Report.Variants[0].Reading.ShouldBe("leavers/start/rolling");
        Told(Compare(Future.AsRecorded, new() { Numbers = Numbers(("renewalPercentFrom", 18), ("renewalPercentTo", 22)), Hires = [new(3, Day)] }), "R13")
            .ShouldBe("0/10 NotMet | 3/10 Met", "the band is never tighter than one person");
    }

    [Fact]
    public void An_exit_an_appointment_and_a_title_move_what_they_should()
    {
        var (leaver, rising) = (College.Staff[0].Id, College.Staff[5].Id);
        var gone = Compare(Future.AsRecorded, new() { Exits = [new(leaver, Day)] });
        Told(gone, "R03").ShouldBe("5/10 Met | 4/9 NotMet");
        Told(gone, "R25").ShouldBe("10/11 Met | 9/11 Met");
        var post = Compare(Future.AsRecorded, new() { Levels = [new(rising, Day, LevelKind.Post, TitleLevel.Senior)] });
        Told(post, "R03").ShouldBe("5/10 Met | 5/10 Met");
        post.Clauses.Single(one => one.Clause == "R03").Differs.ShouldBeTrue("the reading by posts moves");
        Told(post, "R25").ShouldBe("10/11 Met | 10/11 NotMet");
        Told(Compare(Future.AsRecorded, new() { Levels = [new(rising, Day, LevelKind.Title, TitleLevel.Senior)] }), "R03").ShouldBe("5/10 Met | 6/10 Met");
    }

    [Fact]
    public void What_is_not_known_stays_unknown()
    {
        var unknown = College with { PartTimeTeachers = null, Staff = [.. College.Staff.Select(one => one with { Held = null })] };
        var day = FutureComparison.Of([unknown], Colleges.Policy, Future.AsRecorded, new() { Hires = [new(9, Day, HireKind.PartTimeTeacher)] }).Days[0];
        Told(day, "R16").ShouldBe("/ Unknown | / Unknown");
        Told(day, "R02").ShouldBe("0/10 Unknown | 0/10 Unknown");
        Told(Compare(Future.AsRecorded, new() { Hires = [new(2, Day, HireKind.PartTimeTeacher)] }), "R16").ShouldBe("8/10 NotMet | 10/10 Met");
    }

    [Fact]
    public void The_order_of_the_changes_does_not_matter()
    {
        var teachers = College.Teachers.ToList();
        Gen.Shuffle(Enumerable.Range(0, 6).ToArray()).Array[3].Sample(orders =>
        {
            ImmutableArray<FutureHire> hires = [.. orders[0].Select(n => new FutureHire(1 + n, Day.AddDays(n % 3), (HireKind)(n % 3)) { Title = (TitleLevel)n, Subject = n == 2 ? "" : "语文" })];
            ImmutableArray<FutureExit> exits = [.. orders[1].Select(n => new FutureExit(teachers[n].Id, Day.AddDays(-n)))];
            ImmutableArray<FutureLevel> levels = [.. orders[2].Select(n => new FutureLevel(teachers[3 + (n / 2)].Id, Day.AddDays(-n), LevelKind.Title, (TitleLevel)n))];
            var ordered = new Future { Hires = [.. hires.OrderBy(one => one.People)], Exits = [.. exits.OrderBy(one => one.From)], Levels = [.. levels.OrderBy(one => one.From)] };
            var shuffled = new Future { Hires = hires, Exits = exits, Levels = levels };
            return Compare(ordered, shuffled).Clauses.All(one => !one.Differs && one.A.Why == one.B.Why);
        }, iter: 100);
    }

    [Fact]
    public void What_cannot_be_counted_is_refused_in_words()
    {
        var (leaver, today) = (College.Staff[0].Id, Day);
        Faults(new() { Numbers = Numbers(("minimumSeniorPercent", 101)) }).ShouldBe(["R03 高级职称不低于（%）：请写 1 到 100 的整数。"]);
        Faults(new() { Numbers = Numbers(("renewalPercentFrom", 30)) }).ShouldBe(["R13：下限 30% 高于上限 25%。"]);
        Faults(new() { Numbers = Numbers(("minimumMagic", 1)), Readings = Readings(("R02", "guessed")) }).ShouldBe(["R02 没有“guessed”这一口径。", "没有“minimumMagic”这一数字。"]);
        Faults(new() { Exits = [new(leaver, today), new(leaver, today.AddDays(9)), new(Guid.CreateVersion7(), today), new(leaver, default)] }).Length.ShouldBe(3);
        Faults(new() { Exits = [new(leaver, new DateOnly(2017, 1, 1))] }).ShouldBeEmpty();
        Faults(new() { Hires = [new(0, today), new(1, today.AddYears(11)), new(1, today) { BornIn = 2020 }] }).Length.ShouldBe(3);
        FutureChecks.Notes(new() { Hires = [new(1, today) { Education = EducationLevel.Associate, Title = TitleLevel.Assistant, BornIn = 1980 }] }, Book.Delivered.Hiring)
            .Select(one => one.Zh[..3]).ShouldBe(["R05", "R07", "R06"]);

        string[] Faults(Future future) => [.. FutureChecks.Faults(future, College, Colleges.Policy, today).Select(one => one.Zh)];
    }

    private static StaffFact OnRoster(StaffFact one) => one with { Id = Guid.CreateVersion7(), OnEstablishment = true, Place = one.Held };

    private static ComparedDay Compare(Future a, Future b) => FutureComparison.Of([College], Colleges.Policy, a, b).Days[0];

    private static ImmutableSortedDictionary<string, int> Numbers(params (string Name, int Value)[] numbers) => numbers.ToImmutableSortedDictionary(one => one.Name, one => one.Value);

    private static ImmutableSortedDictionary<string, string> Readings(params (string Clause, string Reading)[] readings) =>
        readings.ToImmutableSortedDictionary(one => one.Clause, one => one.Reading);

    private static string Told(ComparedDay day, string clause)
    {
        var one = day.Clauses.Single(compared => compared.Clause == clause);
        return $"{Numbers(one.A.Report)} | {Numbers(one.B.Report)}";

        static string Numbers(ClauseReport report) => $"{report.Numerator}/{report.Denominator} {report.Verdict}";
    }
}
