using Workflows.Policy.Semesters;

namespace Workflows.Planning.Secondment;

/// <summary>A possible placement.</summary>
/// <param name="Teacher">The teacher's place in the frame.</param>
/// <param name="Semester">The semester.</param>
/// <param name="Host">The school's place in the frame.</param>
internal readonly record struct Option(int Teacher, int Semester, int Host);

/// <summary>A problem in an order of its own, so that the order of the input never shows, with what is asked of it again and again.</summary>
internal sealed class PlanFrame
{
    /// <summary>The exception from R12 by which somebody doesn't go at all; one time is late.</summary>
    public const int Never = 2;

    private readonly Dictionary<string, SubjectCover> cover;
    private readonly ILookup<string, ApprovedLine> approved;
    private readonly IReadOnlyDictionary<PlanRule, int> waivers;

    /// <param name="problem">The problem.</param>
    /// <param name="waivers">Exceptions from rules, with how many people, places or times each is for; null for none.</param>
    public PlanFrame(SecondmentProblem problem, IReadOnlyDictionary<PlanRule, int>? waivers = null)
    {
        Problem = problem;
        this.waivers = waivers ?? new Dictionary<PlanRule, int>();
        Semesters = problem.Semesters.Length;
        approved = problem.Approved.ToLookup(line => line.TeacherId);
        cover = problem.Cover.ToDictionary(one => one.Subject);
        Hosts = [.. problem.Hosts.OrderBy(host => host.Id, StringComparer.Ordinal)];
        Teachers = [.. problem.Teachers.Where(IsConcerned).OrderBy(teacher => teacher.Id, StringComparer.Ordinal)];
        Subjects = [.. Teachers.Select(teacher => teacher.Subject).Distinct().Order(StringComparer.Ordinal)];
        HostIndex = Hosts.Index().ToDictionary(one => one.Item.Id, one => one.Index);
        Costs = new PlanCosts(this);
    }

    public SecondmentProblem Problem { get; }

    public int Semesters { get; }

    /// <summary>Whom the plan is about, by id.</summary>
    public IReadOnlyList<PlannedTeacher> Teachers { get; }

    /// <summary>The schools, by id.</summary>
    public IReadOnlyList<HostSchool> Hosts { get; }

    public IReadOnlyDictionary<string, int> HostIndex { get; }

    public IReadOnlyList<string> Subjects { get; }

    public PlanCosts Costs { get; }

    public IEnumerable<int> OfSubject(string subject) => Enumerable.Range(0, Teachers.Count).Where(t => Teachers[t].Subject == subject);

    public IEnumerable<ApprovedLine> ApprovedFor(PlannedTeacher teacher) => approved[teacher.Id];

    /// <summary>The last semester in which a placement at a school of that stage is in time; an overdue teacher has the whole plan.</summary>
    public int LastInTime(PlannedTeacher teacher, SchoolStage stage) =>
        teacher.IsOverdue || Waived(LastFeasibleOf(teacher)) > 0 ? Semesters - 1 : teacher.LastFeasibleAt.TryGetValue(stage, out var other) ? other : teacher.LastFeasible ?? Semesters;

    /// <summary>Whether R12 asks the teacher to go within the plan.</summary>
    public bool IsDue(PlannedTeacher teacher) => teacher.LastFeasible < Semesters && Waived(LastFeasibleOf(teacher)) < Never;

    /// <summary>The last semester by which somebody who goes in one must go again; null where that is beyond the plan.</summary>
    public int? NextDue(PlannedTeacher teacher, int semester) =>
        semester < teacher.NextDue.Length && teacher.NextDue[semester] is var next && next > semester && next < Semesters
            && Waived(new PlanRule(PlanRuleKind.NextDue, teacher.Id, Semester: semester)) == 0 ? next : null;

    /// <summary>The decisions about a teacher that stand.</summary>
    public IEnumerable<Pin> Pins(PlannedTeacher teacher) => teacher.Pins.Where(pin => Waived(Rule(teacher, pin)) == 0);

    /// <summary>How many of a subject may be away; null where nothing is known of the subject.</summary>
    public int? MaySend(string subject, int semester) => cover.TryGetValue(subject, out var known)
        ? known.MaySend(semester) + Waived(new PlanRule(PlanRuleKind.SubjectCover, Subject: subject, Semester: semester)) : null;

    /// <summary>The free places, or null where the school's places aren't on record and only decisions send people there.</summary>
    public int? FreePlaces(int host, string subject, int semester)
    {
        var rule = new PlanRule(PlanRuleKind.Places, Subject: subject, HostId: Hosts[host].Id, Semester: semester);
        var more = Waived(rule) + Waived(rule with { Kind = PlanRuleKind.PlacesOnRecord });
        return Hosts[host].Places.IsEmpty && more == 0 ? null : Hosts[host].FreePlaces(subject, semester) + more;
    }

    /// <summary>Every placement of a teacher that can be thought of, whatever the rules say of it.</summary>
    public IEnumerable<Option> Thinkable(int teacher)
    {
        for (var semester = 0; semester < Semesters; semester++)
        {
            for (var host = 0; host < Hosts.Count; host++)
                yield return new Option(teacher, semester, host);
        }
    }

    /// <summary>The rules that a placement would break by itself, whoever else goes.</summary>
    public IEnumerable<PlanRule> BrokenBy(Option option)
    {
        var (teacher, host) = (Teachers[option.Teacher], Hosts[option.Host]);
        if (teacher.Unavailable.Any(one => one.Semester == option.Semester))
            yield return new PlanRule(PlanRuleKind.Unavailable, teacher.Id, Semester: option.Semester);
        foreach (var pin in Pins(teacher).Where(pin => pin.Forbids(option.Semester, host.Id)))
            yield return Rule(teacher, pin);
        if (teacher.PastHosts.Contains(host.Id) && MayReturn(teacher, host.Id) is { } again)
            yield return again;
        if (!IsCounted(option))
            yield return new PlanRule(PlanRuleKind.PlacesOnRecord, Subject: teacher.Subject);
    }

    /// <summary>The rule against going to a school twice; null where it is waived for the teacher and the school.</summary>
    public PlanRule? MayReturn(PlannedTeacher teacher, string host) =>
        new PlanRule(PlanRuleKind.RepeatHost, teacher.Id, HostId: host) is var rule && Waived(rule) == 0 ? rule : null;

    /// <summary>
    /// Whether a placement counts against a school's places: the school takes people of the subject, or would by an exception, or a decision sends the
    /// teacher there. Any other placement breaks the rule that places are on record.
    /// </summary>
    public bool IsCounted(Option option) => Hosts[option.Host].Places.GetValueOrDefault(Teachers[option.Teacher].Subject) > 0
        || (waivers.Count > 0 && Waived(OnRecord(option)) > 0)
        || Pins(Teachers[option.Teacher]).Any(pin => pin.Sends(option.Semester, Hosts[option.Host].Id));

    /// <summary>The exception that a placement at a school without places would need.</summary>
    public PlanRule OnRecord(Option option) => new(
        PlanRuleKind.PlacesOnRecord, Subject: Teachers[option.Teacher].Subject, HostId: Hosts[option.Host].Id, Semester: option.Semester);

    /// <summary>The placements of a teacher that break no rule by themselves.</summary>
    public IEnumerable<Option> Allowed(int teacher) => Thinkable(teacher).Where(option => !BrokenBy(option).Any());

    /// <summary>The rule that a decision is.</summary>
    public static PlanRule Rule(PlannedTeacher teacher, Pin pin) => new(PlanRuleKind.Pin, teacher.Id, HostId: pin.HostId, Semester: pin.Semester);

    private bool IsConcerned(PlannedTeacher teacher) =>
        IsDue(teacher) || Pins(teacher).Any(pin => pin.Semester is not null) || approved[teacher.Id].Any();

    /// <summary>Whether a decision sends somebody to a school.</summary>
    public static bool IsPinnedTo(PlannedTeacher teacher, int semester, string host) => teacher.Pins.Any(pin => pin.Sends(semester, host));

    private int Waived(PlanRule rule) => waivers.GetValueOrDefault(rule);

    private static PlanRule LastFeasibleOf(PlannedTeacher teacher) => new(PlanRuleKind.LastFeasible, teacher.Id);
}
