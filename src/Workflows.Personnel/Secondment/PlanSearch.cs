namespace Workflows.Personnel.Secondment;

/// <summary>A long search for a plan of secondments: one node carries it out, and from every node it can be looked at and stopped. It records nothing else.</summary>
public sealed class PlanSearch
{
    /// <summary>The search's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The account that asked for it.</summary>
    public Guid AskedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The first semester, <c>2026-2027-1</c>.</summary>
    public string From { get; init; } = "";

    /// <summary>How many semesters.</summary>
    public int Semesters { get; init; }

    /// <summary>What is held fast, one line each: person, semester and school, with <c>@</c> between them.</summary>
    public string Pins { get; init; } = "";

    /// <summary>For about how many seconds it searches at most.</summary>
    public int Limit { get; init; }

    /// <summary>For how many seconds it has searched.</summary>
    public int Seconds { get; set; }

    /// <summary>The cost of the best plan so far, in points; null before the first one.</summary>
    public long? Objective { get; set; }

    /// <summary>What no plan costs less than, as far as is proven.</summary>
    public long? Bound { get; set; }

    /// <summary>When the node that searches last said so, UTC: when that is long ago, the node is gone and so is the search.</summary>
    public DateTimeOffset BeatAt { get; set; }

    /// <summary>Whether somebody asked it to end with the best plan so far.</summary>
    public bool StopAsked { get; set; }

    /// <summary>When it ended, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The plan as JSON; empty while it runs, and where it failed.</summary>
    public string Plan { get; set; } = "";
}
