using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Engine;

namespace Workflows.Processes.Tests.Hiring.Histories;

/// <summary>
/// What a case has lived through, as it stands in a database: one line for each activity that was left. <c>-&gt;</c> it went on by itself,
/// <c>&lt;-</c> somebody resolved its wait, <c>..</c> its time had come, <c>withdrawn</c> nobody resolved it any more, <c>end</c> the case ended there.
/// </summary>
internal sealed partial record History(
    string About, string Definition, int Version, IReadOnlyList<string> Trail, CaseStatus Status, string? Ending, IReadOnlyList<string> Waits)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static History Of(CaseState state, string about) => new(
        about, state.DefinitionId, state.Version, [.. state.Trail.Select(Line)], state.Status, state.Ending, [.. state.Waits.Select(wait => wait.Id)]);

    public static History Read(string path) => JsonSerializer.Deserialize<History>(File.ReadAllText(path), Options)!;

    public void Write(string path) => File.WriteAllText(path, $"{JsonSerializer.Serialize(this, Options)}\n");

    /// <summary>The trail's lines taken apart.</summary>
    public IReadOnlyList<Event> Events() =>
    [
        .. Trail.Select(line => Shape().Match(line)).Select(match => new Event(match.Groups["wait"].Value, match.Groups["how"].Value,
            match.Groups["outcome"].Value)),
    ];

    /// <summary>Where the other history goes another way, in words; null where it nowhere does.</summary>
    public string? DifferenceFrom(History now)
    {
        for (var line = 0; line < Math.Max(Trail.Count, now.Trail.Count); line++)
        {
            var (then, today) = (Trail.ElementAtOrDefault(line) ?? "(nothing more)", now.Trail.ElementAtOrDefault(line) ?? "(nothing more)");
            if (then != today)
                return $"{Definition} {Version}, line {line + 1}, after {Trail.ElementAtOrDefault(line - 1) ?? "nothing"}: it was “{then}”, now it is “{today}”.";
        }

        var (stood, stands) = (Standing(), now.Standing());
        return stood == stands ? null : $"{Definition} {Version}: it was left {stood}, now {stands}.";
    }

    private string Standing() => $"{Status} at “{Ending}” waiting for “{string.Join(", ", Waits)}”";

    private static string Line(TrailEntry entry) => $"{WaitId.Of(entry.ActivityId, entry.Visit)} " + entry switch
    {
        { Withdrawn: true } => "withdrawn",
        { Outcome: null } => "end",
        { OperationId: not null } => $"<- {entry.Outcome}",
        { Outcome: StepAttribute.Due } => $".. {entry.Outcome}",
        _ => $"-> {entry.Outcome}",
    };

    [GeneratedRegex("^(?<wait>[^ ]+) (?<how>->|<-|\\.\\.|withdrawn|end) ?(?<outcome>.*)$")]
    private static partial Regex Shape();

    /// <summary>One line: the visit of an activity, how it was left, by which outcome.</summary>
    internal sealed record Event(string Wait, string How, string Outcome);
}
