using Workflows.Policy;

namespace Workflows.Reminders.Planning;

/// <summary>A letter about a waiting work item; the model of <c>work-item</c>, <c>work-item-due</c> and <c>escalated</c>.</summary>
/// <param name="Name">The recipient.</param>
/// <param name="Title">The item.</param>
/// <param name="Case">The case it belongs to.</param>
/// <param name="Role">The role for which the recipient is asked.</param>
/// <param name="Why">The clauses that make it necessary.</param>
/// <param name="AskedOn">The day it was asked, <c>2026-09-01</c>.</param>
/// <param name="DueOn">The day it is due; null where none is set.</param>
/// <param name="WorkingDaysWaited">Working days since the day of asking.</param>
/// <param name="WorkingDaysLate">Working days since the due day; 0 until it is over.</param>
/// <param name="Link">The case page.</param>
public sealed record WorkItemLetter(
    string Name,
    Bilingual Title,
    Bilingual Case,
    Bilingual Role,
    Bilingual Why,
    string AskedOn,
    string? DueOn,
    int WorkingDaysWaited,
    int WorkingDaysLate,
    string Link)
{
    /// <summary>The absent colleague for whom the recipient may decide as a deputy; null for a right of their own.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The question, or what was said when urging; empty for none.</summary>
    public string Words { get; init; } = "";
}
