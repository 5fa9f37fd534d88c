namespace Workflows.Planning.Secondment;

/// <summary>Finds what no problem may hold; whoever makes one has a bug then.</summary>
internal static class ProblemCheck
{
    /// <exception cref="ArgumentException">The problem contradicts itself.</exception>
    public static void Refuse(SecondmentProblem problem)
    {
        var semesters = problem.Semesters.Length;
        if (semesters == 0)
            throw Fault("no semester is planned");
        if (Twice(problem.Teachers.Select(one => one.Id)) is { } teacher)
            throw Fault($"two teachers have the id {teacher}");
        if (Twice(problem.Hosts.Select(one => one.Id)) is { } host)
            throw Fault($"two schools have the id {host}");
        if (Twice(problem.Cover.Select(one => one.Subject)) is { } subject)
            throw Fault($"the cover of {subject} stands twice");
        if (problem.Cover.FirstOrDefault(one => one.AtHome.Length != semesters) is { } cover)
            throw Fault($"the cover of {cover.Subject} has {cover.AtHome.Length} semesters, not {semesters}");
        if (!problem.AlreadyAway.IsEmpty && problem.AlreadyAway.Length != semesters)
            throw Fault($"who is away already stands for {problem.AlreadyAway.Length} semesters, not {semesters}");
        var (teachers, hosts) = (problem.Teachers.Select(one => one.Id).ToHashSet(), problem.Hosts.Select(one => one.Id).ToHashSet());
        if (problem.Approved.FirstOrDefault(line => !hosts.Contains(line.HostId) || !teachers.Contains(line.TeacherId) || !IsPlanned(line.Semester)) is { } line)
            throw Fault($"the approved line {line} names somebody or something unknown");
        foreach (var one in problem.Teachers)
        {
            if (one.Pins.FirstOrDefault(pin => (pin.HostId is { } at && !hosts.Contains(at)) || !IsPlanned(pin.Semester ?? 0)) is { } pin)
                throw Fault($"the decision {pin} about {one.Id} names something unknown");
            if (one.NextDue.Length > semesters)
                throw Fault($"{one.Id} is due again after more semesters than are planned");
        }

        bool IsPlanned(int semester) => semester >= 0 && semester < semesters;
    }

    private static string? Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).FirstOrDefault(same => same.Count() > 1)?.Key;

    private static ArgumentException Fault(string what) => new($"The problem can't be planned: {what}.");
}
