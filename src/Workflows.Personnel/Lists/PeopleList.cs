namespace Workflows.Personnel.Lists;

/// <summary>A list of people that is heard, countersigned, decided, noticed and documented as one: a semester's secondments, a year's rotation.</summary>
public abstract class PeopleList
{
    /// <summary>Its case, and so its key.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The number of the document that carries the list; empty until it is issued.</summary>
    public string DocumentNumber { get; set; } = "";

    /// <summary>When it was opened, UTC.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last change of the list or of what was said of it, UTC: each one makes older pages stale.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>Everybody on it, those who were struck included.</summary>
    public abstract IReadOnlyList<ListLine> Everybody { get; }

    /// <summary>Those who stand on it.</summary>
    public IEnumerable<ListLine> Standing => Everybody.Where(line => line.Stands);
}
