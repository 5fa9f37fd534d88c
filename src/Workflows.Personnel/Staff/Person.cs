using Workflows.Personnel.Hiring;

namespace Workflows.Personnel.Staff;

/// <summary>Somebody on the college's roster, past or present. People are never deleted while a case names them.</summary>
public sealed class Person
{
    /// <summary>The person's id.</summary>
    public Guid Id { get; init; }

    /// <summary>教职工号; unique where given.</summary>
    public string? StaffNumber { get; set; }

    /// <summary>Name, without inner spaces.</summary>
    public required string Name { get; set; }

    /// <summary>性别, as written.</summary>
    public string Gender { get; set; } = "";

    /// <summary>身份证号; personal, masked by default.</summary>
    public string IdNumber { get; set; } = "";

    /// <summary>Birth date; null when it isn't known to the day.</summary>
    public DateOnly? BirthDate { get; set; }

    /// <summary>教职工类别.</summary>
    public StaffCategory Category { get; set; }

    /// <summary>人员状态.</summary>
    public StaffStatus Status { get; set; }

    /// <summary>Whether the person takes up a place of the establishment quota (编制).</summary>
    public bool OnEstablishment { get; set; }

    /// <summary>The level of post taken up in the post structure; null for none.</summary>
    public PostLevel? PostLevel { get; set; }

    /// <summary>岗位等级 as the roster last wrote it; an appointment since may have moved <see cref="PostLevel"/> on.</summary>
    public string GradeWritten { get; set; } = "";

    /// <summary>Highest education as written.</summary>
    public string Education { get; set; } = "";

    /// <summary>Professional title as written (职称, 评).</summary>
    public string Title { get; set; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>School stage.</summary>
    public string SchoolStage { get; set; } = "";

    /// <summary>Honours as written.</summary>
    public string Honours { get; set; } = "";

    /// <summary>The employer before.</summary>
    public string FormerEmployer { get; set; } = "";

    /// <summary>Phone; personal.</summary>
    public string Phone { get; set; } = "";

    /// <summary>Mail address; personal.</summary>
    public string Email { get; set; } = "";

    /// <summary>Remarks as written.</summary>
    public string Remarks { get; set; } = "";

    /// <summary>Further columns of the roster file that have no field of their own, as written.</summary>
    public IReadOnlyList<FurtherCell> Further { get; set; } = [];

    /// <summary>The date from which the three-year secondment cycle is counted (R12): the day of joining, or 2022-06-01 for those then in post.</summary>
    public DateOnly? SecondmentAnchor { get; set; }

    /// <summary>是否班子成员: whether the person belongs to the leadership team (R22, R23); null where the roster doesn't say.</summary>
    public bool? IsLeader { get; set; }

    /// <summary>The terms in the leadership team (R21).</summary>
    public List<LeadershipTerm> Terms { get; init; } = [];

    /// <summary>The person's times at the college.</summary>
    public List<Tenure> Tenures { get; init; } = [];

    /// <summary>The post grades held (聘), as far as appointments recorded them.</summary>
    public List<PostHolding> Posts { get; init; } = [];

    /// <summary>Raised by every change.</summary>
    public long Version { get; set; }

    /// <summary>The tenure that holds on a day; null where the person isn't at the college then.</summary>
    public Tenure? TenureOn(DateOnly day) => Tenures.Find(tenure => tenure.From <= day && (tenure.Until is null || day < tenure.Until));

    /// <summary>The recorded post grade that holds on a day; null where no appointment recorded one.</summary>
    public PostHolding? PostOn(DateOnly day) => Posts.Find(post => post.From <= day && (post.Until is null || day < post.Until));
}

/// <summary>A cell of a roster column that has no field of its own.</summary>
/// <param name="Column">The column's header.</param>
/// <param name="Cell">What stands under it.</param>
public sealed record FurtherCell(string Column, string Cell);

/// <summary>One stretch of time at the college: an entry and, one day, an exit (R13 counts them).</summary>
public sealed class Tenure
{
    /// <summary>The tenure's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day on which the person is no longer there; null while there (half-open).</summary>
    public DateOnly? Until { get; set; }

    /// <summary>How the person came; null when it was before the system.</summary>
    public EntryKind? Entry { get; init; }

    /// <summary>The transfer order's or the contract's number.</summary>
    public string DocumentNumber { get; init; } = "";

    /// <summary>The application it came from; unique, so that nobody joins twice by one application.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>How the person left; null while there, or where only the words of <see cref="ExitReason"/> are known.</summary>
    public ExitKind? Exit { get; set; }

    /// <summary>Why the person left; empty while there.</summary>
    public string ExitReason { get; set; } = "";

    /// <summary>The number of the document by which the person left.</summary>
    public string ExitDocumentNumber { get; set; } = "";

    /// <summary>When this was recorded, UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a status means.</summary>
public static class StaffStatuses
{
    /// <summary>
    /// Whether somebody with that status belongs to the active staff (在职教职工, R04): retired, borrowed-in and substitute staff don't. 借调 of somebody on
    /// the establishment is a loan to another office, and they still count; anybody else is borrowed in.
    /// </summary>
    public static bool IsActiveStaff(this Person person, StaffStatus status) =>
        !status.HasLeft() && person.Category is not (StaffCategory.Substitute or StaffCategory.PartTimeTeacher)
        && (status is not StaffStatus.OnLoan || person.OnEstablishment);

    /// <summary>Whether it means that the person has left the college.</summary>
    public static bool HasLeft(this StaffStatus status) =>
        status is StaffStatus.Retired or StaffStatus.TransferredOut or StaffStatus.Resigned or StaffStatus.Dismissed;
}

/// <summary>教职工类别.</summary>
public enum StaffCategory
{
    /// <summary>专任教师.</summary>
    FullTimeTeacher,

    /// <summary>行政.</summary>
    Administration,

    /// <summary>教辅.</summary>
    TeachingSupport,

    /// <summary>工勤.</summary>
    Maintenance,

    /// <summary>代课.</summary>
    Substitute,

    /// <summary>兼职.</summary>
    PartTimeTeacher,
}

/// <summary>人员状态.</summary>
public enum StaffStatus
{
    /// <summary>在职.</summary>
    Active,

    /// <summary>借调.</summary>
    OnLoan,

    /// <summary>挂职: still counts as active staff.</summary>
    Seconded,

    /// <summary>病假.</summary>
    SickLeave,

    /// <summary>产假.</summary>
    MaternityLeave,

    /// <summary>退休.</summary>
    Retired,

    /// <summary>调出.</summary>
    TransferredOut,

    /// <summary>辞职.</summary>
    Resigned,

    /// <summary>辞退、解聘.</summary>
    Dismissed,
}
