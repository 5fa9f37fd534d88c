using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;

namespace Workflows.Processes.Secondment;

/// <summary>One thing that stands against a line of a list, or is worth a second look.</summary>
/// <param name="PersonId">Whose line.</param>
/// <param name="IsFault">Whether the list can't be handed in so; false for a warning.</param>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Sentence">What it is, and what would be right.</param>
public sealed record LineCheck(Guid PersonId, bool IsFault, string Clause, Bilingual Sentence);

/// <summary>What a semester's list must fulfil (R11, R12): pure, computed anew each time somebody looks at the list or hands it in.</summary>
public static class PlanChecks
{
    /// <summary>Everything that can be said of the list, line by line.</summary>
    public static IReadOnlyList<LineCheck> Of(PlanSituation situation) =>
        [.. situation.Lines.SelectMany(line => Of(situation, line))];

    /// <summary>Everything that can be said of one line.</summary>
    public static IEnumerable<LineCheck> Of(PlanSituation situation, PlanLine line)
    {
        if (situation.Teacher(line.PersonId) is not { } teacher)
        {
            yield return Fault(line, "R12", "已不是在册专任教师，请从名单中去掉。", "No full-time teacher of the roster any more: take the line off.");
            yield break;
        }

        foreach (var check in OfPerson(situation, line, teacher).Concat(OfHost(situation, line, teacher)))
            yield return check;
        if (string.IsNullOrWhiteSpace(line.Reason))
            yield return Fault(line, "R11", "请写明理由，本人会读到。", "State the reason; the person reads it.");
    }

    /// <summary>Whether the person has been at the school since the years of R12 began to count.</summary>
    public static bool IsRepeat(TeacherFinding teacher, string school) => teacher.Finding.Due is { } due
        && teacher.Placements.Any(one => one.School == school && (one.Until is null || one.Until > due.CountedFrom.AddDays(1)));

    private static IEnumerable<LineCheck> OfPerson(PlanSituation situation, PlanLine line, TeacherFinding teacher)
    {
        if (teacher.Finding.Reason is SecondmentReason.NoAnchor or SecondmentReason.NoCalendar)
            yield return Fault(line, "R12", $"无法判断周期：{SecondmentWording.Explain(teacher.Finding).Zh}。", $"The cycle can't be told: {SecondmentWording.Explain(teacher.Finding).En}.");
        if (teacher.ExemptIn(situation.Semester) is { } exemption)
            yield return Fault(line, "R12", $"{situation.Semester} 已登记豁免：{exemption}。先撤销豁免，或换人。", $"Exempt in {situation.Semester}: {exemption}. End the exemption first, or take somebody else.");
        if (situation.AwayBy(teacher) is { } placement)
            yield return Fault(line, "R11", $"该学期已在{placement.School}（{placement.From:yyyy-MM-dd} 起），不能同时派往两处。", $"Already at {placement.School} then (from {placement.From:yyyy-MM-dd}): nobody goes to two schools at once.");
        if (situation.OnOtherPlans.TryGetValue(line.PersonId, out var other))
            yield return Fault(line, "R11", $"已在正在办理的 {other} 派出名单上。", $"Already on the list of {other}, which is under way.");
        if (!situation.IsDue(teacher) && teacher.Finding.Due is { } due)
            yield return Warning(line, "R12", $"还不到期：最迟 {due.LastFeasible.Name}。", $"Not due yet: {due.LastFeasible.Name} at the latest.");
        if (line.Kind is PlacementKind.SupportTeaching && !situation.Office.Staff.Secondment.SupportTeachingCounts)
            yield return Warning(line, "R12", "支教未同时记为挂职的，不计入三年一学期。", "Support teaching doesn't count towards the three years unless it is also recorded as a secondment.");
        if (IsLastOfSubject(situation, teacher))
            yield return Warning(line, "R01", $"本校 {teacher.Person.Subject} 教师该学期将全部在外，无人承担本学科研训。", $"All the college's {teacher.Person.Subject} teachers would be away at once: nobody is left for the subject.");
    }

    private static IEnumerable<LineCheck> OfHost(PlanSituation situation, PlanLine line, TeacherFinding teacher)
    {
        if (line.School.Length == 0)
        {
            yield return Fault(line, "R11", "还没有选定接收学校。", "No host school is chosen yet.");
            yield break;
        }

        if (teacher.PinIn(situation.Semester) is { } pin && pin != line.School)
            yield return Fault(line, "R11", $"已定到{pin}，名单上却是{line.School}。", $"Decided for {pin}, but the list says {line.School}.");
        if (IsRepeat(teacher, line.School))
            yield return Fault(line, "R12", $"本周期内已到过{line.School}，请换一所学校。", $"Has been at {line.School} in this cycle: choose another school.");
        if (situation.Days(line.Stage) is null)
            yield return Fault(line, "R12", "校历文件没有这个学段。", "No calendar file knows this school stage.");
        if (situation.School(line.School, line.Stage) is not { } school)
            yield return Fault(line, "R11", $"接收学校名单里没有这个学段的{line.School}，请先登记。", $"{line.School} isn't on the list of schools with this stage: enter it first.");
        else if (OfPlaces(situation, line, teacher, school) is { } check)
            yield return check;
        if (teacher.WishIn(situation.Semester) is { } wish && wish != line.School)
            yield return Warning(line, "R11", $"本人意愿是{wish}。", $"The person wishes to go to {wish}.");
    }

    private static LineCheck? OfPlaces(PlanSituation situation, PlanLine line, TeacherFinding teacher, School school)
    {
        if (school.Places.Count == 0)
            return Warning(line, "R11", $"{school.Name}没有登记接收名额，请先与学校确认。", $"{school.Name} has no places on record: ask the school.");
        var subject = teacher.Person.Subject;
        var places = school.Places.FirstOrDefault(one => one.Subject == subject)?.Count ?? 0;
        var taken = situation.TakenBy(school.Name, school.Stage, subject);
        return taken <= places ? null : Fault(line, "R11",
            $"{school.Name}每学期接收{subject}教师 {places} 人，名单上已有 {taken} 人。", $"{school.Name} takes {places} teachers of {subject} in a semester; with this list it is {taken}.");
    }

    private static bool IsLastOfSubject(PlanSituation situation, TeacherFinding teacher) => teacher.Person.Subject.Length > 0
        && situation.Teachers.Where(one => one.Person.Subject == teacher.Person.Subject).All(one => situation.Away.Contains(one));

    private static LineCheck Fault(PlanLine line, string clause, string zh, string en) => new(line.PersonId, true, clause, new Bilingual(zh, en));

    private static LineCheck Warning(PlanLine line, string clause, string zh, string en) => new(line.PersonId, false, clause, new Bilingual(zh, en));
}
