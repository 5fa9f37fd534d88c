using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Hiring;

/// <summary>One hiring round: a post, its places and its rules of play. From the announcement on nothing of the plan changes.</summary>
public sealed class Round
{
    /// <summary>The round's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The round's number in the office, for example <c>2026-01</c>; unique.</summary>
    public required string Number { get; init; }

    /// <summary>What HR planned; locked by the announcement.</summary>
    public required RoundPlan Plan { get; set; }

    /// <summary>How far it has come.</summary>
    public RoundStage Stage { get; set; }

    /// <summary>Its case; null while it is only drafted.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>The day it was announced; the plan is locked from then on.</summary>
    public DateOnly? AnnouncedOn { get; set; }

    /// <summary>The number of the announcement.</summary>
    public string? AnnouncementNumber { get; set; }

    /// <summary>The age reading that counts: the plan's, or what leadership confirmed for all applicants alike.</summary>
    public AgeReading AgeReading { get; set; }

    /// <summary>The minutes by which leadership confirmed the reading; null while it didn't need to, or hasn't.</summary>
    public string? AgeReadingMinutes { get; set; }

    /// <summary>The engine's wait of the running call-up, told when a check is concluded; null while no call-up waits.</summary>
    public string? CallUpWait { get; set; }

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>Whether the last day of intake is past; the review may still wait for the reading to be confirmed.</summary>
    /// <param name="today">Today.</param>
    public bool IsIntakeOver(DateOnly today) => Stage > RoundStage.Announced || (Stage is RoundStage.Announced && today > Plan.IntakeClosesOn);
}

/// <summary>What HR plans for a round, and what the announcement says.</summary>
public sealed record RoundPlan
{
    /// <summary>The post, for example <c>小学数学教研员</c>.</summary>
    public required string Post { get; init; }

    /// <summary>The subject, for example <c>数学</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The school stage: 幼儿园, 小学, 初中, 高中 or 中职.</summary>
    public required string Stage { get; init; }

    /// <summary>The level of post in the post structure that the places take up (R25).</summary>
    public PostLevel Level { get; init; }

    /// <summary>How many are wanted.</summary>
    public int Places { get; init; }

    /// <summary>Whether it is an approved shortage post, open to applicants from outside the district (R10).</summary>
    public bool IsShortage { get; init; }

    /// <summary>The college's own district, for example <c>沙县区</c> (R10).</summary>
    public required string District { get; init; }

    /// <summary>The day on which age and teaching experience are measured (R06, R08).</summary>
    public DateOnly ReferenceDate { get; init; }

    /// <summary>The reading of 45周岁以下 that is announced (R06).</summary>
    public AgeReading AgeReading { get; init; }

    /// <summary>How the chosen ones come: by transfer order, or with a new employment contract.</summary>
    public EntryKind Entry { get; init; }

    /// <summary>The written test's share of the total, in percent; the interview has the rest.</summary>
    public int WrittenWeightPercent { get; init; }

    /// <summary>The lowest total that passes, in points of 100.</summary>
    public decimal PassLine { get; init; }

    /// <summary>What decides between equal totals.</summary>
    public TieRule TieRule { get; init; }

    /// <summary>How many are shortlisted for each place; at least 1.</summary>
    public int ShortlistRatio { get; init; }

    /// <summary>The first day on which applications are taken.</summary>
    public DateOnly IntakeOpensOn { get; init; }

    /// <summary>The last day on which applications are taken; the day itself still counts.</summary>
    public DateOnly IntakeClosesOn { get; init; }

    /// <summary>How many days a refused applicant has to ask for a re-review, from the day after the refusal.</summary>
    public int ReReviewDays { get; init; }

    /// <summary>The day of the examination.</summary>
    public DateOnly ExamOn { get; init; }

    /// <summary>The last day on which the next in rank may still be called up (递补).</summary>
    public DateOnly CallUpUntil { get; init; }

    /// <summary>The length of the public notice in calendar days, 7 to 15 (2005 provisions, Art. 23).</summary>
    public int NoticeDays { get; init; }

    /// <summary>The day on which the chosen ones join; also the anchor of their first secondment cycle (R12).</summary>
    public DateOnly JoinsOn { get; init; }

    /// <summary>How many are shortlisted: places times ratio.</summary>
    public int Shortlist => Places * ShortlistRatio;

    /// <summary>The terms by which the policy judges this round's applicants.</summary>
    /// <param name="reading">The age reading that counts now.</param>
    public HiringTerms Terms(AgeReading reading) => new(ReferenceDate, reading, IsShortage, District);
}

/// <summary>How far a round has come.</summary>
public enum RoundStage
{
    /// <summary>HR is writing the plan.</summary>
    Drafted,

    /// <summary>The three offices countersign quota and post structure (R25).</summary>
    Countersigning,

    /// <summary>Announced: applications are taken.</summary>
    Announced,

    /// <summary>Intake is closed; qualifications are reviewed.</summary>
    QualificationReview,

    /// <summary>Tests are taken and scored.</summary>
    Examination,

    /// <summary>Background reviews and medical checks, in rank order.</summary>
    Checks,

    /// <summary>Leadership decides the list.</summary>
    Deciding,

    /// <summary>The list is on public notice.</summary>
    OnNotice,

    /// <summary>The notice is over; the list is filed and documents are issued.</summary>
    Filing,

    /// <summary>The transfers-in are recorded.</summary>
    Completed,

    /// <summary>It ended without anybody, was rejected or withdrawn.</summary>
    Closed,
}

/// <summary>The level of post a place takes up in the post structure.</summary>
public enum PostLevel
{
    /// <summary>高级岗.</summary>
    Senior,

    /// <summary>中级岗.</summary>
    Intermediate,

    /// <summary>初级岗.</summary>
    Junior,
}

/// <summary>How a person comes to the college.</summary>
public enum EntryKind
{
    /// <summary>遴选调入: an in-service teacher is moved by transfer order.</summary>
    TransferOrder,

    /// <summary>公开招聘: a new employment contract.</summary>
    EmploymentContract,
}

/// <summary>What decides between equal totals; where that is equal too, a tie-break test does.</summary>
public enum TieRule
{
    /// <summary>The higher interview score goes first.</summary>
    HigherInterview,

    /// <summary>The higher written score goes first.</summary>
    HigherWritten,
}
