using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>Small problems; each test states only what matters. Semesters begin with 2026-2027-1, and plenty of colleagues stay at home.</summary>
internal static class Problems
{
    public const string Maths = "数学";

    public static SecondmentProblem Of(int semesters, params PlannedTeacher[] teachers) => new(
        [.. Enumerable.Range(0, semesters).Select(n => new SemesterName(2026, 1).After(n))], [.. teachers], [], []);

    public static PlannedTeacher Teacher(string id, int? lastFeasible) => new(id, $"教师{id}", Maths) { Stage = SchoolStage.Primary, LastFeasible = lastFeasible };

    public static HostSchool Host(string id, int places = 1, int kilometres = 0) => new(id, $"学校{id}", SchoolStage.Primary, kilometres, false)
    {
        Places = ImmutableDictionary<string, int>.Empty.Add(Maths, places),
    };

    public static SecondmentProblem At(this SecondmentProblem problem, params HostSchool[] hosts) => problem with { Hosts = [.. hosts] };

    public static SecondmentProblem Covered(this SecondmentProblem problem, int atHome, string subject = Maths) => problem with
    {
        Cover = problem.Cover.Add(new SubjectCover(subject, [.. problem.Semesters.Select(_ => atHome)])),
    };

    public static PlannedTeacher NotIn(this PlannedTeacher teacher, params int[] semesters) => teacher with
    {
        Unavailable = [.. semesters.Select(semester => new Unavailable(semester, new Bilingual("病假", "sick leave")))],
    };

    public static SecondmentPlan Solve(this SecondmentProblem problem, int seed = 0) =>
        SecondmentPlanner.Solve(problem, new PlannerOptions(seed), null, TestContext.Current.CancellationToken);

    /// <summary>The placements as <c>A@0:X</c>: who, when, where.</summary>
    public static IEnumerable<string> Lines(this SecondmentPlan plan) => plan.Assignments.Select(one => $"{one.TeacherId}@{one.Semester}:{one.HostId}");
}
