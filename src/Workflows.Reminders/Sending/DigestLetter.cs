using Workflows.Reminders.Planning;

namespace Workflows.Reminders.Sending;

/// <summary>Several waiting work items of one person in one mail; the model of <c>digest</c>.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="Count">How many items.</param>
/// <param name="Items">The items, oldest first.</param>
/// <param name="Link">The inbox.</param>
public sealed record DigestLetter(string Name, int Count, IReadOnlyList<WorkItemLetter> Items, string Link)
{
    /// <summary>The digest's template.</summary>
    public const string Template = "hiring/digest";

    /// <summary>From how many letters at once one mail is made.</summary>
    public const int Fewest = 3;
}
