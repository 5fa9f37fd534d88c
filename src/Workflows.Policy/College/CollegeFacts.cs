using System.Collections.Immutable;
using Workflows.Policy.Days;
using Workflows.Policy.Education;
using Workflows.Policy.Secondment;
using Workflows.Policy.Titles;

namespace Workflows.Policy.College;

/// <summary>What is known of the college as of a day, for the clauses about the college as a whole. What nobody recorded is null or missing, never zero.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Staff">Everybody who is or was there, in the order of the roster.</param>
public sealed record CollegeFacts(DateOnly AsOf, ImmutableArray<StaffFact> Staff)
{
    /// <summary>Names of part-time teachers whose letter of appointment holds on the day (R16); null where no letters are recorded at all.</summary>
    public ImmutableArray<string>? PartTimeTeachers { get; init; }

    /// <summary>How many are away at schools in the semester of the day, or in the one before it in the holidays (R11); null where no placements are recorded at all.</summary>
    public int? AwayThisSemester { get; init; }

    /// <summary>The yearly money and papers (R17-R20), by year.</summary>
    public ImmutableDictionary<int, FundsFact> Funds { get; init; } = ImmutableDictionary<int, FundsFact>.Empty;

    /// <summary>Approved and taken places (R25), as people call them; null approved where no number is recorded.</summary>
    public ImmutableArray<QuotaFact> Quotas { get; init; } = [];

    /// <summary>The items of the standing register on the day (R26), in its order; empty where there is no register.</summary>
    public ImmutableArray<StandardItemFact> StandardItems { get; init; } = [];

    /// <summary>The active staff on the day: 在职教职工, seconded people included; retired, borrowed-in and substitute staff not.</summary>
    public IEnumerable<StaffFact> ActiveStaff => Staff.Where(one => one.IsActive);

    /// <summary>The active full-time teachers on the day: 专任教师.</summary>
    public IEnumerable<StaffFact> Teachers => ActiveStaff.Where(one => one.IsFullTimeTeacher);
}

/// <summary>One person as of the day.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsFullTimeTeacher">专任教师.</param>
/// <param name="IsActive">Whether the person belongs to the active staff on the day.</param>
public sealed record StaffFact(string Name, bool IsFullTimeTeacher, bool IsActive)
{
    /// <summary>The person's id on the roster; empty for somebody who isn't on it yet.</summary>
    public Guid Id { get; init; }

    /// <summary>The title held (评); null where it isn't known.</summary>
    public TitleLevel? Held { get; init; }

    /// <summary>The level of the post appointed to (聘); null where it isn't known.</summary>
    public TitleLevel? Appointed { get; init; }

    /// <summary>The highest education; null where it isn't known.</summary>
    public EducationLevel? Education { get; init; }

    /// <summary>The subject that the person teaches or researches, as evidenced by the record (R01); empty where there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Whether the person takes up a place of the establishment quota while there (R25).</summary>
    public bool OnEstablishment { get; init; }

    /// <summary>The level of post that the person takes up of the post structure (R25); null for none.</summary>
    public TitleLevel? Place { get; init; }

    /// <summary>Whether the person belongs to the leadership team.</summary>
    public bool IsLeader { get; init; }

    /// <summary>The last day of the leadership term that holds on the day; null where none is recorded.</summary>
    public DateOnly? TermEnds { get; init; }

    /// <summary>Whether that term has goals on record by the day (R21).</summary>
    public bool HasTermGoals { get; init; }

    /// <summary>The last day of the last term that is over and whose goals weren't assessed by the day; null where there is none.</summary>
    public DateOnly? UnassessedTermEnd { get; init; }

    /// <summary>The times at the college: first day and the first day after, null while there.</summary>
    public ImmutableArray<(DateOnly From, DateOnly? Until)> Tenures { get; init; } = [];

    /// <summary>R12's finding; null for people whom it doesn't concern.</summary>
    public SecondmentFinding? Secondment { get; init; }

    /// <summary>R14 in the last semester that is over; null for people whom it doesn't concern, or where no ledger covers it.</summary>
    public DayFinding? DaysLastSemester { get; init; }

    /// <summary>R14 in the running semester; null in the holidays, or as above.</summary>
    public DayFinding? DaysThisSemester { get; init; }

    /// <summary>R22 in the last year that is over; null for others than leaders, or where no ledger covers it.</summary>
    public DayFinding? LeaderDaysLastYear { get; init; }

    /// <summary>R22 in the running year.</summary>
    public DayFinding? LeaderDaysThisYear { get; init; }

    /// <summary>R23 in the last year that is over; null for others than leaders, or where no ledger covers it.</summary>
    public DayFinding? SessionsLastYear { get; init; }

    /// <summary>R23 in the running year.</summary>
    public DayFinding? SessionsThisYear { get; init; }

    /// <summary>Whether the person was there on a day.</summary>
    public bool IsThereOn(DateOnly day) => Tenures.Any(tenure => tenure.From <= day && (tenure.Until is not { } until || day < until));

    /// <summary>The same person, gone from a day on.</summary>
    public StaffFact Left(DateOnly day) => this with
    {
        IsActive = false, Tenures = [.. Tenures.Select(tenure => tenure.From < day && (tenure.Until is not { } until || day < until) ? (tenure.From, day) : tenure)],
    };
}

/// <summary>One year's money and papers; what isn't recorded is null.</summary>
/// <param name="Payroll">核定工资总额, yuan.</param>
/// <param name="TrainingFunds">培训专项经费, yuan.</param>
/// <param name="ContinuingEducation">继续教育经费总额, yuan.</param>
/// <param name="Transferred">划拨本校, yuan.</param>
/// <param name="PartTimeDocument">兼职经费文号.</param>
/// <param name="RunningCostsDocument">公用经费文号.</param>
public sealed record FundsFact(
    decimal? Payroll, decimal? TrainingFunds, decimal? ContinuingEducation, decimal? Transferred, string? PartTimeDocument, string? RunningCostsDocument);

/// <summary>One approved number of places.</summary>
/// <param name="Name">编制, 高级岗, 中级岗 or 初级岗.</param>
/// <param name="Approved">The approved number; null where none is recorded.</param>
/// <param name="Taken">The people who take one up.</param>
public sealed record QuotaFact(string Name, int? Approved, int Taken)
{
    /// <summary>The level of its posts; null for the establishment quota, which all of them take up.</summary>
    public TitleLevel? Level { get; init; }
}

/// <summary>One item of the standard on a day.</summary>
/// <param name="Number">Its number, as the standard writes it.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Owner">Who sees to it; null where nobody does, or whoever did has left.</param>
/// <param name="DueOn">The last day that is in time; null where none is set.</param>
/// <param name="Evidence">What was handed in for it, in words; empty where nothing was.</param>
public sealed record StandardItemFact(string Number, string Text, string? Owner, DateOnly? DueOn, string Evidence)
{
    /// <summary>Whether somebody is there to see to it by a day.</summary>
    public bool IsCharged => Owner is not null && DueOn is not null;

    /// <summary>Whether something was handed in for it.</summary>
    public bool HasEvidence => Evidence.Length > 0;
}
