using System.Globalization;

namespace Workflows.Engine;

/// <summary>One visit of an activity, as its step sees it. Case, activity and visit together are the key of the step's effects.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ActivityId">The activity of the definition.</param>
/// <param name="Visit">The visit of this activity in this case, counted from 1.</param>
/// <param name="Inputs">The activity's inputs by name, evaluated; an input that the activity leaves out is absent.</param>
/// <param name="Outcomes">The outcomes that this activity can end with, narrowed where the definition narrows them.</param>
public sealed record StepCall(
    Guid CaseId,
    string ActivityId,
    int Visit,
    IReadOnlyDictionary<string, string?> Inputs,
    IReadOnlyList<string> Outcomes)
{
    /// <summary>The name of this visit's wait, for <see cref="IProcessEngine.SignalAsync"/>: <c>decide#2</c>.</summary>
    public string WaitId => Engine.WaitId.Of(ActivityId, Visit);

    /// <summary>The definition that the case follows.</summary>
    public string DefinitionId { get; init; } = "";

    /// <summary>The pinned version of the definition.</summary>
    public int Version { get; init; }

    /// <summary>
    /// True if the engine can't rule out that this visit ran before. The embedded engine always can: its state and the step's effects
    /// are committed together. So a step may leave out the question whether its effect is already there.
    /// </summary>
    public bool MayBeRepeat { get; init; }

    /// <summary>The activity's title for people; Chinese falls back to the activity id.</summary>
    public ActivityTitle Title { get; init; } = new("", "");

    /// <summary>The input as text.</summary>
    /// <exception cref="InvalidOperationException">The input is absent or null: the definition or an earlier step left it out.</exception>
    public string Text(string input) => TextOrNull(input)
        ?? throw new InvalidOperationException($"Activity '{ActivityId}' of '{DefinitionId}' has no value for its input '{input}'.");

    /// <summary>The input as text, or null if it is absent.</summary>
    public string? TextOrNull(string input) => Inputs.GetValueOrDefault(input);

    /// <summary>The input's parts, separated by commas, without blanks; none if it is absent.</summary>
    public IReadOnlyList<string> List(string input) =>
        TextOrNull(input)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The input as a whole number.</summary>
    /// <exception cref="InvalidOperationException">The input is absent or no whole number.</exception>
    public int Integer(string input) => Parsed<int>(input, text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null, "a whole number");

    /// <summary>The input as a whole number, or null if it is absent.</summary>
    /// <exception cref="InvalidOperationException">The input is no whole number.</exception>
    public int? IntegerOrNull(string input) => TextOrNull(input) is null ? null : Integer(input);

    /// <summary>The input as true or false.</summary>
    /// <exception cref="InvalidOperationException">The input is absent or neither.</exception>
    public bool Boolean(string input) => Parsed<bool>(input, text => bool.TryParse(text, out var value) ? value : null, "true or false");

    /// <summary>The input as a duration, written <c>days.hours:minutes:seconds</c>.</summary>
    /// <exception cref="InvalidOperationException">The input is absent or no duration.</exception>
    public TimeSpan Duration(string input) => Parsed<TimeSpan>(input, text =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null, "a duration such as 3.00:00:00");

    /// <summary>The input as a date, written <c>2026-09-01</c>.</summary>
    /// <exception cref="InvalidOperationException">The input is absent or no date.</exception>
    public DateOnly Date(string input) => Parsed<DateOnly>(input, text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null,
        "a date such as 2026-09-01");

    private T Parsed<T>(string input, Func<string, T?> parse, string what) where T : struct
    {
        var text = Text(input);
        return parse(text)
            ?? throw new InvalidOperationException(
                $"Input '{input}' of activity '{ActivityId}' of '{DefinitionId}' is '{text}', not {what}.");
    }
}

/// <summary>What people call an activity, in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record ActivityTitle(string Zh, string En);
