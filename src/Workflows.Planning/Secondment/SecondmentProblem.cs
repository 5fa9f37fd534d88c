using System.Collections.Immutable;
using Workflows.Policy;
using Workflows.Policy.Semesters;

namespace Workflows.Planning.Secondment;

/// <summary>Everything a secondment plan is made from (R11, R12). Semesters are meant by their place in the list, from 0.</summary>
/// <param name="Semesters">The semesters to plan, in order.</param>
/// <param name="Teachers">The full-time teachers; who isn't due within these semesters stays, unless pinned or on an approved list.</param>
/// <param name="Hosts">The schools that take people in.</param>
/// <param name="Cover">Who is there for each subject.</param>
public sealed record SecondmentProblem(
    ImmutableArray<SemesterName> Semesters, ImmutableArray<PlannedTeacher> Teachers, ImmutableArray<HostSchool> Hosts, ImmutableArray<SubjectCover> Cover)
{
    /// <summary>What was approved before: the plan keeps to it where it can.</summary>
    public ImmutableArray<ApprovedLine> Approved { get; init; } = [];

    /// <summary>R02-R04 and R15 at the end of each semester, as far as it can be foreseen. People at schools still count, so the plan can't change them.</summary>
    public ImmutableArray<StructureFloor> Floors { get; init; } = [];

    /// <summary>How many are away by placements that are decided already, for each semester; empty for none.</summary>
    public ImmutableArray<int> AlreadyAway { get; init; } = [];

    /// <summary>What the soft goals weigh.</summary>
    public SecondmentWeights Weights { get; init; } = new();
}

/// <summary>A teacher as the planner needs to know them.</summary>
/// <param name="Id">What the teacher is called in the plan's data.</param>
/// <param name="Name">The name.</param>
/// <param name="Subject">The subject.</param>
public sealed record PlannedTeacher(string Id, string Name, string Subject)
{
    /// <summary>The teacher's own school stage; null where it isn't known.</summary>
    public SchoolStage? Stage { get; init; }

    /// <summary>
    /// The last semester that can still be completed in time (R12). Below 0: overdue, or it would be too late by the first planned semester. At or
    /// beyond the number of semesters: not due yet. Null: never asked.
    /// </summary>
    public int? LastFeasible { get; init; }

    /// <summary>The day by which a semester must be completed, for the sentences; null where there is none.</summary>
    public DateOnly? DueBy { get; init; }

    /// <summary>Another last semester at schools of some stage, whose semesters end on other days.</summary>
    public ImmutableDictionary<SchoolStage, int> LastFeasibleAt { get; init; } = ImmutableDictionary<SchoolStage, int>.Empty;

    /// <summary>For each semester: the last one by which somebody who completes it must go again; empty where that is never within the plan.</summary>
    public ImmutableArray<int> NextDue { get; init; } = [];

    /// <summary>Semesters in which the teacher can't go.</summary>
    public ImmutableArray<Unavailable> Unavailable { get; init; } = [];

    /// <summary>Schools where the teacher has been in this cycle.</summary>
    public ImmutableArray<string> PastHosts { get; init; } = [];

    /// <summary>The burden of earlier placements, in the kilometres of <see cref="HostSchool.Burden"/>: who went far before goes near now.</summary>
    public int PastBurden { get; init; }

    /// <summary>Wishes, the first before the second.</summary>
    public ImmutableArray<Wish> Wishes { get; init; } = [];

    /// <summary>What was decided beforehand.</summary>
    public ImmutableArray<Pin> Pins { get; init; } = [];

    /// <summary>Whether the semesters in which R12 could still be met are over by the first planned one.</summary>
    public bool IsOverdue => LastFeasible < 0;

    /// <summary>Which wish a placement meets, the first being 1; null for none.</summary>
    public int? WishMetBy(int semester, string host)
    {
        for (var n = 0; n < Wishes.Length; n++)
        {
            if (Wishes[n].IsMetBy(semester, host))
                return n + 1;
        }

        return null;
    }
}

/// <summary>A semester in which somebody can't go.</summary>
/// <param name="Semester">The semester.</param>
/// <param name="Reason">Why, as recorded.</param>
public sealed record Unavailable(int Semester, Bilingual Reason);

/// <summary>A wish of the teacher's own.</summary>
/// <param name="Semester">When; null for any semester.</param>
/// <param name="HostId">Where; null for any school.</param>
public sealed record Wish(int? Semester, string? HostId)
{
    /// <summary>Whether a placement is what was wished for.</summary>
    public bool IsMetBy(int semester, string host) => (Semester ?? semester) == semester && (HostId ?? host) == host;
}

/// <summary>A decision that the plan has to keep.</summary>
/// <param name="Semester">The semester in which the teacher goes; null where only the school is decided.</param>
/// <param name="HostId">The school to which the teacher goes then, or whenever; null where only the semester is decided.</param>
public sealed record Pin(int? Semester, string? HostId)
{
    /// <summary>Whether it says that somebody who goes in a semester goes to that school.</summary>
    public bool Sends(int semester, string host) => HostId == host && (Semester ?? semester) == semester;

    /// <summary>Whether a placement would be another than what was decided.</summary>
    public bool Forbids(int semester, string host) => HostId is { } decided && decided != host && (Semester ?? semester) == semester;
}

/// <summary>A school of one stage that takes people in; one with two stages stands twice.</summary>
/// <param name="Id">What the school is called in the plan's data.</param>
/// <param name="Name">The name.</param>
/// <param name="Stage">The stage.</param>
/// <param name="DistanceKilometres">How far it is.</param>
/// <param name="IsRural">Whether working there is a hardship.</param>
public sealed record HostSchool(string Id, string Name, SchoolStage Stage, int DistanceKilometres, bool IsRural)
{
    /// <summary>Kilometres that the hardship of a rural school counts for.</summary>
    public const int RuralKilometres = 20;

    /// <summary>How many people of each subject it takes in a semester; empty where nothing is on record, so that only a decision sends anybody there.</summary>
    public ImmutableDictionary<string, int> Places { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Places that are taken by placements decided already.</summary>
    public ImmutableArray<TakenPlaces> Taken { get; init; } = [];

    /// <summary>Distance and hardship as one number, in kilometres.</summary>
    public int Burden => DistanceKilometres + (IsRural ? RuralKilometres : 0);

    /// <summary>The free places for a subject in a semester.</summary>
    public int FreePlaces(string subject, int semester) => Math.Max(
        0, Places.GetValueOrDefault(subject) - Taken.Where(one => one.Subject == subject && one.Semester == semester).Sum(one => one.Count));
}

/// <summary>Places of a school that are taken.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Semester">The semester.</param>
/// <param name="Count">How many.</param>
public sealed record TakenPlaces(string Subject, int Semester, int Count);

/// <summary>Who is at the college for a subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="AtHome">For each semester, how many there are before the plan sends anybody.</param>
/// <param name="Minimum">How many must stay; 0 where leadership lets the subject stand empty.</param>
public sealed record SubjectCover(string Subject, ImmutableArray<int> AtHome, int Minimum = 1)
{
    /// <summary>How many may be sent at once.</summary>
    public int MaySend(int semester) => Math.Max(0, AtHome[semester] - Minimum);
}

/// <summary>A line of a list that was approved before.</summary>
/// <param name="TeacherId">Who.</param>
/// <param name="Semester">When.</param>
/// <param name="HostId">Where.</param>
public sealed record ApprovedLine(string TeacherId, int Semester, string HostId);

/// <summary>A floor of the structure at the end of a semester.</summary>
/// <param name="Clause">R02, R03, R04 or R15.</param>
/// <param name="Semester">The semester.</param>
/// <param name="Counted">How many count.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Percent">The floor.</param>
public sealed record StructureFloor(string Clause, int Semester, int Counted, int Of, int Percent)
{
    /// <summary>How many could stop counting before the floor is broken; below 0: how many are missing.</summary>
    public int Slack => Counted - (((Of * Percent) + 99) / 100);
}
