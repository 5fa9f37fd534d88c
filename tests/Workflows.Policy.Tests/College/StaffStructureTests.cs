using Workflows.Policy.Education;
using Workflows.Policy.College;
using Workflows.Policy.Shares;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests.College;

public sealed class StaffStructureTests
{
    private static readonly StructurePolicy Policy = Colleges.Policy;

    [Fact]
    public void Sixteen_of_seventeen_with_an_intermediate_title_are_enough_and_nine_of_them_senior()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(9, TitleLevel.Senior), .. Colleges.Teachers(7, TitleLevel.Intermediate), .. Colleges.Teachers(1, TitleLevel.Assistant)]);
        var (intermediate, senior) = (StaffStructure.IntermediateTitles(facts, Policy), StaffStructure.SeniorTitles(facts, Policy));
        (intermediate.Verdict, intermediate.Numerator, intermediate.Denominator, intermediate.ShortBy).ShouldBe((FindingResult.Met, 16m, 17m, null));
        intermediate.Who.ShouldBe(["Assistant1"]);
        (senior.Verdict, senior.Numerator, senior.Denominator).ShouldBe((FindingResult.Met, 9m, 17m));
    }

    [Fact]
    public void One_title_fewer_falls_short_by_one()
    {
        var report = StaffStructure.IntermediateTitles(Colleges.Of([.. Colleges.Teachers(15, TitleLevel.Intermediate), .. Colleges.Teachers(2, TitleLevel.Assistant)]), Policy);
        (report.Verdict, report.ShortBy).ShouldBe((FindingResult.NotMet, 1));
        report.Who.ShouldBe(["Assistant1", "Assistant2"]);
    }

    [Fact]
    public void A_title_that_nobody_knows_is_named_and_not_counted_as_none()
    {
        var report = StaffStructure.IntermediateTitles(Colleges.Of([.. Colleges.Teachers(8, TitleLevel.Senior), new StaffFact("张伟", true, true), new StaffFact("李娜", true, true)]), Policy);
        report.Verdict.ShouldBe(FindingResult.Unknown);
        report.Missing.ShouldBe(["张伟：职称", "李娜：职称"]);
        report.ShortBy.ShouldBeNull();
    }

    [Fact]
    public void By_title_held_or_by_post_appointed_to_may_differ_and_then_the_verdict_depends_on_the_reading()
    {
        var held = Colleges.Teachers(10, TitleLevel.Intermediate).Select(one => one with { Appointed = TitleLevel.Junior });
        var report = StaffStructure.IntermediateTitles(Colleges.Of([.. held]), Policy);
        report.DependsOnReading.ShouldBeTrue();
        report.Variants.Select(variant => (variant.Reading, variant.Verdict)).ShouldBe([("held", FindingResult.Met), ("appointed", FindingResult.NotMet)]);
    }

    [Fact]
    public void Thirty_four_teachers_of_forty_staff_are_enough_and_thirty_three_are_not()
    {
        StaffStructure.FullTimeTeachers(Colleges.Of([.. Colleges.Teachers(34, TitleLevel.Senior), .. Colleges.Others(6)]), Policy).Verdict.ShouldBe(FindingResult.Met);
        var report = StaffStructure.FullTimeTeachers(Colleges.Of([.. Colleges.Teachers(33, TitleLevel.Senior), .. Colleges.Others(7)]), Policy);
        (report.Verdict, report.ShortBy).ShouldBe((FindingResult.NotMet, 1));
        report.Who.Length.ShouldBe(7);
    }

    [Fact]
    public void Who_has_left_counts_nowhere()
    {
        var gone = new StaffFact("离校", true, false) { Held = TitleLevel.Assistant, Education = EducationLevel.Associate };
        var report = StaffStructure.Education(Colleges.Of([.. Colleges.Teachers(3, TitleLevel.Senior), gone]), Policy);
        (report.Verdict, report.Denominator).ShouldBe((FindingResult.Met, 3m));
    }

    [Fact]
    public void Part_time_teachers_are_counted_once_and_own_staff_not_at_all()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(2, TitleLevel.Senior)]) with { PartTimeTeachers = ["外聘甲", "外聘甲", "Senior1"] };
        var report = StaffStructure.PartTimeTeachers(facts);
        (report.Verdict, report.Numerator, report.Denominator, report.ShortBy).ShouldBe((FindingResult.NotMet, 1m, 2m, 1));
        StaffStructure.PartTimeTeachers(facts with { PartTimeTeachers = ["外聘甲", "外聘乙"] }).Verdict.ShouldBe(FindingResult.Met);
        StaffStructure.PartTimeTeachers(facts with { PartTimeTeachers = null }).Missing.ShouldBe(["兼职聘书"]);
    }

    [Fact]
    public void A_teacher_without_a_subject_is_asked_about()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(1, TitleLevel.Senior), new StaffFact("张伟", true, true)]);
        var report = StaffStructure.Subjects(facts);
        (report.Verdict, report.Numerator).ShouldBe((FindingResult.Unknown, 1m));
        report.Who.ShouldBe(["张伟"]);
    }
}
