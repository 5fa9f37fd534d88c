using System.Text.Json;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Policy.Hiring;

namespace Workflows.Processes.Mail;

/// <summary>What a letter to an applicant says; the template's model.</summary>
/// <param name="Name">The applicant.</param>
/// <param name="Round">The round's number.</param>
/// <param name="Post">The post.</param>
/// <param name="Reason">Why, in the words of whoever decided; empty where nothing was turned down.</param>
/// <param name="Findings">What the clauses ask and what the application shows, where a clause isn't met or is open.</param>
/// <param name="ReReviewUntil">The last day to ask for a re-review, <c>2026-10-09</c>; null where none is possible.</param>
/// <param name="Total">The total in points; null before the ranking.</param>
/// <param name="Rank">The place in the ranking; null before it.</param>
/// <param name="JoinsOn">The day of joining.</param>
public sealed record ApplicantLetter(
    string Name,
    string Round,
    string Post,
    string Reason,
    IReadOnlyList<ApplicantLetter.Line> Findings,
    string? ReReviewUntil,
    decimal? Total,
    int? Rank,
    string JoinsOn)
{
    /// <summary>One clause and why it stands against the applicant.</summary>
    public sealed record Line(string Clause, Bilingual Explanation);

    /// <summary>A letter to the applicant, ready for the outbox.</summary>
    public static Letter Write(string key, string template, bool isFormal, Round round, Application application, DateTimeOffset now)
    {
        var model = new ApplicantLetter(
            application.Name,
            round.Number,
            round.Plan.Post,
            application.Reason,
            [.. application.Verdict.Findings
                .Where(finding => finding.Result is not FindingResult.Met)
                .Select(finding => new Line(finding.Clause, HiringWording.Explanation(finding)))],
            application.ReReviewUntil?.ToString("yyyy-MM-dd", null),
            application.Total,
            application.Rank,
            round.Plan.JoinsOn.ToString("yyyy-MM-dd", null));
        return new Letter
        {
            Id = Guid.CreateVersion7(now),
            Key = key,
            Template = template,
            Language = "zh-CN",
            Name = application.Name,
            Address = application.Record.Email,
            CaseId = application.CaseId,
            Model = JsonSerializer.Serialize(model, PolicyJson.Options),
            IsFormal = isFormal,
            PlannedAt = now,
            DueAt = now,
        };
    }
}
