using System.Collections.Immutable;

namespace Workflows.Planning.Secondment;

/// <summary>Every hard rule against a plan, with its slack. Asked of the problem as it was given, whatever exceptions the plan was made with.</summary>
internal sealed class RuleFindings(PlanFrame frame)
{
    private readonly RuleWording wording = new(frame.Problem);

    /// <summary>The findings, by kind, then by teacher or school, then by semester.</summary>
    public ImmutableArray<RuleFinding> Of(IReadOnlyCollection<SecondmentAssignment> plan)
    {
        var byTeacher = plan.ToLookup(one => one.TeacherId);
        return
        [
            .. frame.Teachers.SelectMany(teacher => OfTeacher(teacher, [.. byTeacher[teacher.Id].OrderBy(one => one.Semester)]))
                .Concat(OfSubjects(plan)).OrderBy(finding => finding.Rule.Kind),
            .. frame.Problem.Floors.OrderBy(floor => floor.Semester).ThenBy(floor => floor.Clause, StringComparer.Ordinal).Select(floor => new RuleFinding(
                new PlanRule(PlanRuleKind.StructureFloor, Semester: floor.Semester), floor.Clause, floor.Counted - floor.Slack, floor.Counted, floor.Slack, wording.Say(floor))),
        ];
    }

    private IEnumerable<RuleFinding> OfTeacher(PlannedTeacher teacher, List<SecondmentAssignment> turns)
    {
        if (frame.IsDue(teacher))
            yield return Due(teacher, turns);
        foreach (var turn in turns)
        {
            if (frame.NextDue(teacher, turn.Semester) is { } last)
            {
                var next = turns.Find(one => one.Semester > turn.Semester)?.Semester;
                yield return Finding(new PlanRule(PlanRuleKind.NextDue, teacher.Id, Semester: turn.Semester), last, next, last - (next ?? frame.Semesters));
            }
        }

        foreach (var semester in teacher.Unavailable.Select(one => one.Semester).Distinct().Order())
            yield return None(new PlanRule(PlanRuleKind.Unavailable, teacher.Id, Semester: semester), turns.Count(one => one.Semester == semester));
        foreach (var pin in teacher.Pins)
            yield return Kept(teacher, pin, turns);
        foreach (var host in teacher.PastHosts.Where(frame.HostIndex.ContainsKey).Concat(turns.GroupBy(one => one.HostId).Where(same => same.Count() > 1).Select(same => same.Key)).Distinct().Order(StringComparer.Ordinal))
        {
            var allowed = teacher.PastHosts.Contains(host) ? 0 : 1;
            yield return AtMost(new PlanRule(PlanRuleKind.RepeatHost, teacher.Id, HostId: host), allowed, turns.Count(one => one.HostId == host));
        }
    }

    // The last semester in time depends on the school's stage; of several turns the one with most to spare counts.
    private RuleFinding Due(PlannedTeacher teacher, List<SecondmentAssignment> turns)
    {
        var rule = new PlanRule(PlanRuleKind.LastFeasible, teacher.Id);
        var best = turns.Select(turn => (turn.Semester, Last: Last(turn))).OrderByDescending(one => one.Last - one.Semester).ToList();
        return best is [var (semester, last), ..]
            ? Finding(rule, last, semester, last - semester)
            : Finding(rule, teacher.LastFeasible!.Value, null, teacher.LastFeasible.Value - frame.Semesters);

        int Last(SecondmentAssignment turn) => teacher.LastFeasibleAt.TryGetValue(turn.Stage, out var other) ? other : teacher.LastFeasible!.Value;
    }

    private RuleFinding Kept(PlannedTeacher teacher, Pin pin, List<SecondmentAssignment> turns)
    {
        var isBroken = turns.Exists(turn => pin.Forbids(turn.Semester, turn.HostId)) || (pin.Semester is { } at && !turns.Exists(turn => turn.Semester == at));
        return Finding(PlanFrame.Rule(teacher, pin), 1, isBroken ? 0 : 1, isBroken ? -1 : 0);
    }

    private IEnumerable<RuleFinding> OfSubjects(IReadOnlyCollection<SecondmentAssignment> plan)
    {
        var teachers = frame.Teachers.ToDictionary(one => one.Id);
        var hosts = frame.Hosts.ToDictionary(one => one.Id);
        // Whom a decision sends to a school is counted against its places, also where it has none for the subject.
        var counted = plan.Where(one => hosts[one.HostId].Places.GetValueOrDefault(teachers[one.TeacherId].Subject) > 0
            || (!hosts[one.HostId].Places.IsEmpty && PlanFrame.IsPinnedTo(teachers[one.TeacherId], one.Semester, one.HostId)));
        var atHost = counted.ToLookup(one => (one.HostId, teachers[one.TeacherId].Subject, one.Semester));
        var away = plan.ToLookup(one => (teachers[one.TeacherId].Subject, one.Semester));
        foreach (var subject in frame.Subjects)
        {
            foreach (var host in frame.Hosts)
            {
                for (var semester = 0; semester < frame.Semesters; semester++)
                {
                    var people = atHost[(host.Id, subject, semester)].Count();
                    if (people > 0 || host.Places.GetValueOrDefault(subject) > 0)
                        yield return AtMost(new PlanRule(PlanRuleKind.Places, Subject: subject, HostId: host.Id, Semester: semester), host.FreePlaces(subject, semester), people);
                }
            }

            yield return None(
                new PlanRule(PlanRuleKind.PlacesOnRecord, Subject: subject),
                plan.Count(one => teachers[one.TeacherId].Subject == subject && hosts[one.HostId].Places.GetValueOrDefault(subject) == 0
                    && !PlanFrame.IsPinnedTo(teachers[one.TeacherId], one.Semester, one.HostId)));
            for (var semester = 0; semester < frame.Semesters; semester++)
            {
                if (frame.MaySend(subject, semester) is { } most)
                    yield return AtMost(new PlanRule(PlanRuleKind.SubjectCover, Subject: subject, Semester: semester), most, away[(subject, semester)].Count());
            }
        }
    }

    private RuleFinding None(PlanRule rule, int actual) => AtMost(rule, 0, actual);

    private RuleFinding AtMost(PlanRule rule, int limit, int actual) => Finding(rule, limit, actual, limit - actual);

    private RuleFinding Finding(PlanRule rule, int limit, int? actual, int slack) =>
        new(rule, RuleWording.Clause(rule.Kind), limit, actual, slack, wording.Say(rule));
}
