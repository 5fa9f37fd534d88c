using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Hiring;

/// <summary>One person's application in a round: what the file says, what the policy makes of it, what people decided.</summary>
public sealed class Application
{
    /// <summary>The application's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; init; }

    /// <summary>The application's own case; null until intake is closed.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The applicant's name, without inner spaces.</summary>
    public required string Name { get; set; }

    /// <summary>What tells this applicant from others in the round: the ID number, else name and birth date; unique in the round.</summary>
    public required string Identity { get; set; }

    /// <summary>The row of the applicants' file that named the applicant last, from 1; 0 where it wasn't kept.</summary>
    public int FileRow { get; set; }

    /// <summary>What the applicants' file says, as written.</summary>
    public required ApplicantRecord Record { get; set; }

    /// <summary>The policy's verdict on the record, with all its findings, under the round's terms.</summary>
    public required HiringVerdict Verdict { get; set; }

    /// <summary>Where the application stands.</summary>
    public Standing Standing { get; set; }

    /// <summary>Why it was refused, failed or withdrawn, in the words of whoever decided.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The last day to ask for a re-review of a refusal; the day itself still counts.</summary>
    public DateOnly? ReReviewUntil { get; set; }

    /// <summary>The engine's wait that a re-review resolves; null while none is possible.</summary>
    public string? ReReviewWait { get; set; }

    /// <summary>The engine's wait that the round resolves (called up or not, taken or not); null while the round isn't awaited.</summary>
    public string? RoundWait { get; set; }

    /// <summary>Points in the written test, 0 to 100 with two decimals; null until entered.</summary>
    public decimal? Written { get; set; }

    /// <summary>Points in the interview, 0 to 100 with two decimals; null until entered.</summary>
    public decimal? Interview { get; set; }

    /// <summary>Points in a tie-break test (加试), where one was needed.</summary>
    public decimal? TieBreak { get; set; }

    /// <summary>Whether the applicant was absent from a test: ranks with no total.</summary>
    public bool Absent { get; set; }

    /// <summary>The weighted total in points with two decimals; null until ranked.</summary>
    public decimal? Total { get; set; }

    /// <summary>Place in the ranking, from 1; null where not ranked.</summary>
    public int? Rank { get; set; }

    /// <summary>The background review; null until recorded.</summary>
    public BackgroundReview? Background { get; set; }

    /// <summary>Whether the medical check was passed; null until recorded. Nothing else of it is kept.</summary>
    public bool? MedicalPassed { get; set; }

    /// <summary>The person on the roster this application became.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>When the personal data were erased because their time was over, UTC; null while they are kept.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>What the application's own case is called.</summary>
    /// <param name="round">The application's round.</param>
    public Bilingual CaseTitle(Round round) => new($"{round.Plan.Post} 应聘：{Name}", $"{round.Plan.Post}, applicant {Name}");
}

/// <summary>Applications as a list.</summary>
public static class ApplicationOrder
{
    /// <summary>In the order of the applicants' file, as the people who keep it look them up.</summary>
    /// <param name="applications">Applications of one round.</param>
    public static IOrderedQueryable<Application> InFileOrder(this IQueryable<Application> applications) =>
        applications.OrderBy(one => one.FileRow).ThenBy(one => one.Id);
}

/// <summary>Where an application stands.</summary>
public enum Standing
{
    /// <summary>Taken in; the review hasn't begun.</summary>
    Received,

    /// <summary>HR reviews the qualification.</summary>
    UnderReview,

    /// <summary>Qualified: admitted to the tests.</summary>
    Qualified,

    /// <summary>Refused, with written reasons; a re-review may still be asked for.</summary>
    Refused,

    /// <summary>Absent, below the pass line, or beyond the shortlist.</summary>
    NotShortlisted,

    /// <summary>On the shortlist, waiting to be called up.</summary>
    Shortlisted,

    /// <summary>Called up to background review and medical check.</summary>
    CalledUp,

    /// <summary>Failed the background review or the medical check.</summary>
    FailedChecks,

    /// <summary>Passed both: proposed for the list.</summary>
    Proposed,

    /// <summary>Taken off the list because an objection was upheld.</summary>
    Struck,

    /// <summary>Recorded on the roster.</summary>
    Joined,

    /// <summary>Not taken: the places went to others, or the round closed.</summary>
    NotTaken,

    /// <summary>Withdrawn by the applicant.</summary>
    Withdrawn,
}

/// <summary>What a standing means for what can still happen.</summary>
public static class Standings
{
    /// <summary>Whether the application still depends on how the round goes on. A refusal doesn't: only its re-review is open.</summary>
    public static bool WaitsForRound(this Standing standing) => standing is Standing.Received or Standing.UnderReview
        or Standing.Qualified or Standing.Shortlisted or Standing.CalledUp or Standing.Proposed;
}
