using System.Diagnostics;
using System.Diagnostics.Metrics;
using Workflows.Personnel.Mail;

namespace Workflows.Processes;

/// <summary>
/// What the office tells an operator of its work: how much, how long, of what kind; never about whom. The names are a contract:
/// <c>deploy/telemetry.md</c> says what each means and which alarm to set.
/// </summary>
public static class OfficeMeters
{
    /// <summary>The name of the meter and of the source of traces; the engine's source begins with it.</summary>
    public const string Name = "Workflows";

    /// <summary>The tag with the case's id, by which a decision is followed to its steps and its mails.</summary>
    public const string CaseTag = "workflows.case";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>("workflows.decisions", "{decision}", "Decisions recorded, by outcome.");
    private static readonly Counter<long> Letters = Meter.CreateCounter<long>("workflows.letters", "{letter}", "Letters planned and what became of each try, by phase.");
    private static readonly Histogram<double> UseCases = Meter.CreateHistogram<double>("workflows.use_case.duration", "s", "From asking to the commit, or the refusal.");
    private static readonly Histogram<double> Jobs = Meter.CreateHistogram<double>("workflows.job.duration", "s", "One wake-up of a job on this node.");

    /// <summary>Where spans of use cases, jobs and letters come from.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>A use case was answered.</summary>
    public static void Answered(string useCase, Answer answer, long began, string? outcome)
    {
        var result = answer.Refusal?.ToString() ?? "Done";
        Activity.Current?.SetTag("workflows.result", result);
        UseCases.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("use_case", useCase), new("result", result));
        if (answer.IsDone && outcome is not null)
            Decisions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <summary>A job came to its end.</summary>
    public static void Worked(string job, long began, bool isDone) =>
        Jobs.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new("job", job), new("result", isDone ? "Done" : "Failed"));

    /// <summary>Letters were planned.</summary>
    public static void Planned(int letters) => Letters.Add(letters, new KeyValuePair<string, object?>("phase", "Planned"));

    /// <summary>A letter was tried, or given up; one that is tried again later is deferred.</summary>
    public static void Tried(LetterPhase phase) =>
        Letters.Add(1, new KeyValuePair<string, object?>("phase", phase is LetterPhase.Planned ? "Deferred" : phase.ToString()));
}
