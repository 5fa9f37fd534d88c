namespace Workflows.Reminders.Planning;

/// <summary>How urgently a waiting work item is spoken of. Each stage has its own template.</summary>
/// <param name="Name">The part of the letter's key that names the stage.</param>
/// <param name="Template">The template in <c>workflows/hiring/notices</c>.</param>
/// <param name="RepeatAfterWorkingDays">After how many working days it is said again; null for once to each person.</param>
public sealed record Stage(string Name, string Template, int? RepeatAfterWorkingDays = null)
{
    /// <summary>Whether it reminds of something known, and so keeps to the office's open hours; news goes out at once.</summary>
    public bool IsReminder => RepeatAfterWorkingDays is not null;

    /// <summary>Whether letters by that template keep to the open hours.</summary>
    public static bool IsReminding(string template) => template == Due.Template || template == Escalated.Template || template == Orphaned.Template;

    /// <summary>The item was asked: everybody who may decide it is told.</summary>
    public static Stage Asked { get; } = new("asked", "hiring/work-item");

    /// <summary>The day it is due has come: everybody who may decide it is told, and every second working day again.</summary>
    public static Stage Due { get; } = new("due", "hiring/work-item-due", RepeatAfterWorkingDays: 2);

    /// <summary>It is still open three working days after it was due: leadership is told, and after a working week again.</summary>
    public static Stage Escalated { get; } = new("escalated", "hiring/escalated", RepeatAfterWorkingDays: 5);

    /// <summary>HR or the initiator urges (催办): everybody who may decide it is told, once for each urging.</summary>
    public static Stage Urged { get; } = new("urged", "hiring/work-item-urged");

    /// <summary>A colleague is asked for advice (征询).</summary>
    public static Stage Question { get; } = new("question", "hiring/question");

    /// <summary>Nobody can decide it: HR is told, and after a working week again.</summary>
    public static Stage Orphaned { get; } = new("orphan", "hiring/orphan", RepeatAfterWorkingDays: 5);
}
