using System.Collections.Immutable;

namespace Workflows.Policy.College;

/// <summary>What one clause says of the whole college as of a day: data, as the command <c>report</c> prints it.</summary>
/// <param name="Clause">The clause, <c>R02</c>.</param>
/// <param name="Verdict">The verdict under the chosen reading.</param>
/// <param name="Numerator">What is counted; null where it isn't known.</param>
/// <param name="Denominator">What it is counted of; null where the clause has none, or it isn't known.</param>
/// <param name="Required">What the clause asks, in short Chinese words.</param>
/// <param name="DependsOnReading">Whether another reading gives another verdict.</param>
/// <param name="Variants">Every reading with its numbers, the chosen one first; empty where the text leaves nothing open.</param>
/// <param name="ShortBy">How many people are lacking; null where none are, or where people aren't what is counted.</param>
/// <param name="Who">The names that count against it, in the order of the roster.</param>
/// <param name="Missing">The facts or sheets that would be needed, in Chinese.</param>
public sealed record ClauseReport(
    string Clause,
    FindingResult Verdict,
    decimal? Numerator,
    decimal? Denominator,
    string Required,
    bool DependsOnReading,
    ImmutableArray<ClauseVariant> Variants,
    int? ShortBy,
    ImmutableArray<string> Who,
    ImmutableArray<string> Missing)
{
    /// <summary>A clause of which too little is known.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="required">What it asks.</param>
    /// <param name="missing">What is missing.</param>
    public static ClauseReport Unknown(string clause, string required, params IEnumerable<string> missing) =>
        new(clause, FindingResult.Unknown, null, null, required, false, [], null, [], [.. missing]);

    /// <summary>A clause with several readings, of which the first is the chosen one.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="required">What it asks.</param>
    /// <param name="variants">The readings, the chosen one first.</param>
    public static ClauseReport Of(string clause, string required, params ImmutableArray<ClauseVariant> variants)
    {
        var chosen = variants[0];
        return new(clause, chosen.Verdict, chosen.Numerator, chosen.Denominator, required,
            variants.Any(variant => variant.Verdict != chosen.Verdict), variants, null, [], []);
    }
}

/// <summary>One reading of a clause with its numbers.</summary>
/// <param name="Reading">The reading, as a short name: <c>held</c>, <c>appointed</c>, <c>entrants/start/rolling</c>.</param>
/// <param name="Numerator">What is counted; null where it isn't known.</param>
/// <param name="Denominator">What it is counted of; null where it isn't known.</param>
/// <param name="Verdict">The verdict under this reading.</param>
public sealed record ClauseVariant(string Reading, decimal? Numerator, decimal? Denominator, FindingResult Verdict);
