using Workflows.Policy;

namespace Workflows.Planning.Secondment;

/// <summary>One hard rule for one person, school or subject.</summary>
/// <param name="Kind">Which rule.</param>
/// <param name="TeacherId">Whom it binds; null where it binds nobody alone.</param>
/// <param name="Subject">Of which subject.</param>
/// <param name="HostId">Of which school.</param>
/// <param name="Semester">In which semester; null for every one.</param>
public sealed record PlanRule(PlanRuleKind Kind, string? TeacherId = null, string? Subject = null, string? HostId = null, int? Semester = null);

/// <summary>The hard rules.</summary>
public enum PlanRuleKind
{
    /// <summary>R12: everybody goes in their last feasible semester at the latest; who is overdue goes within the plan.</summary>
    LastFeasible,

    /// <summary>R12: who has completed a semester is due again, if that is still within the plan.</summary>
    NextDue,

    /// <summary>Nobody goes in a semester in which they can't.</summary>
    Unavailable,

    /// <summary>Decisions are kept.</summary>
    Pin,

    /// <summary>Nobody goes twice to a school in a cycle.</summary>
    RepeatHost,

    /// <summary>No more people of a subject at a school than it takes.</summary>
    Places,

    /// <summary>Only schools that have places for the subject on record.</summary>
    PlacesOnRecord,

    /// <summary>The last teacher of a subject stays.</summary>
    SubjectCover,

    /// <summary>R02-R04, R15: the floors of the structure; the plan can't change them.</summary>
    StructureFloor,
}

/// <summary>A hard rule and how far the plan is from breaking it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Clause">The clause it comes from.</param>
/// <param name="Limit">What it allows or asks: a semester's place in the list, or a number of people.</param>
/// <param name="Actual">What the plan has, in the same measure; null where R12 is missed within the plan.</param>
/// <param name="Slack">What is left, in semesters or people; below 0: overdue, or broken.</param>
/// <param name="Sentence">The rule in words.</param>
public sealed record RuleFinding(PlanRule Rule, string Clause, int Limit, int? Actual, int Slack, Bilingual Sentence);
