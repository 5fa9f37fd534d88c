using System.Collections.Immutable;
using Workflows.Planning.Secondment;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Rotation;

/// <summary>
/// Everything a plan of coming rotations is made from (R13): who could move to a school, how many R13 asks to come, and what must not suffer by it.
/// Semesters are meant by their place in the list, from 0.
/// </summary>
/// <param name="Semesters">The semesters to plan, in order.</param>
/// <param name="Rounds">The semesters at whose beginning a yearly round takes effect, in order.</param>
/// <param name="Teachers">The full-time teachers who can be asked in at least one round, and those of whom something is decided.</param>
/// <param name="Hosts">The schools, with the places that they have on record for each subject.</param>
/// <param name="Subjects">The subjects of the college's teachers.</param>
public sealed record RotationProblem(
    ImmutableArray<SemesterName> Semesters, ImmutableArray<int> Rounds, ImmutableArray<RotatingTeacher> Teachers, ImmutableArray<HostSchool> Hosts,
    ImmutableArray<RotatingSubject> Subjects)
{
    /// <summary>R13 at the year end after each round; empty where it can't be counted, and then nobody has to come.</summary>
    public ImmutableArray<RenewalEnd> Renewal { get; init; } = [];

    /// <summary>R02-R04 and R15 at the end of each semester, as foreseen without the plan.</summary>
    public ImmutableArray<StructureFloor> Floors { get; init; } = [];

    /// <summary>For each round, the places free in the establishment if nobody moves and nobody comes: what is free in the quota, and what retirements free until then (R25).</summary>
    public required ImmutableArray<int> FreePlaces { get; init; }

    /// <summary>For each round, the senior posts free likewise; empty where the post structure isn't on record, and then nobody comes to a senior post (R25).</summary>
    public ImmutableArray<int> FreeSeniorPosts { get; init; } = [];

    /// <summary>What was approved before: the plan keeps to it where it can.</summary>
    public ImmutableArray<ApprovedLine> Approved { get; init; } = [];

    /// <summary>What the soft goals weigh.</summary>
    public RotationWeights Weights { get; init; } = new();
}

/// <summary>A teacher who could move to a school.</summary>
/// <param name="Id">What the teacher is called in the plan's data.</param>
/// <param name="Name">The name.</param>
/// <param name="Subject">The subject; empty where none is on record.</param>
/// <param name="YearsInPost">Whole years at the college at the first round.</param>
public sealed record RotatingTeacher(string Id, string Name, string Subject, int YearsInPost)
{
    /// <summary>The teacher's own school stage; null where it isn't known.</summary>
    public SchoolStage? Stage { get; init; }

    /// <summary>Whether the teacher is in a senior post, which becomes free by a move.</summary>
    public bool IsInSeniorPost { get; init; }

    /// <summary>Of R02, R03 and R15, those that the teacher counts towards.</summary>
    public ImmutableArray<string> CountsFor { get; init; } = [];

    /// <summary>The rounds in which the teacher can't be asked, by their semester.</summary>
    public ImmutableArray<Unavailable> Unavailable { get; init; } = [];

    /// <summary>The schools that the teacher would like to move to, the first before the second.</summary>
    public ImmutableArray<string> Wishes { get; init; } = [];

    /// <summary>What was decided beforehand.</summary>
    public ImmutableArray<Pin> Pins { get; init; } = [];
}

/// <summary>A subject of the college.</summary>
/// <param name="Name">The subject.</param>
/// <param name="Left">For each round, how many full-time teachers it has if nobody moves and nobody comes.</param>
/// <param name="Now">How many it has today.</param>
/// <param name="Minimum">The fewest that must be left before the newcomers of the same round are there (R01).</param>
public sealed record RotatingSubject(string Name, ImmutableArray<int> Left, int Now, int Minimum);

/// <summary>R13 at the end of the year of a round.</summary>
/// <param name="Day">The year's last day.</param>
/// <param name="Entrants">How many count as entrants without the plan.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Lowest">The lower end of the band, in people.</param>
/// <param name="Highest">The upper end of the band, in people.</param>
public sealed record RenewalEnd(DateOnly Day, int Entrants, decimal Of, int Lowest, int Highest);

/// <summary>The level of the post that somebody comes to.</summary>
public enum NewcomerLevel
{
    /// <summary>As R07 asks at least.</summary>
    Intermediate,

    /// <summary>A senior title, for R03.</summary>
    Senior,
}

/// <summary>What the soft goals weigh against each other, in points; the cheapest plan is proposed.</summary>
public sealed record RotationWeights
{
    /// <summary>Each move: nobody moves whom R13 doesn't ask for.</summary>
    public int Move { get; init; } = 200;

    /// <summary>Each newcomer: a plan aims at the lower end of the band.</summary>
    public int Newcomer { get; init; } = 100;

    /// <summary>A newcomer with a senior title, who is harder to find.</summary>
    public int SeniorNewcomer { get; init; } = 30;

    /// <summary>Each year that somebody who moves is in post for less than the one who is there longest.</summary>
    public int YearLess { get; init; } = 3;

    /// <summary>An approved line whose year isn't kept: somebody has been heard by then, and schools have agreed.</summary>
    public int ChangedRound { get; init; } = 300;

    /// <summary>An approved line whose school isn't kept, in the approved year.</summary>
    public int ChangedHost { get; init; } = 100;

    /// <summary>Each rank that a wish is below the first.</summary>
    public int LowerWish { get; init; } = 10;

    /// <summary>A move of somebody with wishes that meets none.</summary>
    public int UnmetWish { get; init; } = 40;

    /// <summary>A school of another stage than the teacher's own.</summary>
    public int OtherStage { get; init; } = 15;

    /// <summary>Every ten kilometres of distance and hardship.</summary>
    public int TenKilometres { get; init; } = 4;

    /// <summary>Each teacher by whom a subject has fewer after the last round than today.</summary>
    public int Thinner { get; init; } = 50;

    /// <summary>Each teacher that a newcomer's subject has already, up to <see cref="MostCrowded"/>: where few are, one more is worth most.</summary>
    public int Crowded { get; init; } = 2;

    /// <summary>From so many teachers on a subject isn't thin.</summary>
    public int MostCrowded { get; init; } = 10;

    /// <summary>Each newcomer by whom the largest round exceeds the smallest.</summary>
    public int Uneven { get; init; } = 20;
}
