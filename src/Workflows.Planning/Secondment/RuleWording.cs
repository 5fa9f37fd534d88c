using Workflows.Policy;

namespace Workflows.Planning.Secondment;

/// <summary>The sentences of the hard rules, one template for each kind.</summary>
internal sealed class RuleWording(SecondmentProblem problem)
{
    private readonly PlanWords words = new(problem);

    /// <summary>The clause that a rule comes from.</summary>
    public static string Clause(PlanRuleKind kind) => kind switch
    {
        PlanRuleKind.LastFeasible or PlanRuleKind.NextDue or PlanRuleKind.Unavailable or PlanRuleKind.RepeatHost => "R12",
        PlanRuleKind.Pin or PlanRuleKind.Places or PlanRuleKind.PlacesOnRecord => "R11",
        PlanRuleKind.SubjectCover => "R01",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The clause is in the floor itself."),
    };

    /// <summary>What a rule asks.</summary>
    public Bilingual Say(PlanRule rule)
    {
        var subject = PlanWords.Subject(rule.Subject);
        return rule.Kind switch
        {
            PlanRuleKind.LastFeasible => Due(words.Teacher(rule.TeacherId)),
            PlanRuleKind.NextDue => new(
                $"{words.Name(rule.TeacherId)}如在 {words.Semester(rule.Semester)} 派出，最迟 {NextDue(rule)} 须再次派出",
                $"{words.Name(rule.TeacherId)}, if sent in {words.Semester(rule.Semester)}, goes again by {NextDue(rule)}"),
            PlanRuleKind.Unavailable => Unavailable(rule),
            PlanRuleKind.Pin => Pin(rule),
            PlanRuleKind.RepeatHost => new(
                $"{words.Name(rule.TeacherId)}在一个周期内不重复到{words.School(rule.HostId)}",
                $"{words.Name(rule.TeacherId)} doesn't go to {words.School(rule.HostId)} twice in a cycle"),
            PlanRuleKind.Places => new(
                $"{words.School(rule.HostId)} {words.Semester(rule.Semester)} 可接收{subject.Zh}教师 {Places(rule)} 人",
                $"{words.School(rule.HostId)} takes {Places(rule)} teachers of {subject.En} in {words.Semester(rule.Semester)}"),
            PlanRuleKind.PlacesOnRecord => new(
                $"只派往登记有{subject.Zh}接收名额的学校（{Schools(rule)} 所）",
                $"only schools with places for {subject.En} on record ({Schools(rule)} of them)"),
            PlanRuleKind.SubjectCover => new(
                $"{words.Semester(rule.Semester)} 本校{subject.Zh}教师 {Cover(rule).AtHome[rule.Semester!.Value]} 人，至少留 {Cover(rule).Minimum} 人",
                $"of the college's {Cover(rule).AtHome[rule.Semester!.Value]} teachers of {subject.En} at least {Cover(rule).Minimum} stay in {words.Semester(rule.Semester)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "A floor of the structure is worded by itself."),
        };
    }

    /// <summary>What to decide for an exception.</summary>
    public Bilingual Waive(PlanRule rule, int amount)
    {
        var subject = PlanWords.Subject(rule.Subject);
        return rule.Kind switch
        {
            PlanRuleKind.LastFeasible when amount >= PlanFrame.Never => new(
                $"{words.Name(rule.TeacherId)}在本计划期内不派出，登记豁免及原因", $"{words.Name(rule.TeacherId)} doesn't go within the plan: record an exemption with its reason"),
            PlanRuleKind.LastFeasible => new(
                $"{words.Name(rule.TeacherId)}逾期派出，不早于期限 {words.Semester(words.Teacher(rule.TeacherId).LastFeasible)}",
                $"{words.Name(rule.TeacherId)} goes late, after {words.Semester(words.Teacher(rule.TeacherId).LastFeasible)}"),
            PlanRuleKind.NextDue => new($"{words.Name(rule.TeacherId)}第二次派出可以逾期", $"{words.Name(rule.TeacherId)} goes late the second time"),
            PlanRuleKind.Pin => new($"撤销决定：{Pin(rule).Zh}", $"take back the decision: {Pin(rule).En}"),
            PlanRuleKind.RepeatHost => new(
                $"允许{words.Name(rule.TeacherId)}再次到{words.School(rule.HostId)}", $"let {words.Name(rule.TeacherId)} go to {words.School(rule.HostId)} again"),
            PlanRuleKind.Places => new(
                $"请{words.School(rule.HostId)} {words.Semester(rule.Semester)} 多接收{subject.Zh}教师 {amount} 人",
                $"ask {words.School(rule.HostId)} to take {amount} more of {subject.En} in {words.Semester(rule.Semester)}"),
            PlanRuleKind.PlacesOnRecord => new(
                $"请{words.School(rule.HostId)}（未登记名额）{words.Semester(rule.Semester)} 接收{subject.Zh}教师 {amount} 人",
                $"ask {words.School(rule.HostId)}, which has no places on record, to take {amount} of {subject.En} in {words.Semester(rule.Semester)}"),
            PlanRuleKind.SubjectCover => new(
                $"允许 {words.Semester(rule.Semester)} 本校{subject.Zh}教师少留 {amount} 人", $"let {amount} fewer teachers of {subject.En} stay in {words.Semester(rule.Semester)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "No exception is ever asked from this rule."),
        };
    }

    /// <summary>A floor of the structure in words.</summary>
    public Bilingual Say(StructureFloor floor) => new(
        $"{words.Semester(floor.Semester)} 期末 {floor.Clause}：{floor.Counted}/{floor.Of}，不低于 {floor.Percent}%",
        $"{floor.Clause} at the end of {words.Semester(floor.Semester)}: {floor.Counted} of {floor.Of}, at least {floor.Percent}%");

    private Bilingual Due(PlannedTeacher teacher) => teacher.IsOverdue
        ? new($"{teacher.Name}已逾期，须尽早在本计划期内派出", $"{teacher.Name} is overdue and goes within the plan, as early as can be")
        : new($"{teacher.Name}最迟 {words.Semester(teacher.LastFeasible)} 派出", $"{teacher.Name} goes in {words.Semester(teacher.LastFeasible)} at the latest");

    private string NextDue(PlanRule rule) => words.Semester(words.Teacher(rule.TeacherId).NextDue[rule.Semester!.Value]);

    private Bilingual Unavailable(PlanRule rule)
    {
        var reason = words.Teacher(rule.TeacherId).Unavailable.First(one => one.Semester == rule.Semester).Reason;
        return new(
            $"{words.Name(rule.TeacherId)} {words.Semester(rule.Semester)} 不能派出：{reason.Zh}",
            $"{words.Name(rule.TeacherId)} can't go in {words.Semester(rule.Semester)}: {reason.En}");
    }

    private Bilingual Pin(PlanRule rule)
    {
        var (name, when) = (words.Name(rule.TeacherId), rule.Semester is { } semester ? words.Semester(semester) : null);
        return (when, rule.HostId) switch
        {
            (null, null) => new($"{name}派出", $"{name} goes"),
            (null, { } host) => new($"{name}只派往{words.School(host)}", $"{name} goes to {words.School(host)} only"),
            ({ } at, null) => new($"{name}定于 {at} 派出", $"{name} goes in {at}"),
            ({ } at, { } host) => new($"{name}定于 {at} 到{words.School(host)}", $"{name} goes to {words.School(host)} in {at}"),
        };
    }

    private int Places(PlanRule rule) => words.Host(rule.HostId).FreePlaces(rule.Subject!, rule.Semester!.Value);

    private int Schools(PlanRule rule) => problem.Hosts.Count(host => host.Places.GetValueOrDefault(rule.Subject!) > 0);

    private SubjectCover Cover(PlanRule rule) => problem.Cover.First(one => one.Subject == rule.Subject);
}
