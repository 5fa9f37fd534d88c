using System.Globalization;
using System.Text.Json.Serialization;

namespace Workflows.Engine;

/// <summary>
/// Where a case stands, as plain data: open waits, variables, arrivals at joins, visit counts and the trail. Only the engine changes it;
/// <see cref="CaseStateJson"/> writes and reads it.
/// </summary>
/// <param name="caseId">The case, as its owner names it.</param>
/// <param name="definitionId">The definition that the case follows.</param>
/// <param name="version">The version of the definition that it follows.</param>
[method: JsonConstructor]
public sealed class CaseState(Guid caseId, string definitionId, int version)
{
    /// <summary>The case, as its owner names it.</summary>
    [JsonPropertyName("id")]
    public Guid CaseId { get; } = caseId;

    /// <summary>The definition that the case follows.</summary>
    [JsonPropertyName("def")]
    public string DefinitionId { get; } = definitionId;

    /// <summary>The version of the definition: pinned when the case started, changed only by an explicit migration.</summary>
    [JsonPropertyName("v")]
    public int Version { get; internal set; } = version;

    /// <summary>Whether the case still runs, and if not, how it ended.</summary>
    [JsonInclude, JsonPropertyName("st")]
    public CaseStatus Status { get; internal set; }

    /// <summary>The id of the Finish or End activity that a finished case reached; null before.</summary>
    [JsonInclude, JsonPropertyName("end")]
    public string? Ending { get; internal set; }

    /// <summary>Why and by which operation a cancelled case was cancelled; null otherwise.</summary>
    [JsonInclude, JsonPropertyName("can")]
    public Cancellation? Cancellation { get; internal set; }

    /// <summary>The open waits, in the order in which they were opened.</summary>
    [JsonInclude, JsonPropertyName("w")]
    public List<Wait> Waits { get; internal set; } = [];

    /// <summary>Values of the definition's variables by variable id; a variable that was never set holds its declared value.</summary>
    [JsonInclude, JsonPropertyName("var")]
    public SortedDictionary<string, string?> Variables { get; internal set; } = new(StringComparer.Ordinal);

    /// <summary>For each join that waits for more branches: the indexes of its connections over which a branch has arrived.</summary>
    [JsonInclude, JsonPropertyName("arr")]
    public SortedDictionary<string, List<int>> Arrivals { get; internal set; } = new(StringComparer.Ordinal);

    /// <summary>How often each activity was entered.</summary>
    [JsonInclude, JsonPropertyName("vis")]
    public SortedDictionary<string, int> Visits { get; internal set; } = new(StringComparer.Ordinal);

    /// <summary>What happened, oldest first: one entry for each activity that was left.</summary>
    [JsonInclude, JsonPropertyName("tr")]
    public List<TrailEntry> Trail { get; internal set; } = [];

    /// <summary>The migrations to other versions, oldest first; null if there was none.</summary>
    [JsonInclude, JsonPropertyName("mv")]
    public List<VersionMove>? Moves { get; internal set; }

    /// <summary>The earliest due time of the open waits, for the query of a sweep; null if none is due by itself.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDueAt => Waits.Min(wait => wait.DueAt);

    /// <summary>The open wait with this id, or null if it was never opened or is closed.</summary>
    public Wait? OpenWait(string waitId) => Waits.Find(wait => wait.Id == waitId);
}

/// <summary>How a case stands.</summary>
public enum CaseStatus
{
    /// <summary>At least one wait is open.</summary>
    Running,

    /// <summary>A Finish or End activity was reached: <see cref="CaseState.Ending"/> names it.</summary>
    Finished,

    /// <summary>Somebody ended it: <see cref="CaseState.Cancellation"/> says why.</summary>
    Cancelled,
}

/// <summary>Why a case was cancelled, when, and by which operation.</summary>
public sealed record Cancellation(
    [property: JsonPropertyName("r")] string Reason,
    [property: JsonPropertyName("op")] Guid OperationId,
    [property: JsonPropertyName("t")] DateTimeOffset At);

/// <summary>An activity that waits for an outcome.</summary>
/// <param name="ActivityId">The waiting activity.</param>
/// <param name="Visit">Its visit, counted from 1: a loop opens a new wait each time.</param>
/// <param name="DueAt">When the wait resolves by itself; null if it waits for a signal however long it takes.</param>
public sealed record Wait(
    [property: JsonPropertyName("a")] string ActivityId,
    [property: JsonPropertyName("n")] int Visit,
    [property: JsonPropertyName("due")] DateTimeOffset? DueAt = null)
{
    /// <summary>The wait's name within its case, for example <c>decide#2</c>.</summary>
    [JsonIgnore]
    public string Id => WaitId.Of(ActivityId, Visit);
}

/// <summary>One activity that was left.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Visit">Its visit, counted from 1.</param>
/// <param name="Outcome">The outcome it was left by; null at an end, and for a wait that was withdrawn.</param>
/// <param name="At">When it was left, in UTC.</param>
/// <param name="OperationId">The operation that resolved its wait; null if it needed none.</param>
/// <param name="Withdrawn">True for a wait that nobody resolved: the case ended first, or another branch won.</param>
public sealed record TrailEntry(
    [property: JsonPropertyName("a")] string ActivityId,
    [property: JsonPropertyName("n")] int Visit,
    [property: JsonPropertyName("o")] string? Outcome,
    [property: JsonPropertyName("t")] DateTimeOffset At,
    [property: JsonPropertyName("op")] Guid? OperationId = null,
    [property: JsonPropertyName("x")] bool Withdrawn = false);

/// <summary>A migration of the case: what it did before, it did by the older version.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version from then on.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="OperationId">The operation that wished for it.</param>
public sealed record VersionMove(
    [property: JsonPropertyName("f")] int From,
    [property: JsonPropertyName("v")] int To,
    [property: JsonPropertyName("t")] DateTimeOffset At,
    [property: JsonPropertyName("op")] Guid OperationId);

/// <summary>How a wait is named: activity id, #, visit.</summary>
public static class WaitId
{
    /// <summary>The wait id of this visit of the activity, for example <c>decide#2</c>.</summary>
    public static string Of(string activityId, int visit) => string.Create(CultureInfo.InvariantCulture, $"{activityId}#{visit}");
}
