using System.Collections.Immutable;
using Workflows.Policy.Shares;
using Workflows.Policy.Titles;

namespace Workflows.Policy.College;

/// <summary>Who the college is made of: R01 to R04, R15 and R16.</summary>
public static class StaffStructure
{
    private const string Title = "职称";

    /// <summary>The readings of R02, the default first.</summary>
    public static ImmutableArray<string> IntermediateReadings { get; } = ["held", "appointed"];

    /// <summary>The readings of R03, the default first.</summary>
    public static ImmutableArray<string> SeniorReadings { get; } = ["all/held", "titled/held", "all/appointed"];

    /// <summary>R01: 能胜任1门及以上学科教研或培训教学. Evidence is a certificate or an appointment record: the subject on the roster.</summary>
    public static ClauseReport Subjects(CollegeFacts facts)
    {
        var teachers = facts.Teachers.ToList();
        var without = teachers.Where(one => one.Subject.Length == 0).Select(one => one.Name).ToImmutableArray();
        return new ClauseReport(
            "R01", teachers.Count == 0 || without.Length > 0 ? FindingResult.Unknown : FindingResult.Met, teachers.Count - without.Length, teachers.Count,
            "每名专任教师不少于1门学科", false, [], null, without,
            without.Length > 0 ? ["任教学科或教师资格证明"] : teachers.Count == 0 ? ["人员"] : []);
    }

    /// <summary>R02: 中、高级职称占教师总数90%以上, by the title held or by the post appointed to.</summary>
    public static ClauseReport IntermediateTitles(CollegeFacts facts, StructurePolicy policy)
    {
        var teachers = facts.Teachers.ToList();
        return ByShare(
            "R02", $"中、高级职称不低于{policy.MinimumTitledPercent}%", policy.MinimumTitledPercent, policy, Title,
            (IntermediateReadings[0], teachers, one => TitledShare.Counts(one.Held)),
            (IntermediateReadings[1], teachers, one => TitledShare.Counts(one.Appointed)));
    }

    /// <summary>R03: 其中高级占50%以上, of all teachers or of those with an intermediate title or better.</summary>
    public static ClauseReport SeniorTitles(CollegeFacts facts, StructurePolicy policy)
    {
        var teachers = facts.Teachers.ToList();
        // Somebody of unknown title may belong to the smaller group.
        var titled = teachers.Where(one => one.Held is null or >= TitleLevel.Intermediate).ToList();
        return ByShare(
            "R03", $"高级职称不低于{policy.MinimumSeniorPercent}%", policy.MinimumSeniorPercent, policy, Title,
            (SeniorReadings[0], teachers, one => SeniorShare.Counts(one.Held)), (SeniorReadings[1], titled, one => SeniorShare.Counts(one.Held)),
            (SeniorReadings[2], teachers, one => SeniorShare.Counts(one.Appointed)));
    }

    /// <summary>R04: 专任教师占在职教职工85%以上.</summary>
    public static ClauseReport FullTimeTeachers(CollegeFacts facts, StructurePolicy policy) => ByShare(
        "R04", $"专任教师不低于在职教职工的{policy.MinimumFullTimePercent}%", policy.MinimumFullTimePercent, policy, "人员",
        ("active", facts.ActiveStaff, one => one.IsFullTimeTeacher));

    /// <summary>R15: 本科以上专职教师占90%, a standing floor since 2022-12-31.</summary>
    public static ClauseReport Education(CollegeFacts facts, StructurePolicy policy)
    {
        var teachers = facts.Teachers.ToList();
        return ByShare(
            "R15", $"本科及以上学历不低于{policy.MinimumBachelorPercent}%", policy.MinimumBachelorPercent, policy, "学历",
            ("fullTime", teachers, one => BachelorShare.Counts(one.Education)));
    }

    /// <summary>R16: 兼职教师与专职不低于1:1, heads to heads; each person once, own staff excluded.</summary>
    public static ClauseReport PartTimeTeachers(CollegeFacts facts)
    {
        const string required = "兼职教师不少于专职教师（1:1）";
        if (facts.PartTimeTeachers is not { } letters)
            return ClauseReport.Unknown("R16", required, "兼职聘书");
        var own = facts.ActiveStaff.Select(one => one.Name).ToHashSet();
        var (partTime, fullTime) = (letters.Distinct().Count(name => !own.Contains(name)), facts.Teachers.Count());
        return new ClauseReport(
            "R16", partTime >= fullTime ? FindingResult.Met : FindingResult.NotMet, partTime, fullTime, required, false, [],
            partTime >= fullTime ? null : fullTime - partTime, [], []);
    }

    private static ClauseReport ByShare(
        string clause, string required, int percent, StructurePolicy policy, string fact,
        params (string Reading, IEnumerable<StaffFact> People, Func<StaffFact, bool?> Counts)[] readings)
    {
        var ordered = policy.ChosenFirst(clause, readings, one => one.Reading);
        var shares = ordered.Select(one => (one.Reading, Share: Share.Count(one.People.Select(one.Counts), percent))).ToList();
        var (chosen, people, counts) = (shares[0].Share, ordered[0].People.ToList(), ordered[0].Counts);
        return new ClauseReport(
            clause, chosen.Result, chosen.Counted, chosen.Of, required, shares.Exists(one => one.Share.Result != chosen.Result),
            shares.Count == 1 ? [] : [.. shares.Select(one => new ClauseVariant(one.Reading, one.Share.Counted, one.Share.Of, one.Share.Result))],
            chosen.Result is FindingResult.NotMet ? chosen.ShortBy : null,
            [.. people.Where(one => counts(one) is false).Select(one => one.Name)],
            people.Count == 0 ? ["人员"] : [.. people.Where(one => counts(one) is null).Select(one => $"{one.Name}：{fact}")]);
    }
}
