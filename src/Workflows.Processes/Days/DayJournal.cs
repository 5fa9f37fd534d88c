using Workflows.Personnel.Days;

namespace Workflows.Processes.Days;

/// <summary>Writes what is done to an entry into the ledger's journal.</summary>
internal static class DayJournal
{
    /// <summary>Adds a line: who, when, from which state to which, and in what words.</summary>
    public static void Journal(this DayEntry entry, Desk desk, Guid actor, DayState? before, string words)
    {
        var change = new DayChange
        {
            EntryId = entry.Id, Number = before is null ? 0 : entry.Version + 1, ChangedBy = actor, ChangedAt = desk.Now, Before = before, After = entry.State, Words = words,
        };
        // An entry that is kept already learns of a new change only through the table.
        if (before is null)
            entry.Changes.Add(change);
        else
            desk.Db.DayChanges.Add(change);
    }

    /// <summary>Moves the entry to a state.</summary>
    public static void MoveTo(this DayEntry entry, DayState state, Desk desk, Guid actor, string words)
    {
        var before = entry.State;
        (entry.State, entry.SettledAt) = (state, desk.Now);
        entry.Journal(desk, actor, before, words);
    }
}
