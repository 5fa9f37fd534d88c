using Workflows.Planning.Secondment;

namespace Workflows.Planning.Rotation;

/// <summary>
/// A hard rule as a sum: its start, and what each move and each newcomer adds to it, isn't below 0. The model is built from it and a plan is judged by it,
/// so that both mean the same.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">What is left without any move or newcomer, in <see cref="Unit"/> parts of a person.</param>
/// <param name="OfMove">What a move adds.</param>
/// <param name="OfNewcomer">What a newcomer adds.</param>
internal sealed record RotationConstraint(RotationRule Rule, int Start, Func<Option, int> OfMove, Func<Newcomer, int> OfNewcomer)
{
    /// <summary>Parts of a person that it is counted in.</summary>
    public int Unit { get; init; } = 1;

    /// <summary>Whether the plan isn't blamed for what is broken without it: then it only mustn't make it worse.</summary>
    public bool MayStayBroken { get; init; }

    /// <summary>What by the rule must be left at least.</summary>
    public int Floor => MayStayBroken ? Math.Min(0, Start) : 0;

    /// <summary>What a plan leaves.</summary>
    public int Left(Rotated plan) => Start + plan.Moves.Sum(OfMove) + plan.Newcomers.Sum(one => one.Count * OfNewcomer(one.Who));

    /// <summary>The same in whole people.</summary>
    public int Slack(Rotated plan) => (int)Math.Floor((double)Left(plan) / Unit);
}

/// <summary>All hard rules of a rotation.</summary>
internal static class RotationConstraints
{
    private const int Percent = 100;

    /// <summary>The rules of a problem, by kind.</summary>
    public static IEnumerable<RotationConstraint> Of(RotationFrame frame) =>
        Renewal(frame).Concat(Posts(frame)).Concat(Cover(frame)).Concat(Floors(frame)).Concat(Places(frame)).Concat(Decisions(frame));

    private static IEnumerable<RotationConstraint> Renewal(RotationFrame frame)
    {
        foreach (var (end, semester) in frame.Problem.Renewal.Zip(frame.Problem.Rounds))
        {
            yield return new RotationConstraint(new RotationRule(RotationRuleKind.RenewalFloor, Semester: semester), end.Entrants - end.Lowest, _ => 0, By(semester, 1));
            yield return new RotationConstraint(new RotationRule(RotationRuleKind.RenewalCeiling, Semester: semester), end.Highest - end.Entrants, _ => 0, By(semester, -1))
            {
                MayStayBroken = true,
            };
        }
    }

    private static IEnumerable<RotationConstraint> Posts(RotationFrame frame)
    {
        foreach (var (round, semester) in frame.Problem.Rounds.Index())
        {
            yield return new RotationConstraint(
                new RotationRule(RotationRuleKind.Establishment, Semester: semester), frame.Problem.FreePlaces[round], Gone(semester, 1), By(semester, -1)) { MayStayBroken = true };
            if (!frame.Problem.FreeSeniorPosts.IsEmpty)
                yield return new RotationConstraint(
                    new RotationRule(RotationRuleKind.SeniorPosts, Semester: semester), frame.Problem.FreeSeniorPosts[round],
                    move => move.Semester <= semester && frame.Teachers[move.Teacher].IsInSeniorPost ? 1 : 0,
                    who => who.Semester <= semester && who.Level is NewcomerLevel.Senior ? -1 : 0) { MayStayBroken = true };
            yield return new RotationConstraint(new RotationRule(RotationRuleKind.Successor, Semester: semester), 0, Gone(semester, -1), By(semester, 1));
        }
    }

    // Hiring takes months: whoever comes by a round is of no help yet to the subject that somebody leaves by it.
    private static IEnumerable<RotationConstraint> Cover(RotationFrame frame) =>
        from subject in frame.Problem.Subjects.OrderBy(one => one.Name, StringComparer.Ordinal)
        where subject.Name.Length > 0
        from round in frame.Problem.Rounds.Index()
        select new RotationConstraint(
            new RotationRule(RotationRuleKind.SubjectCover, Subject: subject.Name, Semester: round.Item), subject.Left[round.Index] - subject.Minimum,
            move => move.Semester <= round.Item && frame.Teachers[move.Teacher].Subject == subject.Name ? -1 : 0,
            who => who.Semester < round.Item && who.Subject == subject.Name ? 1 : 0) { MayStayBroken = true };

    private static IEnumerable<RotationConstraint> Floors(RotationFrame frame) =>
        from floor in frame.Problem.Floors.OrderBy(one => one.Semester).ThenBy(one => one.Clause, StringComparer.Ordinal)
        select new RotationConstraint(
            new RotationRule(RotationRuleKind.StructureFloor, Semester: floor.Semester, Clause: floor.Clause), (Percent * floor.Counted) - (floor.Percent * floor.Of),
            move => move.Semester <= floor.Semester ? -Weight(floor, Counts(frame.Teachers[move.Teacher], floor.Clause)) : 0,
            who => who.Semester <= floor.Semester ? Weight(floor, Counts(who, floor.Clause)) : 0) { Unit = Percent, MayStayBroken = true };

    private static IEnumerable<RotationConstraint> Places(RotationFrame frame) =>
        from place in frame.Moves.Where(move => !frame.Hosts[move.Host].Places.IsEmpty)
            .Select(move => (move.Host, frame.Teachers[move.Teacher].Subject, move.Semester)).Distinct().OrderBy(one => one)
        let free = frame.Hosts[place.Host].FreePlaces(place.Subject, place.Semester)
        select new RotationConstraint(
            new RotationRule(RotationRuleKind.Places, Subject: place.Subject, HostId: frame.Hosts[place.Host].Id, Semester: place.Semester), free,
            move => (move.Host, frame.Teachers[move.Teacher].Subject, move.Semester) == place ? -1 : 0, _ => 0);

    private static IEnumerable<RotationConstraint> Decisions(RotationFrame frame)
    {
        foreach (var (index, teacher) in frame.Teachers.Index())
        {
            foreach (var at in teacher.Unavailable.Select(one => one.Semester).Where(at => frame.Moves.Any(move => move.Teacher == index && move.Semester == at)).Distinct().Order())
                yield return new RotationConstraint(
                    new RotationRule(RotationRuleKind.Unavailable, teacher.Id, Semester: at), 0, move => move.Teacher == index && move.Semester == at ? -1 : 0, _ => 0);
            foreach (var pin in teacher.Pins)
            {
                var rule = new RotationRule(RotationRuleKind.Pin, teacher.Id, HostId: pin.HostId, Semester: pin.Semester);
                yield return pin.Semester is { } semester
                    ? new RotationConstraint(rule, -1, move => move.Teacher == index && move.Semester == semester && IsThere(move) ? 1 : 0, _ => 0)
                    : new RotationConstraint(rule, 0, move => move.Teacher == index && !IsThere(move) ? -1 : 0, _ => 0);

                bool IsThere(Option move) => pin.HostId is null || frame.Hosts[move.Host].Id == pin.HostId;
            }
        }
    }

    private static Func<Newcomer, int> By(int semester, int each) => who => who.Semester <= semester ? each : 0;

    private static Func<Option, int> Gone(int semester, int each) => move => move.Semester <= semester ? each : 0;

    private static int Weight(StructureFloor floor, bool counts) => (counts ? Percent : 0) - floor.Percent;

    // All who move are full-time teachers, and so are all who come; those fulfil R05 and R07.
    private static bool Counts(RotatingTeacher teacher, string clause) => clause == "R04" || teacher.CountsFor.Contains(clause);

    private static bool Counts(Newcomer who, string clause) => clause != "R03" || who.Level is NewcomerLevel.Senior;
}
