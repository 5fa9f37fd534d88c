using Workflows.Policy.College;
using Workflows.Policy.Education;
using Workflows.Policy.Titles;

namespace Workflows.Policy.Tests.College;

/// <summary>What a decision would do to the structure clauses.</summary>
public sealed class StaffChangeTests
{
    private static readonly DateOnly Day = new(2026, 9, 1);

    [Fact]
    public void Nothing_changes_before_the_first_day()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(5, TitleLevel.Senior)]);
        new StaffChange.Leaving(Day.AddDays(1), facts.Staff[0].Id).Apply(facts).ShouldBe(facts);
    }

    [Fact]
    public void Whoever_comes_counts_from_the_first_day_and_as_an_entrant()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(9, TitleLevel.Intermediate), .. Colleges.Teachers(1, TitleLevel.Assistant)]);
        var change = new StaffChange.Joining(Day, [new StaffFact("新", true, false) { Held = TitleLevel.Senior, Education = EducationLevel.Bachelor }]);
        var (before, after) = (CollegeReport.Structure(facts, Colleges.Policy), CollegeReport.Structure(change.Apply(facts), Colleges.Policy));
        (before[0].Numerator, before[0].Denominator, after[0].Numerator, after[0].Denominator).ShouldBe((9m, 10m, 10m, 11m));
        (before[1].Numerator, after[1].Numerator).ShouldBe((0m, 1m));
        (before[3].Numerator, after[3].Numerator).ShouldBe((0m, 1m));
    }

    [Fact]
    public void Whoever_goes_counts_no_more_and_as_a_leaver()
    {
        var leaver = Colleges.Teachers(1, TitleLevel.Senior).Single() with { Id = Guid.CreateVersion7() };
        var facts = Colleges.Of([leaver, .. Colleges.Teachers(9, TitleLevel.Assistant)]);
        var after = new StaffChange.Leaving(Day, leaver.Id).Apply(facts);
        after.Teachers.Count().ShouldBe(9);
        after.Staff[0].IsThereOn(Day).ShouldBeFalse();
        after.Staff[0].IsThereOn(Day.AddDays(-1)).ShouldBeTrue();
        RenewalRate.Evaluate(after, Colleges.Policy).Variants.Single(one => one.Reading == "leavers/start/rolling").Numerator.ShouldBe(1m);
    }

    [Fact]
    public void An_appointment_changes_what_counts_by_post_and_not_the_title_held()
    {
        var rising = Colleges.Teachers(1, TitleLevel.Intermediate).Single() with { Id = Guid.CreateVersion7() };
        var facts = Colleges.Of([rising, .. Colleges.Teachers(1, TitleLevel.Senior)]);
        var after = StaffStructure.SeniorTitles(new StaffChange.Appointing(Day, rising.Id, TitleLevel.Senior).Apply(facts), Colleges.Policy);
        after.Numerator.ShouldBe(1m);
        after.Variants.Single(one => one.Reading == "all/appointed").Numerator.ShouldBe(2m);
    }

    [Fact]
    public void Every_clause_about_the_college_has_a_name_and_every_verdict_a_remedy_in_both_languages()
    {
        var facts = Colleges.Of([.. Colleges.Teachers(2, TitleLevel.Assistant), .. Colleges.Others(3)]) with { PartTimeTeachers = [] };
        foreach (var report in CollegeReport.Structure(facts, Colleges.Policy))
        {
            ClauseWording.Name(report.Clause).Zh.ShouldNotBeEmpty();
            var remedy = ClauseWording.Remedy(report);
            (remedy is null).ShouldBe(report.Verdict is FindingResult.Met, report.Clause);
            foreach (var variant in report.Variants)
                ClauseWording.Reading(variant.Reading).En.ShouldNotContain("/");
        }

        ClauseWording.Remedy(StaffStructure.PartTimeTeachers(facts))!.ShouldBe(new("再聘 2 名兼职教师即可达标", "2 more part-time teachers would do"));
    }
}
