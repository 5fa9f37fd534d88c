using Workflows.Personnel.Days;
using Workflows.Policy;

namespace Workflows.Processes.Days;

/// <summary>A day that somebody wants to log.</summary>
/// <param name="PersonId">The person on the roster.</param>
/// <param name="On">The day.</param>
/// <param name="School">The school.</param>
/// <param name="Kind">What was done there.</param>
/// <param name="IsHalf">Whether it was half a day only.</param>
/// <param name="Note">What it was about; may be empty.</param>
public sealed record DayLine(Guid PersonId, DateOnly On, string School, DayKind Kind, bool IsHalf, string Note)
{
    /// <summary>What makes it the same as another one.</summary>
    internal (Guid PersonId, DateOnly On, string School, DayKind Kind) Key => (PersonId, On, School, Kind);

    /// <summary>The same as it is kept: without blanks around the words.</summary>
    internal DayLine Tidied() => this with { School = School.Trim(), Note = Note.Trim() };

    /// <summary>Adds the entry to the ledger; verified where somebody is named who says so.</summary>
    internal DayEntry Entry(Desk desk, Guid actor, string verifiedBy = "")
    {
        var entry = new DayEntry
        {
            Id = Guid.CreateVersion7(desk.Now), PersonId = PersonId, On = On, School = School, Kind = Kind, IsHalf = IsHalf, Note = Note, LoggedBy = actor,
            LoggedAt = desk.Now, State = verifiedBy.Length > 0 ? DayState.Verified : DayState.Logged, VerifiedBy = verifiedBy,
            SettledAt = verifiedBy.Length > 0 ? desk.Now : null,
        };
        entry.Journal(desk, actor, null, verifiedBy);
        desk.Db.Days.Add(entry);
        return entry;
    }
}

/// <summary>What keeps a day from being logged: which part of it, what is wrong, what would be right.</summary>
/// <param name="Column">The column of the sheet 工作日志.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
internal sealed record DayFault(string Column, Bilingual What, Bilingual Remedy)
{
    /// <summary>The fault in one sentence.</summary>
    public Bilingual Sentence => new($"{Column}：{What.Zh}；{Remedy.Zh}。", $"{Column}: {What.En}; {Remedy.En}.");
}
