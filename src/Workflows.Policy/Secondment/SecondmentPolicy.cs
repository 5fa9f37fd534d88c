using System.Collections.Immutable;
using Workflows.Policy.Data;

namespace Workflows.Policy.Secondment;

/// <summary>The numbers and readings of the secondment clauses (R11, R12): <c>workflows/secondment/policy.json</c>.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="CycleYears">每三年: the years within which a semester must be completed.</param>
/// <param name="AnchorForThoseInPost">The day from which the first cycle of those already in post is counted: the day the policy was issued.</param>
/// <param name="Reading">From what the years are counted.</param>
/// <param name="SupportTeachingCounts">Whether 支教 alone counts; the default counts it only where it is also recorded as 挂职.</param>
/// <param name="SemesterEdgeDays">By how many days a stay may begin after or end before the semester and still be a full one: reporting, handing over, and stays written in months.</param>
/// <param name="ProvisionalEdgeDays">The same for a semester of a year without a calendar file, whose days are a guess: the spring festival moves by weeks.</param>
/// <param name="ApprovalLeadDays">Calendar days that hearing, countersigning and public notice take before a semester begins.</param>
/// <param name="HorizonMonths">Months before the last feasible semester at which a teacher's cycle case opens.</param>
/// <param name="RemindDaysBefore">Days before the last feasible semester at which people are reminded, longest first.</param>
/// <param name="DaysToObject">Working days that a teacher has to object to the plan.</param>
/// <param name="NoticeDays">The length of the public notice, 7 to 15 calendar days.</param>
public sealed record SecondmentPolicy(
    string Policy,
    int CycleYears,
    DateOnly AnchorForThoseInPost,
    CycleReading Reading,
    bool SupportTeachingCounts,
    int SemesterEdgeDays,
    int ProvisionalEdgeDays,
    int ApprovalLeadDays,
    int HorizonMonths,
    ImmutableArray<int> RemindDaysBefore,
    int DaysToObject,
    int NoticeDays)
{
    private const int ShortestNotice = 7;
    private const int LongestNotice = 15;

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static SecondmentPolicy Parse(string json, string file = "secondment/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only(
            "policy", "source", "cycleYears", "anchorForThoseInPost", "reading", "supportTeachingCounts", "semesterEdgeDays", "provisionalEdgeDays", "approvalLeadDays", "horizonMonths",
            "remindDaysBefore", "daysToObject", "noticeDays");
        var notice = root["noticeDays"].Count();
        if (notice is < ShortestNotice or > LongestNotice)
            throw root["noticeDays"].Fault(
                new($"不在 {ShortestNotice} 到 {LongestNotice} 日之间", $"not {ShortestNotice} to {LongestNotice} days"),
                new("2005年暂行规定第23条：请写 7 到 15", "2005 provisions, Art. 23: write a number from 7 to 15"));
        var before = root["remindDaysBefore"].Items().ConvertAll(node => node.Count());
        if (before.Count == 0 || !before.SequenceEqual(before.Distinct().OrderDescending()))
            throw root["remindDaysBefore"].Fault(
                new("不是由大到小的天数", "not a falling list of days"), new("请由大到小写，例如 [180, 90, 30, 7]", "write them longest first, such as [180, 90, 30, 7]"));
        return new SecondmentPolicy(
            root["policy"].Text(), root["cycleYears"].Count(), root["anchorForThoseInPost"].Day(), root["reading"].OneOf<CycleReading>(), root["supportTeachingCounts"].Flag(),
            root["semesterEdgeDays"].Count(), root["provisionalEdgeDays"].Count(), root["approvalLeadDays"].Count(), root["horizonMonths"].Count(),
            [.. before], root["daysToObject"].Count(), notice);
    }
}

/// <summary>From what the three years of R12 are counted.</summary>
public enum CycleReading
{
    /// <summary>The next semester is completed within three years of the end of the last completed one, or of the anchor.</summary>
    SinceLastPlacement,

    /// <summary>Fixed cycles of three years from the anchor on; each holds a completed semester.</summary>
    FixedCycles,

    /// <summary>Strict rolling: every stretch of three years holds a completed semester.</summary>
    RollingWindow,
}
