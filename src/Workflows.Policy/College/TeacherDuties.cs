using System.Collections.Immutable;
using Workflows.Policy.Days;
using Workflows.Policy.Secondment;

namespace Workflows.Policy.College;

/// <summary>What each teacher and each leader owes, added up for the college: R11, R12, R14, R21 to R23. Who owes is named.</summary>
public static class TeacherDuties
{
    /// <summary>R11: 安排部分教师支教或挂职, a plan each semester. 部分 has no number, so one person away is enough, and none is a question.</summary>
    public static ClauseReport Plan(CollegeFacts facts)
    {
        const string required = "每学期安排部分教师支教或挂职";
        return facts.AwayThisSemester is not { } away
            ? ClauseReport.Unknown("R11", required, "挂职经历")
            : new ClauseReport(
                "R11", away > 0 ? FindingResult.Met : FindingResult.NotMet, away, facts.Teachers.Count(), required, false, [], away > 0 ? null : 1, [], []);
    }

    /// <summary>R12: 每三年内必须有一个学期到中小学挂职锻炼或兼任教学, for each full-time teacher.</summary>
    public static ClauseReport Secondment(CollegeFacts facts, SecondmentPolicy policy)
    {
        var required = $"每名专任教师每{policy.CycleYears}年完成一个学期";
        var findings = facts.Teachers.Where(one => one.Secondment is not null).Select(one => (one.Name, Finding: one.Secondment!)).ToList();
        if (findings.Count == 0)
            return ClauseReport.Unknown("R12", required, facts.AwayThisSemester is null ? "挂职经历" : "人员");
        var readings = findings[0].Finding.Variants.OrderBy(one => one.Reading != policy.Reading || one.SupportTeachingCounts != policy.SupportTeachingCounts)
            .Select(one => (one.Reading, one.SupportTeachingCounts)).ToList();
        var variants = readings.ConvertAll(reading => Variant(
            Name(reading.Reading, reading.SupportTeachingCounts, policy),
            findings.ConvertAll(one => one.Finding.Variants.Single(variant => (variant.Reading, variant.SupportTeachingCounts) == reading).Result)));
        var overdue = findings.Where(one => one.Finding.Result is FindingResult.NotMet).Select(one => one.Name).ToImmutableArray();
        return ClauseReport.Of("R12", required, [.. variants]) with
        {
            ShortBy = overdue.Length > 0 ? overdue.Length : null, Who = overdue,
            Missing = [.. findings.Where(one => one.Finding.Result is FindingResult.Unknown).Select(one => $"{one.Name}：{SecondmentWording.Explain(one.Finding).Zh}")],
        };
    }

    /// <summary>R14: 每学期至少20天到中小学, each full-time teacher, in the last semester that is over, with the running one beside it.</summary>
    public static ClauseReport DaysAtSchools(CollegeFacts facts, DayPolicy policy) => ByPerson(
        "R14", $"每人每学期不少于{policy.TeacherDaysPerSemester}天", facts.Teachers, one => one.DaysLastSemester, one => one.DaysThisSemester, ("lastSemester", "thisSemester"));

    /// <summary>R21: 领导班子任期目标责任制. Each leader has a term with goals, and the goals of the last term that is over were assessed. What isn't on record is unknown.</summary>
    public static ClauseReport Terms(CollegeFacts facts)
    {
        const string required = "班子成员有任期、目标和考核";
        var leaders = Leaders(facts).ToList();
        if (leaders.Count == 0)
            return ClauseReport.Unknown("R21", required, "是否班子成员");
        var missing = leaders.ConvertAll(one => (one.Name, Papers: MissingOf(one).ToList()));
        var without = missing.Where(one => one.Papers.Count > 0).Select(one => one.Name).ToImmutableArray();
        return new ClauseReport(
            "R21", without.IsEmpty ? FindingResult.Met : FindingResult.Unknown, leaders.Count - without.Length, leaders.Count, required, false, [], null, without,
            [.. missing.SelectMany(one => one.Papers.Select(paper => $"{one.Name}：{paper}"))]);
    }

    private static IEnumerable<string> MissingOf(StaffFact leader)
    {
        if (leader.TermEnds is null)
            yield return "任期起止";
        else if (!leader.HasTermGoals)
            yield return "任期目标";
        if (leader.UnassessedTermEnd is { } end)
            yield return $"{end:yyyy-MM-dd} 届满任期的考核";
    }

    /// <summary>R22: 班子成员每人每年深入学校不少于20个工作日, in the last year that is over, with the running one beside it.</summary>
    public static ClauseReport LeaderDaysAtSchools(CollegeFacts facts, DayPolicy policy) => ByPerson(
        LeaderDays.DaysClause, $"班子成员每人每年不少于{policy.LeaderWorkingDaysPerYear}个工作日", Leaders(facts),
        one => one.LeaderDaysLastYear, one => one.LeaderDaysThisYear, ("lastYear", "thisYear"));

    /// <summary>R23: 班子成员每年参加教研活动不少于10次, in the last year that is over, with the running one beside it.</summary>
    public static ClauseReport LeaderSessions(CollegeFacts facts, DayPolicy policy) => ByPerson(
        LeaderDays.SessionsClause, $"班子成员每人每年不少于{policy.LeaderSessionsPerYear}次", Leaders(facts),
        one => one.SessionsLastYear, one => one.SessionsThisYear, ("lastYear", "thisYear"));

    private static IEnumerable<StaffFact> Leaders(CollegeFacts facts) => facts.ActiveStaff.Where(one => one.IsLeader);

    private static ClauseReport ByPerson(
        string clause, string required, IEnumerable<StaffFact> people, Func<StaffFact, DayFinding?> over, Func<StaffFact, DayFinding?> running,
        (string Over, string Running) readings)
    {
        var all = people.ToList();
        if (all.Count == 0)
            return ClauseReport.Unknown(clause, required, clause == TeacherDays.Clause ? "人员" : "是否班子成员");
        var results = all.ConvertAll(one => Result(over(one)));
        var isRecorded = results.Exists(result => result is not FindingResult.Unknown);
        var behind = all.Zip(results).Where(pair => pair.Second is FindingResult.NotMet).Select(pair => pair.First.Name).ToImmutableArray();
        // Whoever owes in the running semester or year isn't late before it is over, unless it can no longer be reached.
        return ClauseReport.Of(clause, required, Variant(readings.Over, results), Variant(readings.Running, all.ConvertAll(one => Result(running(one))))) with
        {
            DependsOnReading = false, ShortBy = behind.Length > 0 ? behind.Length : null, Who = behind, Missing = isRecorded ? [] : ["工作日志"],
        };
    }

    private static FindingResult Result(DayFinding? finding) => finding?.Standing switch
    {
        DayStanding.Met => FindingResult.Met,
        DayStanding.NotMet => FindingResult.NotMet,
        _ => FindingResult.Unknown,
    };

    private static string Name(CycleReading reading, bool supportTeachingCounts, SecondmentPolicy policy) =>
        $"{char.ToLowerInvariant($"{reading}"[0])}{$"{reading}"[1..]}{(supportTeachingCounts == policy.SupportTeachingCounts ? "" : "/supportTeaching")}";

    private static ClauseVariant Variant(string reading, List<FindingResult> results) => new(
        reading, results.Count(result => result is FindingResult.Met), results.Count,
        results.Contains(FindingResult.NotMet) ? FindingResult.NotMet : results.Contains(FindingResult.Unknown) ? FindingResult.Unknown : FindingResult.Met);
}
