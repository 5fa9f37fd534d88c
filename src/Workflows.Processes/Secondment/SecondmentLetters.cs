using Workflows.Personnel.Secondment;
using Workflows.Policy;
using Workflows.Policy.Secondment;
using Workflows.Processes.Lists;

namespace Workflows.Processes.Secondment;

/// <summary>What a letter to a teacher says of their line of a semester's list; the template's model.</summary>
/// <param name="Name">The teacher.</param>
/// <param name="Semester">The semester.</param>
/// <param name="School">接收学校.</param>
/// <param name="Kind">方式.</param>
/// <param name="Reason">Why this person, now.</param>
/// <param name="On">The first day, <c>2027-02-22</c>.</param>
/// <param name="Last">The last day.</param>
/// <param name="IsProvisional">Whether no calendar file covers those days yet.</param>
/// <param name="Until">The last day to confirm or object; null where nobody is asked.</param>
/// <param name="Days">The working days between.</param>
/// <param name="Result">What became of an objection: kept, changed, or taken off the list; null before.</param>
/// <param name="Words">HR's words on it, or why the list was called off; empty for none.</param>
/// <param name="DocumentNumber">The document; empty before it is issued.</param>
/// <param name="Path">The page of the line, from which the mail's link is made.</param>
public sealed record SecondmentLetter(
    string Name, Bilingual Semester, string School, Bilingual Kind, string Reason, string On, string Last, bool IsProvisional, string? Until, int Days,
    Bilingual? Result, string Words, string DocumentNumber, string Path)
{
    /// <summary>The whole address of the line's page, filled in when the mail is written.</summary>
    public string Link { get; init; } = "";
}

/// <summary>The letters to the teachers of a semester's list.</summary>
public static class SecondmentLetters
{
    /// <summary>What is proposed, with the last day to confirm or object.</summary>
    public const string Proposed = "secondment/proposed";

    /// <summary>What became of the person's objection or line.</summary>
    public const string Handled = "secondment/objection-handled";

    /// <summary>The placement is decided.</summary>
    public const string Placed = "secondment/placed";

    /// <summary>The list isn't carried through.</summary>
    public const string CalledOff = "secondment/called-off";

    /// <summary>The page on which a teacher confirms a line or objects to it.</summary>
    public static string Page(Guid lineId) => $"/secondment/lines/{lineId}";

    /// <summary>What a letter says of a line.</summary>
    internal static SecondmentLetter Of(Office office, SecondmentPlan plan, PlanLine line, string name, string words)
    {
        var days = office.Semesters.Find(line.Stage, plan.Name);
        return new SecondmentLetter(
            name, plan.Name.Words, line.School, SecondmentWording.Name(line.Kind), line.Reason, ListLetters.Written(days?.First), ListLetters.Written(days?.Last),
            days?.IsProvisional ?? true, line.HeardUntil is null ? null : ListLetters.Written(line.HeardUntil), office.Staff.Secondment.DaysToObject,
            line.Result(), words, plan.DocumentNumber, Page(line.Id));
    }
}
