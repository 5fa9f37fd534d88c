using Workflows.Personnel.Staff;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Roster;

/// <summary>What only several cells, or several rows, show: contradictions are faults, gaps and doubtful remarks are questions.</summary>
internal static class RosterChecks
{
    private static readonly string[] AwayWords = ["借调", "借用", "抽调", "病假", "产假", "退休", "调出"];

    /// <summary>Looks at one person.</summary>
    public static void Check(RosterEntry entry, bool hasNoTerm, RowFaults faults)
    {
        CheckLeaving(entry, faults);
        if (entry.Left.IsKnown && entry.Left.Last < entry.Joined.First)
            faults.Fault(entry.Row, RosterColumns.Left, new("早于进本校年月", "is before the day of joining"), new("请核对两个日期", "check both dates"));
        if (entry.Birth.IsKnown && entry.Joined.Last <= entry.Birth.First)
            faults.Fault(entry.Row, RosterColumns.Joined, new("早于出生日期", "is before the day of birth"), new("请核对两个日期", "check both dates"));
        var away = Array.Find(AwayWords, word => entry.Remarks.Contains(word, StringComparison.Ordinal));
        if (entry.Status is StaffStatus.Active && away is { } word)
        {
            faults.Ask(
                entry.Row,
                RosterColumns.Remarks,
                new($"备注写着“{word}”,人员状态却是“在职”", $"the remark says {word}, the status says 在职"),
                new("现在是哪一种?如已变动请改人员状态", "which is true now? Change the status if it is the remark"));
        }
        if (entry.IsLeader is true && hasNoTerm)
            faults.Ask(
                entry.Row,
                RosterColumns.Term,
                new("班子成员没有任期起止(R21)", "a member of the leadership has no term (R21)"),
                new("请填写任期", "state the term"));
        AskGaps(entry, faults);
    }

    /// <summary>Looks for rows that speak of one person twice.</summary>
    public static void CheckDoubles(IReadOnlyList<RosterEntry> entries, RowFaults faults)
    {
        foreach (var (first, second) in Repeated(entries, entry => entry.StaffNumber))
            Double(first, second, RosterColumns.StaffNumber, faults);
        foreach (var (first, second) in Repeated(entries, entry => entry.IdNumber))
            Double(first, second, RosterColumns.IdNumber, faults);
        foreach (var same in entries.GroupBy(entry => entry.Name).Where(group => group.Count() > 1))
        {
            foreach (var second in same.Skip(1))
            {
                if (same.TakeWhile(entry => entry != second).FirstOrDefault(first => CannotTellApart(first, second)) is { } first)
                    Double(first, second, RosterColumns.Name, faults);
            }
        }
    }

    private static void CheckLeaving(RosterEntry entry, RowFaults faults)
    {
        var status = StaffWords.Of(entry.Status);
        var isGone = entry.Status.HasLeft();
        if (isGone && entry.Left.Reading is DateReading.Empty)
        {
            faults.Fault(
                entry.Row,
                RosterColumns.Left,
                new($"人员状态是“{status}”,没有离校年月", $"the status is {status}, and the date of leaving is empty"),
                new("请填写离校年月(R13 按日期计算)", "state it: R13 counts exits by their dates"));
        }
        if (!isGone && entry.Left.IsKnown)
        {
            faults.Fault(
                entry.Row,
                RosterColumns.Status,
                new($"有离校年月 {entry.Left.Iso},人员状态却是“{status}”", $"the person left in {entry.Left.Iso}, and the status is {status}"),
                new("已离校的写 退休 或 调出;未离校的不填离校年月", "write 退休 or 调出; leave the date empty for somebody who is there"));
        }
        if (isGone && entry.LeaveReason.Length == 0)
            faults.Ask(entry.Row, RosterColumns.LeaveReason, new("没有离校原因", "the reason for leaving is empty"), new("请补充", "please add it"));
    }

    private static void AskGaps(RosterEntry entry, RowFaults faults)
    {
        if (entry.Birth.Reading is DateReading.Empty or DateReading.Month)
            Gap(entry, RosterColumns.BirthDate, "出生日期不到日", "isn't known to the day", faults);
        if (entry.Gender.Length == 0) Gap(entry, RosterColumns.Gender, "没有填写", "is empty", faults);
        if (entry.Education.Length == 0) Gap(entry, RosterColumns.Education, "没有填写", "is empty", faults);
        if (entry.Title.Length == 0) Gap(entry, RosterColumns.Title, "没有填写(未评的写“无”)", "is empty (write 无 for none)", faults);
        if (entry.OnEstablishment is null)
            Gap(entry, RosterColumns.OnEstablishment, "没有填写,暂不计入编制占用(R25)", "is empty; not counted in the quota yet (R25)", faults);
    }

    private static void Gap(RosterEntry entry, string column, string zh, string en, RowFaults faults)
        => faults.Ask(entry.Row, column, new(zh, en), new("请补充", "please add it"));

    private static IEnumerable<(RosterEntry First, RosterEntry Second)> Repeated(
        IEnumerable<RosterEntry> entries, Func<RosterEntry, string> key)
        => entries.Where(entry => key(entry).Length > 0)
            .GroupBy(key)
            .SelectMany(group => group.Skip(1).Select(second => (group.First(), second)));

    /// <summary>Same name, nothing that contradicts: neither both numbers of one kind, nor birth dates that exclude each other.</summary>
    private static bool CannotTellApart(RosterEntry first, RosterEntry second)
        => !Differ(first.StaffNumber, second.StaffNumber)
            && !Differ(first.IdNumber, second.IdNumber)
            && !(first.Birth.IsKnown && second.Birth.IsKnown && ExcludeEachOther(first.Birth, second.Birth))
            && !IsSameKey(first.StaffNumber, second.StaffNumber)
            && !IsSameKey(first.IdNumber, second.IdNumber);

    private static bool ExcludeEachOther(WrittenDate first, WrittenDate second) => first.Last < second.First || second.Last < first.First;

    private static bool Differ(string first, string second) => first.Length > 0 && second.Length > 0 && first != second;

    private static bool IsSameKey(string first, string second) => first.Length > 0 && first == second;

    private static void Double(RosterEntry first, RosterEntry second, string column, RowFaults faults)
        => faults.Fault(
            second.Row,
            column,
            new($"与第 {first.Row} 行({first.Name})重复", $"is the same as in row {first.Row} ({first.Name})"),
            column == RosterColumns.Name
                ? new(
                    "同一人请只留一行;同名的请补教职工号、身份证号或出生日期",
                    "keep one row a person; tell people of one name apart by staff number, ID number or birth date")
                : new("请核对,每人一号", "check it: one number a person"));
}
