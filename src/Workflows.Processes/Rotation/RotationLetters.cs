using Workflows.Personnel.Rotation;
using Workflows.Policy;
using Workflows.Processes.Lists;

namespace Workflows.Processes.Rotation;

/// <summary>What a letter to a teacher says of their line of a year's rotation; the template's model.</summary>
/// <param name="Name">The teacher.</param>
/// <param name="Year">The year of the round.</param>
/// <param name="School">The school to which the teacher goes.</param>
/// <param name="Reason">Why this person.</param>
/// <param name="On">The first day there, <c>2027-08-01</c>.</param>
/// <param name="Until">The last day to confirm or object; null where nobody is asked.</param>
/// <param name="Days">The working days between.</param>
/// <param name="Result">What became of an objection: kept, changed, or taken off the list; null before.</param>
/// <param name="Words">HR's words on it, or why the round was called off; empty for none.</param>
/// <param name="DocumentNumber">The document; empty before it is issued.</param>
/// <param name="Path">The page of the line, from which the mail's link is made.</param>
public sealed record RotationLetter(
    string Name, int Year, string School, string Reason, string On, string? Until, int Days, Bilingual? Result, string Words, string DocumentNumber, string Path)
{
    /// <summary>The whole address of the line's page, filled in when the mail is written.</summary>
    public string Link { get; init; } = "";
}

/// <summary>The letters to the teachers of a year's rotation.</summary>
public static class RotationLetters
{
    /// <summary>What is proposed, with the last day to confirm or object.</summary>
    public const string Proposed = "rotation/proposed";

    /// <summary>What became of the person's objection or line.</summary>
    public const string Handled = "rotation/objection-handled";

    /// <summary>The transfer is decided and documented.</summary>
    public const string Moved = "rotation/moved";

    /// <summary>The round isn't carried through.</summary>
    public const string CalledOff = "rotation/called-off";

    /// <summary>The page on which a teacher confirms a line or objects to it.</summary>
    public static string Page(Guid lineId) => $"/rotation/lines/{lineId}";

    /// <summary>What a letter says of a line.</summary>
    internal static RotationLetter Of(Office office, RotationRound round, RotationLine line, string name, string words) => new(
        name, round.Year, line.School, line.Reason, ListLetters.Written(round.EffectiveOn), line.HeardUntil is null ? null : ListLetters.Written(line.HeardUntil),
        office.Staff.Rotation.DaysToObject, line.Result(), words, round.DocumentNumber, Page(line.Id));
}
