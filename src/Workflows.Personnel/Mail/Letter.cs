namespace Workflows.Personnel.Mail;

/// <summary>One mail to one person, from the wish to the server's last word. The row is the memory; nothing is sent that isn't recorded here.</summary>
public sealed class Letter
{
    /// <summary>The letter's id.</summary>
    public Guid Id { get; init; }

    /// <summary>What it is about and for whom, once: (obligation, person, window, stage). Unique, so nothing is planned twice.</summary>
    public required string Key { get; init; }

    /// <summary>The template, <c>hiring/work-item</c>: a file in <c>workflows/hiring/notices</c>.</summary>
    public required string Template { get; init; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The recipient's name.</summary>
    public required string Name { get; init; }

    /// <summary>The recipient's address; a reminder follows its recipient to a new one.</summary>
    public required string Address { get; set; }

    /// <summary>The recipient's account; null for people without one, such as applicants.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>The case it speaks of.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The work item whose waiting it announces; it isn't sent once that is closed.</summary>
    public Guid? WorkItemId { get; init; }

    /// <summary>The obligation it reminds of, <c>R12/PERSON/2027-02-01</c>; asked again before it is sent. Null for other letters.</summary>
    public string? Obligation { get; init; }

    /// <summary>What the template is filled with, as JSON.</summary>
    public required string Model { get; set; }

    /// <summary>Whether it is a formal notice: when it is unclear whether it was taken, a person decides whether it goes out again.</summary>
    public bool IsFormal { get; init; }

    /// <summary>When it was planned, UTC.</summary>
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it was first handed to a server, UTC; the days for which it is tried count from here. Null while it wasn't.</summary>
    public DateTimeOffset? FirstTriedAt { get; set; }

    /// <summary>The instant from which it may be sent or tried again, UTC.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>How far it has come.</summary>
    public LetterPhase Phase { get; set; }

    /// <summary>How often it was handed to a server.</summary>
    public int Attempts { get; set; }

    /// <summary>The node that holds it now.</summary>
    public string? LeasedBy { get; set; }

    /// <summary>Until when that node holds it, by the database's clock.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Raised by each lease: a node that lost its lease can no longer record anything.</summary>
    public long Fence { get; set; }

    /// <summary>The Message-ID, fixed before the first try and the same at every later one.</summary>
    public string? MessageId { get; set; }

    /// <summary>The subject as rendered.</summary>
    public string? Subject { get; set; }

    /// <summary>The message as rendered and sent, byte for byte.</summary>
    public byte[]? Message { get; set; }

    /// <summary>What the server, or we, last said about it.</summary>
    public string LastReply { get; set; } = "";

    /// <summary>When a server accepted it, UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>When a bounce said that it didn't arrive after all, UTC; null for none.</summary>
    public DateTimeOffset? BouncedAt { get; set; }
}

/// <summary>How far a letter has come.</summary>
public enum LetterPhase
{
    /// <summary>To be sent when due.</summary>
    Planned,

    /// <summary>Rendered and committed; being handed to a server.</summary>
    Sending,

    /// <summary>A server answered 250 after the final dot.</summary>
    Accepted,

    /// <summary>Refused for good (5xx), or tried for five days: HR is told.</summary>
    Failed,

    /// <summary>The connection broke after the final dot, and it is a formal notice: a person decides.</summary>
    Ambiguous,

    /// <summary>What it was about no longer stands; it was never sent.</summary>
    Dropped,
}
