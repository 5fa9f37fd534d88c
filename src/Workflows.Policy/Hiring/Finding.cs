using System.Collections.Immutable;

namespace Workflows.Policy.Hiring;

/// <summary>What one clause says of one applicant: data from which every sentence is rendered (<see cref="HiringWording"/>).</summary>
/// <param name="Clause">The clause: R05, R06, R07, R08 or R10.</param>
/// <param name="Result">The result under the chosen reading.</param>
/// <param name="Reason">Why, as a code; one template of words per code.</param>
/// <param name="Required">What the clause asks, in short Chinese words.</param>
/// <param name="Actual">What was found, in short Chinese words; empty where the sheet says nothing.</param>
/// <param name="Facts">The facts that were used.</param>
/// <param name="DependsOnReading">True when the result would differ under another reading of the clause.</param>
/// <param name="Arguments">What the words of the reason quote: codes, numbers, and cells as written.</param>
public sealed record Finding(
    string Clause,
    FindingResult Result,
    FindingReason Reason,
    string Required,
    string Actual,
    FindingFacts Facts,
    bool DependsOnReading,
    ImmutableSortedDictionary<string, string> Arguments);
