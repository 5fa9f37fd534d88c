namespace Workflows.Personnel.Notices;

/// <summary>A public notice (公示) of a list of names, with the objections it drew.</summary>
public sealed class PublicNotice
{
    /// <summary>The notice's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The case it belongs to.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The step that posted it, <c>notice#1</c>: unique in the case, so that it is posted once.</summary>
    public required string Step { get; init; }

    /// <summary>The round whose list it shows; null for an appointment's notice.</summary>
    public Guid? RoundId { get; init; }

    /// <summary>The day it was posted; the day itself doesn't count.</summary>
    public DateOnly PostedOn { get; init; }

    /// <summary>Its length in calendar days, 7 to 15.</summary>
    public int Days { get; init; }

    /// <summary>Whose names it shows.</summary>
    public required IReadOnlyList<NoticeLine> Lines { get; init; }

    /// <summary>The objections, in the order they came.</summary>
    public List<Objection> Objections { get; init; } = [];

    /// <summary>The engine's wait that is told when something changes; null once it is over.</summary>
    public string? WaitId { get; set; }

    /// <summary>The notice's own number (文号), for example <c>沙教示〔2026〕2号</c>; null until HR has recorded it.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>The day it was concluded; null while it runs.</summary>
    public DateOnly? ConcludedOn { get; private set; }

    /// <summary>What came of it; null while it runs.</summary>
    public NoticeResult? Result { get; private set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>The days on which it stood still because an objection was open: from the day it came, until the day it was handled.</summary>
    public IEnumerable<(DateOnly From, DateOnly? Until)> Pauses => Objections.Select(objection => (objection.ReceivedOn, objection.HandledOn));

    /// <summary>Whether an objection is still to be handled.</summary>
    public bool IsPaused => Objections.Any(objection => objection.HandledOn is null);

    /// <summary>Ends the notice with its result; every objection is handled by then.</summary>
    /// <param name="today">The day on which it is over: after its last day.</param>
    public NoticeResult Conclude(DateOnly today)
    {
        var result = Objections.Count == 0 ? NoticeResult.NoObjection
            : Objections.Exists(objection => objection.Upheld is true) ? NoticeResult.ObjectionUpheld
            : NoticeResult.ObjectionsDismissed;
        (WaitId, ConcludedOn, Result) = (null, today, result);
        return result;
    }
}

/// <summary>What came of a public notice (公示结果).</summary>
public enum NoticeResult
{
    /// <summary>无异议: nobody objected.</summary>
    NoObjection,

    /// <summary>有异议，经核查不成立: everybody on the list stays.</summary>
    ObjectionsDismissed,

    /// <summary>有异议，经核查成立: at least one name was struck.</summary>
    ObjectionUpheld,
}

/// <summary>One name on a notice. Never an ID number, never a phone.</summary>
/// <param name="ApplicationId">The application; null for somebody on the roster.</param>
/// <param name="Name">The name.</param>
/// <param name="BirthMonth">Birth month as <c>1985-07</c>; empty when unknown.</param>
/// <param name="Education">Highest education as written.</param>
/// <param name="Employer">The present employer; for an appointment the post held now.</param>
/// <param name="Post">The post applied for, or appointed to; for a secondment the host school and what is done there.</param>
public sealed record NoticeLine(Guid? ApplicationId, string Name, string BirthMonth, string Education, string Employer, string Post)
{
    /// <summary>The person on the roster, where a notice lists several; null on every other notice.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What an objection names the line by; null for the one person of an appointment's notice.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid? Subject => ApplicationId ?? PersonId;
}

/// <summary>An objection (异议) to a name on a notice.</summary>
public sealed class Objection
{
    /// <summary>The objection's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The notice.</summary>
    public Guid NoticeId { get; init; }

    /// <summary>The application it speaks of; null for the one person of an appointment's notice.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The person on the roster it speaks of, where the notice lists several; null on every other notice.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Whom it speaks of; null for the one person of an appointment's notice.</summary>
    public Guid? Subject => ApplicationId ?? PersonId;

    /// <summary>Who objected, by their real name (or the unit's); personal, shown to HR only.</summary>
    public required string From { get; init; }

    /// <summary>How whoever objected can be reached; personal, shown to HR only. Empty for objections taken in before it was asked.</summary>
    public string Contact { get; init; } = "";

    /// <summary>What they say.</summary>
    public required string Text { get; init; }

    /// <summary>The day it came; the notice stands still from this day.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>The day it was handled; the notice runs on from this day.</summary>
    public DateOnly? HandledOn { get; set; }

    /// <summary>Whether it was found right: the name is struck from the list.</summary>
    public bool? Upheld { get; set; }

    /// <summary>The finding, in the words of whoever handled it.</summary>
    public string Finding { get; set; } = "";

    /// <summary>The number of the paper that answers it (答复文号); null where there is none.</summary>
    public string? DocumentNumber { get; set; }
}
