using System.Collections.Immutable;
using Workflows.Policy.Data;
using Workflows.Policy.Hiring;

namespace Workflows.Policy.Staff;

/// <summary>What may be waived (R09 and 原则上): <c>workflows/waiver/policy.json</c>.</summary>
/// <param name="Clauses">The clauses that leadership may waive; every other one stands.</param>
public sealed record WaiverPolicy(ImmutableArray<string> Clauses)
{
    /// <summary>Reads the file's text.</summary>
    /// <exception cref="PolicyFileException">The text is broken.</exception>
    public static WaiverPolicy Parse(string json, string file = "waiver/policy.json") =>
        new([.. PolicyNode.Parse(file, json).Only("policy", "source", "clauses")["clauses"].Texts()]);

    /// <summary>Whether a verdict can be overcome by a waiver: something isn't met, nothing is unknown, and each clause that isn't met may be waived.</summary>
    /// <param name="verdict">The verdict.</param>
    public bool Allows(HiringVerdict verdict) =>
        verdict.Findings.Any(finding => finding.Result is FindingResult.NotMet)
        && verdict.Findings.All(finding => finding.Result is FindingResult.Met
            || (finding.Result is FindingResult.NotMet && Clauses.Contains(finding.Clause)));
}
