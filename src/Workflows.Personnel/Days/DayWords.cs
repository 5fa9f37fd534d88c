using Workflows.Policy;

namespace Workflows.Personnel.Days;

/// <summary>What people call the kinds and states of the day ledger.</summary>
public static class DayWords
{
    /// <summary>The words of the sheet 工作日志 for the kinds, in the order of <see cref="DayKind"/>.</summary>
    public const string Kinds = "听课 调研 教研活动 指导";

    /// <summary>The kind that a word means; null for a word that isn't listed.</summary>
    public static DayKind? Parse(string word) => Array.IndexOf(Kinds.Split(' '), WrittenForm.Compact(word)) is >= 0 and var index ? (DayKind)index : null;

    /// <summary>The kind's name.</summary>
    public static Bilingual Name(DayKind kind) => new(Kinds.Split(' ')[(int)kind], kind switch
    {
        DayKind.LessonObservation => "Lesson observation",
        DayKind.FieldStudy => "Field study",
        DayKind.ResearchActivity => "Research activity",
        DayKind.Guidance => "Guidance",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    });

    /// <summary>The state's name.</summary>
    public static Bilingual Name(DayState state) => state switch
    {
        DayState.Logged => new("待核实", "Waits for the school"),
        DayState.Verified => new("已核实", "Verified"),
        DayState.Refused => new("学校退回", "Refused by the school"),
        DayState.Withdrawn => new("已撤回", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
