using CsCheck;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Policy.Tests.Secondment;

/// <summary>What holds for every teacher, every record and every reading.</summary>
public sealed class SecondmentLaws
{
    private static readonly DateOnly Start = new(2019, 9, 1);

    private static readonly Gen<PlacementFact> Stays =
        from start in Gen.Int[0, 3000]
        from days in Gen.Int[60, 420]
        from stage in Gen.Enum<SchoolStage>()
        from kind in Gen.Enum<PlacementKind>()
        from isCompleted in Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false)))
        select new PlacementFact(Start.AddDays(start), Start.AddDays(start + days), stage, kind, isCompleted);

    private static readonly Gen<PlacementFact> WholeSemesters =
        from name in Gen.Int[0, 16].Select(n => new SemesterName(2019, 1).After(n))
        from stage in Gen.Enum<SchoolStage>()
        select Teacher.EveryYear.Find(stage, name)! is var one ? new PlacementFact(one.First, one.Last, stage, PlacementKind.Secondment, true) : null!;

    private static readonly Gen<Teacher> Teachers =
        from anchor in Gen.Int[0, 2500]
        from stays in Gen.OneOf(Stays, WholeSemesters).Array[0, 5]
        from exempt in Gen.Int[0, 20].Select(n => new ExemptionFact(new SemesterName(2020, 1).After(n), "产假")).Array[0, 4]
        from reading in Gen.Enum<CycleReading>()
        from support in Gen.Bool
        from isPublished in Gen.Bool
        from stage in Gen.Enum<SchoolStage>()
        select new Teacher
        {
            Anchor = Start.AddDays(anchor), Placements = stays, Exemptions = exempt, Stage = stage,
            Calendar = isPublished ? Teacher.EveryYear : Teacher.OneYear,
            Policy = Teacher.Delivered with { Reading = reading, SupportTeachingCounts = support },
        };

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 4000].Select(n => Start.AddDays(n));

    [Fact]
    public void The_order_of_the_placements_does_not_matter() =>
        Teachers.SelectMany(teacher => Gen.Shuffle(teacher.Placements.ToArray()).Select(shuffled => (teacher, shuffled))).Select(Days).Sample((both, day) =>
        {
            var (one, other) = (both.teacher.On(day), (both.teacher with { Placements = both.shuffled }).On(day));
            return one.Due == other.Due && one.Result == other.Result && one.Reason == other.Reason
                && one.Completed.SequenceEqual(other.Completed) && one.Variants.SequenceEqual(other.Variants);
        });

    [Fact]
    public void Another_completed_placement_never_hurts() =>
        Gen.Select(Teachers, Gen.OneOf(Stays, WholeSemesters), Days).Sample((teacher, stay, day) =>
        {
            var (before, after) = (teacher.On(day), teacher.After(stay with { IsCompleted = true }).On(day));
            return !(before.Result is FindingResult.Met && after.Result is FindingResult.NotMet) && after.Due!.DueBy >= before.Due!.DueBy;
        });

    [Fact]
    public void The_last_feasible_semester_ends_by_the_deadline_and_the_next_one_does_not() =>
        Gen.Select(Teachers, Days).Sample((teacher, day) =>
        {
            var due = teacher.On(day).Due!;
            return due.LastFeasible.Last <= due.DueBy && teacher.Calendar.Next(due.LastFeasible).Last > due.DueBy
                && due.Allows(due.LastFeasible) && !due.Allows(teacher.Calendar.Next(due.LastFeasible))
                && !teacher.Exemptions.Any(one => one.Semester == due.LastFeasible.Name);
        });

    [Fact]
    public void The_verdict_depends_on_the_reading_exactly_when_the_variants_disagree() =>
        Gen.Select(Teachers, Days).Sample((teacher, day) =>
        {
            var finding = teacher.On(day);
            return finding.DependsOnReading == (finding.Variants.Select(variant => variant.Result).Distinct().Count() > 1);
        });
}
