using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Policy.College;
using Workflows.Processes.Secondment;

namespace Workflows.Processes.Rotation;

/// <summary>What a year's rotation must fulfil (R13, R01, R25): pure, computed anew each time somebody looks at it or hands it in.</summary>
public static class RotationChecks
{
    /// <summary>Everything that can be said of the round, line by line.</summary>
    public static IReadOnlyList<LineCheck> Of(RotationSituation situation) => [.. situation.Lines.SelectMany(line => Of(situation, line))];

    /// <summary>Everything that can be said of one line.</summary>
    public static IEnumerable<LineCheck> Of(RotationSituation situation, RotationLine line) => situation.Teacher(line.PersonId) is { } teacher
        ? OfPerson(situation, line, teacher).Concat(OfSchool(situation, line, teacher))
        : [Fault(line, "R13", "届时不是在册专任教师，请从名单中去掉。", "No full-time teacher of the roster on that day: take the line off.")];

    /// <summary>What stands against the round as a whole.</summary>
    public static IEnumerable<LineCheck> OfRound(RotationSituation situation)
    {
        var round = situation.Round;
        if (!situation.Lines.Any())
            yield return new(default, true, "R13", new("名单上没有人：请添加人员，或撤回本轮轮岗。", "Nobody is on the list: add somebody, or withdraw the round."));
        if (round.EffectiveOn <= situation.Records.Today)
            yield return new(default, true, "R24", new($"调动生效日 {round.EffectiveOn:yyyy-MM-dd} 已到，请改为以后的日期。", $"The day of the transfers, {round.EffectiveOn:yyyy-MM-dd}, has come: choose a later one."));
        if (situation.Need.Newcomers > round.Places)
            yield return new(default, false, "R13", new($"R13 要求本轮补充 {situation.Need.Newcomers} 人，名单上只有 {round.Places} 个岗位。", $"R13 asks for {situation.Need.Newcomers} to come by this round; {round.Places} places are on it."));
        if (round.Places > situation.Lines.Count() + situation.Need.Free)
            yield return new(default, false, "R25", new($"补充 {round.Places} 人，多于调出人数加空额 {situation.Lines.Count() + situation.Need.Free}。", $"{round.Places} would come, more than the {situation.Lines.Count() + situation.Need.Free} who go and the places that are free."));
        foreach (var lowered in situation.Lowered())
            yield return new(default, false, lowered.Clause, new($"补充人员到岗以前，{ClauseWording.Name(lowered.Clause).Zh}缺 {lowered.ShortBy} 人。", $"Until others have come, {ClauseWording.Name(lowered.Clause).En} is {lowered.ShortBy} short."));
    }

    private static IEnumerable<LineCheck> OfPerson(RotationSituation situation, RotationLine line, Person teacher)
    {
        var policy = situation.Records.Office.Staff.Rotation;
        if (string.IsNullOrWhiteSpace(line.Reason))
            yield return Fault(line, "R13", "请写明理由，本人会读到。", "State the reason; the person reads it.");
        if (teacher.IsLeader is true)
            yield return Fault(line, "R21", "班子成员的调动按干部任免程序办理，不列入轮岗。", "A member of the leadership team moves by the procedure for leaders, not by rotation.");
        if (situation.Elsewhere.TryGetValue(teacher.Id, out var other))
            yield return Fault(line, "R24", $"正在办理另一事项：{other.Zh}。", $"Another case is under way: {other.En}.");
        if (situation.LeftOf(teacher.Subject) == 0)
            yield return OfLastOne(situation, line, teacher);
        if (situation.Away(teacher) is { } placement)
            yield return Warning(line, "R12", $"届时在{placement.School}挂职，调出后不计入。", $"On secondment at {placement.School} then: it is broken off and doesn't count.");
        if (situation.Exemption(teacher) is { } exemption)
            yield return Warning(line, "R12", $"已登记豁免：{exemption}。", $"Exempt: {exemption}.");
        if (situation.YearsInPost(teacher) < policy.MinimumYearsInPost)
            yield return Warning(line, "R13", $"在岗 {situation.YearsInPost(teacher)} 年，不满 {policy.MinimumYearsInPost} 年。", $"{situation.YearsInPost(teacher)} years in post, fewer than {policy.MinimumYearsInPost}.");
        if (situation.RetiresSoon(teacher) is { } retires)
            yield return Warning(line, "R13", $"{retires:yyyy-MM} 到法定退休年龄。", $"Retires by the legal age in {retires:yyyy-MM}.");
    }

    // The last teacher of a subject goes only where somebody comes for it.
    private static LineCheck OfLastOne(RotationSituation situation, RotationLine line, Person teacher) =>
        situation.Round.Vacancies.Any(one => one.Subject == teacher.Subject && one.Places > 0)
            ? Warning(line, "R01", $"调出后{teacher.Subject}暂时没有教师，直到补充人员到岗。", $"Nobody is left for {teacher.Subject} until somebody comes.")
            : Fault(line, "R01", $"调出后{teacher.Subject}没有教师：请换人，或为该学科列一个补充岗位。", $"Nobody would be left for {teacher.Subject}: take somebody else, or add a place for it.");

    private static IEnumerable<LineCheck> OfSchool(RotationSituation situation, RotationLine line, Person teacher)
    {
        if (line.School.Length == 0)
            yield return Fault(line, "R24", "还没有选定调入学校。", "No school is chosen yet.");
        else if (situation.School(line.School, line.Stage) is null)
            yield return Fault(line, "R24", $"学校名单里没有这个学段的{line.School}，请先登记。", $"{line.School} isn't on the list of schools with this stage: enter it first.");
        if (situation.Wish(teacher) is { } wish && wish != line.School)
            yield return Warning(line, "R24", $"本人意愿是{wish}。", $"The person wishes to go to {wish}.");
    }

    private static LineCheck Fault(RotationLine line, string clause, string zh, string en) => new(line.PersonId, true, clause, new Bilingual(zh, en));

    private static LineCheck Warning(RotationLine line, string clause, string zh, string en) => new(line.PersonId, false, clause, new Bilingual(zh, en));
}
