using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>What the rule of one clause gives: its finding, and what is worth a look.</summary>
internal sealed record RuleOutcome(Finding Finding, ImmutableArray<HiringWarning> Warnings)
{
    /// <summary>An outcome with as many warnings as were raised.</summary>
    public static RuleOutcome Of(Finding finding, params HiringWarning?[] warnings) => new(finding, [.. warnings.OfType<HiringWarning>()]);
}

/// <summary>The arguments that words quote, by name.</summary>
internal static class Quoted
{
    /// <summary>Nothing to quote.</summary>
    public static ImmutableSortedDictionary<string, string> Nothing { get; }
        = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Names with their values, ordered by name so that stored verdicts are byte-stable.</summary>
    public static ImmutableSortedDictionary<string, string> Of(params (string Name, string Value)[] arguments)
        => Nothing.AddRange(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value)));
}
