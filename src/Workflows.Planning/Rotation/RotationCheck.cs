namespace Workflows.Planning.Rotation;

/// <summary>Finds what no problem may hold; whoever makes one has a bug then.</summary>
internal static class RotationCheck
{
    /// <exception cref="ArgumentException">The problem contradicts itself.</exception>
    public static void Refuse(RotationProblem problem)
    {
        var rounds = problem.Rounds.Length;
        if (problem.Rounds.Any(round => round < 0 || round >= problem.Semesters.Length) || !problem.Rounds.SequenceEqual(problem.Rounds.Distinct().Order()))
            throw Fault("its rounds aren't semesters of the plan in order");
        if (Twice(problem.Teachers.Select(one => one.Id)) is { } teacher)
            throw Fault($"two teachers have the id {teacher}");
        if (Twice(problem.Hosts.Select(one => one.Id)) is { } host)
            throw Fault($"two schools have the id {host}");
        if (Twice(problem.Subjects.Select(one => one.Name)) is { } twice)
            throw Fault($"the subject {twice} stands twice");
        if (problem.FreePlaces.Length != rounds || problem.FreeSeniorPosts.Length is not 0 && problem.FreeSeniorPosts.Length != rounds)
            throw Fault($"it has free places for another number of rounds than {rounds}");
        if (problem.Subjects.FirstOrDefault(one => one.Left.Length != rounds) is { } subject)
            throw Fault($"{subject.Name} has {subject.Left.Length} rounds, not {rounds}");
        if (problem.Renewal.Length > rounds)
            throw Fault($"R13 stands for {problem.Renewal.Length} rounds, not {rounds}");
        var (teachers, hosts, subjects) = (
            problem.Teachers.Select(one => one.Id).ToHashSet(), problem.Hosts.Select(one => one.Id).ToHashSet(), problem.Subjects.Select(one => one.Name).ToHashSet());
        if (problem.Teachers.FirstOrDefault(one => !subjects.Contains(one.Subject)) is { } stranger)
            throw Fault($"{stranger.Id} teaches the unknown subject {stranger.Subject}");
        if (problem.Approved.FirstOrDefault(line => !hosts.Contains(line.HostId) || !teachers.Contains(line.TeacherId) || !problem.Rounds.Contains(line.Semester)) is { } line)
            throw Fault($"the approved line {line} names somebody or something unknown");
        if (problem.Teachers.SelectMany(one => one.Pins).FirstOrDefault(pin => (pin.HostId is { } at && !hosts.Contains(at)) || (pin.Semester is { } when && !problem.Rounds.Contains(when))) is { } pin)
            throw Fault($"the decision {pin} names something unknown");
    }

    private static string? Twice(IEnumerable<string> names) => names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static ArgumentException Fault(string what) => new($"The rotation can't be planned: {what}.");
}
