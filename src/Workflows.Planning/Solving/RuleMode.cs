namespace Workflows.Planning.Solving;

/// <summary>How the hard rules are put into a model.</summary>
internal enum RuleMode
{
    /// <summary>As they are; a rule may be left out.</summary>
    Kept,

    /// <summary>Each under an assumption, so that the solver names those that conflict.</summary>
    Assumed,

    /// <summary>Each may be broken at a price.</summary>
    Priced,
}
