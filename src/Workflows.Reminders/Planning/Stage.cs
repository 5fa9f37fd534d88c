namespace Workflows.Reminders.Planning;

/// <summary>How urgently a waiting work item is spoken of. Each stage has its own template and is written of once to each person.</summary>
/// <param name="Name">The last part of the letter's key.</param>
/// <param name="Template">The template in <c>workflows/hiring/notices</c>.</param>
public sealed record Stage(string Name, string Template)
{
    /// <summary>The item was asked: everybody who may decide it is told.</summary>
    public static Stage Asked { get; } = new("asked", "hiring/work-item");

    /// <summary>The day it is due has come: everybody who may decide it is told again.</summary>
    public static Stage Due { get; } = new("due", "hiring/work-item-due");

    /// <summary>It is still open three working days after it was due: leadership is told.</summary>
    public static Stage Escalated { get; } = new("escalated", "hiring/escalated");
}
