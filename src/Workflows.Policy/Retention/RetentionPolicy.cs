using Workflows.Policy.Data;

namespace Workflows.Policy.Retention;

/// <summary>How long personal data are kept: no longer than their purpose needs (PIPL Art. 19), then erased (Art. 47).</summary>
/// <param name="Policy">The version of the policy.</param>
/// <param name="Source">Where the period comes from.</param>
/// <param name="UnsuccessfulApplicantMonths">For how many months after the end of their round the data of applicants are kept who weren't taken.</param>
public sealed record RetentionPolicy(string Policy, string Source, int UnsuccessfulApplicantMonths)
{
    /// <summary>Reads the file.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="file">Its name, for faults.</param>
    /// <exception cref="PolicyFileException">It is broken; the message names the place and the remedy.</exception>
    public static RetentionPolicy Parse(string json, string file = "retention/policy.json")
    {
        var root = PolicyNode.Parse(file, json).Only("policy", "source", "unsuccessfulApplicantMonths");
        return new RetentionPolicy(root["policy"].Text(), root["source"].Text(), root["unsuccessfulApplicantMonths"].Count());
    }

    /// <summary>The last day on which a round may have ended whose applicants' data are to go.</summary>
    /// <param name="today">Today.</param>
    public DateOnly EndedBy(DateOnly today) => today.AddMonths(-UnsuccessfulApplicantMonths);
}
