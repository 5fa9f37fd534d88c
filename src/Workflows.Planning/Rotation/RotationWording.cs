using Workflows.Policy;

namespace Workflows.Planning.Rotation;

/// <summary>The sentences of a rotation's hard rules, one template for each kind, and what an exception from each asks of people.</summary>
internal sealed class RotationWording(RotationProblem problem)
{
    private readonly Dictionary<string, RotatingTeacher> teachers = problem.Teachers.ToDictionary(one => one.Id);
    private readonly Dictionary<string, Secondment.HostSchool> hosts = problem.Hosts.ToDictionary(one => one.Id);

    /// <summary>The clause that a rule comes from.</summary>
    public static string Clause(RotationRule rule) => rule.Kind switch
    {
        RotationRuleKind.RenewalFloor or RotationRuleKind.RenewalCeiling or RotationRuleKind.Successor => "R13",
        RotationRuleKind.Establishment or RotationRuleKind.SeniorPosts => "R25",
        RotationRuleKind.SubjectCover => "R01",
        RotationRuleKind.StructureFloor => rule.Clause!,
        _ => "R11",
    };

    /// <summary>What an exception for one person asks, in points, of which the cheapest are proposed; null where none is asked.</summary>
    public static int? Price(RotationRuleKind kind) => kind switch
    {
        RotationRuleKind.Places => 10,
        RotationRuleKind.RenewalFloor or RotationRuleKind.RenewalCeiling => 20,
        RotationRuleKind.Pin or RotationRuleKind.Establishment or RotationRuleKind.SeniorPosts => 30,
        RotationRuleKind.SubjectCover or RotationRuleKind.StructureFloor => 40,
        _ => null,
    };

    /// <summary>What a rule asks.</summary>
    public Bilingual Say(RotationRule rule) => rule.Kind switch
    {
        RotationRuleKind.RenewalFloor => new(
            $"{End(rule).Day.Year} 年末五年更新不少于 {End(rule).Lowest} 人（已有 {End(rule).Entrants} 人，基数 {End(rule).Of:0.#} 人）",
            $"the renewal at the end of {End(rule).Day.Year} is at least {End(rule).Lowest} people ({End(rule).Entrants} so far, of {End(rule).Of:0.#})"),
        RotationRuleKind.RenewalCeiling => new(
            $"{End(rule).Day.Year} 年末五年更新不多于 {End(rule).Highest} 人（已有 {End(rule).Entrants} 人，基数 {End(rule).Of:0.#} 人）",
            $"the renewal at the end of {End(rule).Day.Year} is at most {End(rule).Highest} people ({End(rule).Entrants} so far, of {End(rule).Of:0.#})"),
        RotationRuleKind.Establishment => new(
            $"到 {When(rule)} 编制空额 {problem.FreePlaces[Round(rule)]} 个，补充人数不超过空额与调出人数之和",
            $"by {When(rule)} the establishment has {problem.FreePlaces[Round(rule)]} free places: no more come than these and those of the people who move"),
        RotationRuleKind.SeniorPosts => new(
            $"到 {When(rule)} 高级岗空额 {problem.FreeSeniorPosts[Round(rule)]} 个，补充高级职称人数不超过空额与调出的高级岗人数之和",
            $"by {When(rule)} {problem.FreeSeniorPosts[Round(rule)]} senior posts are free: no more come to senior posts than these and those of the people who move"),
        RotationRuleKind.Successor => new($"到 {When(rule)} 调出的人都有人接替", $"by {When(rule)} everybody who moves has a successor"),
        RotationRuleKind.SubjectCover => new(
            $"{When(rule)} {rule.Subject}教师调出后至少留 {problem.Subjects.Single(one => one.Name == rule.Subject).Minimum} 人",
            $"at least {problem.Subjects.Single(one => one.Name == rule.Subject).Minimum} teachers of {rule.Subject} are left in {When(rule)}"),
        RotationRuleKind.StructureFloor => Floor(problem.Floors.Single(one => one.Clause == rule.Clause && one.Semester == rule.Semester), rule),
        RotationRuleKind.Places => new(
            $"{hosts[rule.HostId!].Name} {When(rule)} 可接收{Subject(rule).Zh}教师 {hosts[rule.HostId!].FreePlaces(rule.Subject!, rule.Semester!.Value)} 人",
            $"{hosts[rule.HostId!].Name} takes {hosts[rule.HostId!].FreePlaces(rule.Subject!, rule.Semester!.Value)} teachers of {Subject(rule).En} in {When(rule)}"),
        RotationRuleKind.Unavailable => Unavailable(rule),
        _ => Pin(rule),
    };

    /// <summary>What to decide for an exception.</summary>
    public Bilingual Waive(RotationRule rule, int people) => rule.Kind switch
    {
        RotationRuleKind.RenewalFloor => new(
            $"允许 {End(rule).Day.Year} 年末五年更新比下限少 {people} 人", $"let the renewal at the end of {End(rule).Day.Year} be {people} below the band"),
        RotationRuleKind.RenewalCeiling => new(
            $"允许 {End(rule).Day.Year} 年末五年更新比上限多 {people} 人", $"let the renewal at the end of {End(rule).Day.Year} be {people} above the band"),
        RotationRuleKind.Establishment => new($"{When(rule)} 前请编办增加编制 {people} 个", $"ask the establishment office for {people} more places by {When(rule)}"),
        RotationRuleKind.SeniorPosts => new($"{When(rule)} 前请人社局增加高级岗 {people} 个", $"ask the personnel bureau for {people} more senior posts by {When(rule)}"),
        RotationRuleKind.SubjectCover => new($"允许 {When(rule)} {rule.Subject}教师少留 {people} 人", $"let {people} fewer teachers of {rule.Subject} be left in {When(rule)}"),
        RotationRuleKind.StructureFloor => new($"允许 {When(rule)} 期末 {rule.Clause} 差 {people} 人", $"let {rule.Clause} be {people} short at the end of {When(rule)}"),
        RotationRuleKind.Places => new(
            $"请{hosts[rule.HostId!].Name} {When(rule)} 多接收{Subject(rule).Zh}教师 {people} 人", $"ask {hosts[rule.HostId!].Name} to take {people} more of {Subject(rule).En} in {When(rule)}"),
        RotationRuleKind.Pin => new($"撤销决定：{Pin(rule).Zh}", $"take back the decision: {Pin(rule).En}"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "No exception is ever asked from this rule."),
    };

    private static Bilingual Subject(RotationRule rule) => Secondment.PlanWords.Subject(rule.Subject);

    private static Bilingual Floor(Secondment.StructureFloor floor, string when) => new(
        $"{when} 期末 {floor.Clause} 不低于 {floor.Percent}%（不轮岗为 {floor.Counted}/{floor.Of}），原已不足的不再扩大",
        $"{floor.Clause} at the end of {when} is at least {floor.Percent}% ({floor.Counted} of {floor.Of} without a rotation); where it is short anyway, not shorter");

    private Bilingual Floor(Secondment.StructureFloor floor, RotationRule rule) => Floor(floor, When(rule));

    private Bilingual Unavailable(RotationRule rule)
    {
        var (teacher, reason) = (teachers[rule.TeacherId!], teachers[rule.TeacherId!].Unavailable.First(one => one.Semester == rule.Semester).Reason);
        return new($"{teacher.Name} {When(rule)} 不能轮岗：{reason.Zh}", $"{teacher.Name} can't move in {When(rule)}: {reason.En}");
    }

    private Bilingual Pin(RotationRule rule)
    {
        var (name, host) = (teachers[rule.TeacherId!].Name, rule.HostId is { } id ? hosts[id].Name : null);
        return (rule.Semester, host) switch
        {
            (null, _) => new($"{name}只调往{host}", $"{name} moves to {host} only"),
            (_, null) => new($"{name}定于 {When(rule)} 调出", $"{name} moves in {When(rule)}"),
            _ => new($"{name}定于 {When(rule)} 调往{host}", $"{name} moves to {host} in {When(rule)}"),
        };
    }

    private RenewalEnd End(RotationRule rule) => problem.Renewal[Round(rule)];

    private int Round(RotationRule rule) => problem.Rounds.IndexOf(rule.Semester!.Value);

    private string When(RotationRule rule) => $"{problem.Semesters[rule.Semester!.Value]}";
}
