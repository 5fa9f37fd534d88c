using Workflows.Planning.Rotation;

namespace Workflows.Planning.Tests.Rotation;

/// <summary>A move, as plainly as can be.</summary>
internal sealed record Leaving(string Teacher, int Semester, string Host);

/// <summary>People who come, as plainly as can be.</summary>
internal sealed record Coming(int Semester, string Subject, NewcomerLevel Level, int Count);

/// <summary>The rules and costs of a rotation once more, written from their sentences and not from the planner: what a plan breaks, and what it costs.</summary>
internal static class RotationBook
{
    /// <summary>Each broken rule; the last one is what no rule of the office says: nobody moves twice.</summary>
    public static IEnumerable<string> Broken(RotationProblem problem, IReadOnlyCollection<Leaving> going, IReadOnlyCollection<Coming> coming)
    {
        for (var round = 0; round < problem.Rounds.Length; round++)
        {
            var semester = problem.Rounds[round];
            var gone = going.Where(one => one.Semester <= semester).Select(one => Teacher(problem, one)).ToList();
            var come = coming.Where(one => one.Semester <= semester).ToList();
            var (left, total) = (gone.Count, come.Sum(one => one.Count));
            if (round < problem.Renewal.Length && problem.Renewal[round] is var end)
            {
                if (end.Entrants + total < end.Lowest) yield return $"floor {round}";
                if (end.Entrants + total > Math.Max(end.Highest, end.Entrants)) yield return $"ceiling {round}";
            }

            if (!StaysWithin(total - left, problem.FreePlaces[round]))
                yield return $"establishment {round}";
            if (!problem.FreeSeniorPosts.IsEmpty
                && !StaysWithin(come.Where(one => one.Level is NewcomerLevel.Senior).Sum(one => one.Count) - gone.Count(one => one.IsInSeniorPost), problem.FreeSeniorPosts[round]))
                yield return $"senior posts {round}";
            if (problem.FreeSeniorPosts.IsEmpty && come.Exists(one => one.Level is NewcomerLevel.Senior)) yield return $"senior posts unknown {round}";
            if (left > total) yield return $"successor {round}";
            foreach (var subject in problem.Subjects.Where(one => one.Name.Length > 0))
            {
                var before = coming.Where(one => one.Semester < semester && one.Subject == subject.Name).Sum(one => one.Count);
                if (subject.Left[round] + before - gone.Count(one => one.Subject == subject.Name) < Math.Min(subject.Minimum, subject.Left[round]))
                    yield return $"cover {subject.Name} {round}";
            }
        }

        foreach (var floor in problem.Floors)
        {
            var gone = going.Where(one => one.Semester <= floor.Semester).Select(one => Teacher(problem, one)).ToList();
            var come = coming.Where(one => one.Semester <= floor.Semester).ToList();
            var counted = floor.Counted - gone.Count(one => floor.Clause == "R04" || one.CountsFor.Contains(floor.Clause))
                + come.Where(one => floor.Clause != "R03" || one.Level is NewcomerLevel.Senior).Sum(one => one.Count);
            var of = floor.Of - gone.Count + come.Sum(one => one.Count);
            var (before, after) = ((100 * floor.Counted) - (floor.Percent * floor.Of), (100 * counted) - (floor.Percent * of));
            if (after < 0 && after < before) yield return $"{floor.Clause} {floor.Semester}";
        }

        foreach (var there in going.GroupBy(one => (one.Host, Teacher(problem, one).Subject, one.Semester)))
        {
            var host = problem.Hosts.Single(one => one.Id == there.Key.Host);
            var decided = there.All(one => Teacher(problem, one).Pins.Any(pin => pin.HostId == one.Host && (pin.Semester ?? one.Semester) == one.Semester));
            if (there.Count() > host.Places.GetValueOrDefault(there.Key.Subject) && !(host.Places.IsEmpty && decided)) yield return $"places {there.Key}";
        }

        foreach (var teacher in problem.Teachers)
        {
            var own = going.Where(one => one.Teacher == teacher.Id).ToList();
            if (own.Count > 1) yield return $"twice {teacher.Id}";
            if (own.Exists(one => teacher.Unavailable.Any(away => away.Semester == one.Semester))) yield return $"unavailable {teacher.Id}";
            foreach (var pin in teacher.Pins)
            {
                if (pin.Semester is { } at && !own.Exists(one => one.Semester == at && (pin.HostId ?? one.Host) == one.Host)) yield return $"pin {pin}";
                if (pin.Semester is null && own.Exists(one => one.Host != pin.HostId)) yield return $"pin {pin}";
            }
        }
    }

    /// <summary>What a plan costs.</summary>
    public static long Cost(RotationProblem problem, IReadOnlyCollection<Leaving> going, IReadOnlyCollection<Coming> coming)
    {
        var weights = problem.Weights;
        var longest = problem.Teachers.Select(one => one.YearsInPost).DefaultIfEmpty(0).Max();
        long cost = 0;
        foreach (var move in going)
        {
            var (teacher, host) = (Teacher(problem, move), problem.Hosts.Single(one => one.Id == move.Host));
            var wish = teacher.Wishes.ToList().FindIndex(one => one == move.Host);
            cost += weights.Move + ((longest - teacher.YearsInPost) * weights.YearLess)
                + (teacher.Wishes.IsEmpty ? 0 : wish < 0 ? weights.UnmetWish : Math.Min(weights.UnmetWish, wish * weights.LowerWish))
                + (teacher.Stage is { } stage && stage != host.Stage ? weights.OtherStage : 0)
                + ((host.DistanceKilometres + (host.IsRural ? 20 : 0)) * weights.TenKilometres / 10);
        }

        foreach (var line in problem.Approved)
        {
            if (!going.Any(one => one.Teacher == line.TeacherId && one.Semester == line.Semester)) cost += weights.ChangedRound;
            else if (!going.Contains(new Leaving(line.TeacherId, line.Semester, line.HostId))) cost += weights.ChangedHost;
        }

        foreach (var one in coming)
        {
            var left = problem.Subjects.Single(subject => subject.Name == one.Subject).Left[problem.Rounds.IndexOf(one.Semester)];
            cost += one.Count * (weights.Newcomer + (one.Level is NewcomerLevel.Senior ? weights.SeniorNewcomer : 0) + (Math.Min(left, weights.MostCrowded) * weights.Crowded));
        }

        foreach (var subject in problem.Subjects)
        {
            var after = subject.Left[^1] - going.Count(one => Teacher(problem, one).Subject == subject.Name) + coming.Where(one => one.Subject == subject.Name).Sum(one => one.Count);
            cost += weights.Thinner * Math.Max(0, subject.Now - after);
        }

        var rounds = problem.Rounds.Select(semester => coming.Where(one => one.Semester == semester).Sum(one => one.Count)).ToList();
        return cost + (weights.Uneven * (rounds.Max() - rounds.Min()));
    }

    public static IReadOnlyList<Leaving> Going(this RotationPlan plan) => [.. plan.Moves.Select(one => new Leaving(one.TeacherId, one.Semester, one.HostId))];

    public static IReadOnlyList<Coming> Coming(this RotationPlan plan) => [.. plan.Newcomers.Select(one => new Coming(one.Semester, one.Subject, one.Level, one.Count))];

    // Where too many are there already, nobody more comes than goes.
    private static bool StaysWithin(int more, int free) => more <= Math.Max(free, 0);

    private static RotatingTeacher Teacher(RotationProblem problem, Leaving move) => problem.Teachers.Single(one => one.Id == move.Teacher);
}
