using Workflows.Planning.Secondment;

namespace Workflows.Planning.Tests.Secondment;

/// <summary>A placement, as plainly as can be.</summary>
internal sealed record Turn(string Teacher, int Semester, string Host);

/// <summary>The rules and costs once more, written from their sentences and not from the planner: what a plan breaks, and what it costs.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<Turn> Turns(this SecondmentPlan plan) => [.. plan.Assignments.Select(one => new Turn(one.TeacherId, one.Semester, one.HostId))];

    /// <summary>Each broken rule, the last one being what no rule of the office says: nobody is at two places at once.</summary>
    public static IReadOnlyList<PlanRule?> Broken(SecondmentProblem problem, IReadOnlyCollection<Turn> plan)
    {
        List<PlanRule?> broken = [];
        foreach (var teacher in problem.Teachers)
            broken.AddRange(BrokenBy(problem, teacher, [.. plan.Where(turn => turn.Teacher == teacher.Id).OrderBy(turn => turn.Semester)]));
        var subject = problem.Teachers.ToDictionary(teacher => teacher.Id, teacher => teacher.Subject);
        foreach (var here in plan.Where(turn => IsCounted(problem, turn)).GroupBy(turn => (turn.Host, Subject: subject[turn.Teacher], turn.Semester)))
        {
            var host = problem.Hosts.Single(one => one.Id == here.Key.Host);
            var taken = host.Taken.Where(one => one.Subject == here.Key.Subject && one.Semester == here.Key.Semester).Sum(one => one.Count);
            if (!host.Places.IsEmpty && here.Count() > Math.Max(0, host.Places.GetValueOrDefault(here.Key.Subject) - taken))
                broken.Add(new(PlanRuleKind.Places, null, here.Key.Subject, here.Key.Host, here.Key.Semester));
        }

        foreach (var away in plan.GroupBy(turn => (Subject: subject[turn.Teacher], turn.Semester)))
        {
            if (problem.Cover.FirstOrDefault(one => one.Subject == away.Key.Subject) is { } cover
                && away.Count() > Math.Max(0, cover.AtHome[away.Key.Semester] - cover.Minimum))
                broken.Add(new(PlanRuleKind.SubjectCover, null, away.Key.Subject, null, away.Key.Semester));
        }

        return broken;
    }

    /// <summary>For how many semesters overdue people wait.</summary>
    public static long Waiting(SecondmentProblem problem, IReadOnlyCollection<Turn> plan) => problem.Teachers.Where(one => one.LastFeasible < 0)
        .Sum(teacher => plan.Where(turn => turn.Teacher == teacher.Id).Select(turn => turn.Semester).DefaultIfEmpty(problem.Semesters.Length).Min());

    /// <summary>What a plan costs.</summary>
    public static long Cost(SecondmentProblem problem, IReadOnlyCollection<Turn> plan)
    {
        var (weights, semesters) = (problem.Weights, problem.Semesters.Length);
        var people = problem.Teachers.Count(teacher => teacher.LastFeasible < semesters) + problem.AlreadyAway.Sum();
        long cost = 0;
        for (var semester = 0; semester < semesters; semester++)
        {
            var away = plan.Count(turn => turn.Semester == semester) + (problem.AlreadyAway.IsEmpty ? 0 : problem.AlreadyAway[semester]);
            var (least, most) = ((int)Math.Floor((double)people / semesters), (int)Math.Ceiling((double)people / semesters));
            cost += weights.Spread * (long)(away > most ? away - most : away < least ? least - away : 0);
        }

        foreach (var turn in plan)
        {
            var (teacher, host) = (problem.Teachers.Single(one => one.Id == turn.Teacher), problem.Hosts.Single(one => one.Id == turn.Host));
            var wish = teacher.Wishes.ToList().FindIndex(one => (one.Semester is null || one.Semester == turn.Semester) && (one.HostId is null || one.HostId == turn.Host));
            var burden = host.DistanceKilometres + (host.IsRural ? 20 : 0);
            cost += weights.Placement + (teacher.Wishes.IsEmpty ? 0 : wish < 0 ? weights.UnmetWish : Math.Min(weights.UnmetWish, wish * weights.LowerWish))
                + (teacher.Stage is { } stage && stage != host.Stage ? weights.OtherStage : 0)
                + (weights.Burden * ((int)(Math.Pow(teacher.PastBurden + burden, 2) - Math.Pow(teacher.PastBurden, 2)) / 100));
        }

        foreach (var line in problem.Approved)
        {
            if (!plan.Any(turn => turn.Teacher == line.TeacherId && turn.Semester == line.Semester)) cost += weights.ChangedSemester;
            else if (!plan.Contains(new Turn(line.TeacherId, line.Semester, line.HostId))) cost += weights.ChangedHost;
        }

        return cost;
    }

    // Who is at a school that has no places for the subject is one too many by another rule, unless a decision sent them.
    private static bool IsCounted(SecondmentProblem problem, Turn turn)
    {
        var teacher = problem.Teachers.Single(one => one.Id == turn.Teacher);
        return problem.Hosts.Single(one => one.Id == turn.Host).Places.GetValueOrDefault(teacher.Subject) > 0
            || teacher.Pins.Any(pin => pin.HostId == turn.Host && (pin.Semester is null || pin.Semester == turn.Semester));
    }

    private static IEnumerable<PlanRule?> BrokenBy(SecondmentProblem problem, PlannedTeacher teacher, List<Turn> turns)
    {
        var semesters = problem.Semesters.Length;
        if (turns.Select(turn => turn.Semester).Distinct().Count() < turns.Count)
            yield return null;
        if (teacher.LastFeasible < 0 && turns.Count == 0)
            yield return new(PlanRuleKind.LastFeasible, teacher.Id);
        if (teacher.LastFeasible is >= 0 and var last && last < semesters && !turns.Exists(turn => turn.Semester <= LastAt(turn.Host)))
            yield return new(PlanRuleKind.LastFeasible, teacher.Id);
        foreach (var turn in turns)
        {
            var host = problem.Hosts.Single(one => one.Id == turn.Host);
            var pinned = teacher.Pins.Any(pin => pin.HostId == turn.Host && (pin.Semester is null || pin.Semester == turn.Semester));
            if (teacher.Unavailable.Any(one => one.Semester == turn.Semester))
                yield return new(PlanRuleKind.Unavailable, teacher.Id, Semester: turn.Semester);
            if (teacher.PastHosts.Contains(turn.Host))
                yield return new(PlanRuleKind.RepeatHost, teacher.Id, HostId: turn.Host);
            foreach (var pin in teacher.Pins.Where(pin => pin.HostId is not null && pin.HostId != turn.Host && (pin.Semester is null || pin.Semester == turn.Semester)))
                yield return new(PlanRuleKind.Pin, teacher.Id, HostId: pin.HostId, Semester: pin.Semester);
            if (host.Places.GetValueOrDefault(teacher.Subject) == 0 && !pinned)
                yield return new(PlanRuleKind.PlacesOnRecord, Subject: teacher.Subject);
            if (turn.Semester < teacher.NextDue.Length && teacher.NextDue[turn.Semester] is var next && next > turn.Semester && next < semesters
                && !turns.Exists(other => other.Semester > turn.Semester && other.Semester <= next))
                yield return new(PlanRuleKind.NextDue, teacher.Id, Semester: turn.Semester);
        }

        foreach (var again in turns.GroupBy(turn => turn.Host).Where(same => same.Count() > 1))
            yield return new(PlanRuleKind.RepeatHost, teacher.Id, HostId: again.Key);
        foreach (var pin in teacher.Pins.Where(pin => pin.Semester is { } at && !turns.Exists(turn => turn.Semester == at)))
            yield return new(PlanRuleKind.Pin, teacher.Id, HostId: pin.HostId, Semester: pin.Semester);

        int LastAt(string host) => teacher.LastFeasibleAt.GetValueOrDefault(problem.Hosts.Single(one => one.Id == host).Stage, teacher.LastFeasible!.Value);
    }
}
