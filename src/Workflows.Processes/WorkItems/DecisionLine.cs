using Workflows.Personnel.Cases;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// A decision as its entry in the record writes it: <c>Approved; minutes 校务会纪要〔2026〕9号; document 沙教人〔2026〕5号</c>, so that the numbers that
/// carry a decision are as safe there as its outcome.
/// </summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Minutes">The number or date of the minutes; null where none were stated.</param>
/// <param name="DocumentNumber">The document's number; null where none was stated.</param>
public sealed record DecisionLine(string Outcome, string? Minutes, string? DocumentNumber)
{
    private const string BeforeMinutes = "; minutes ";
    private const string BeforeDocument = "; document ";

    /// <summary>The line of a part that was decided.</summary>
    public static string Write(WorkItemPart part) =>
        $"{part.Outcome}{(part.Minutes is { } minutes ? BeforeMinutes + minutes : "")}{(part.DocumentNumber is { } number ? BeforeDocument + number : "")}";

    /// <summary>What a line says.</summary>
    public static DecisionLine Read(string line)
    {
        var (rest, document) = Cut(line, line.LastIndexOf(BeforeDocument, StringComparison.Ordinal), BeforeDocument);
        var (outcome, minutes) = Cut(rest, rest.IndexOf(BeforeMinutes, StringComparison.Ordinal), BeforeMinutes);
        return new DecisionLine(outcome, minutes, document);
    }

    private static (string Before, string? After) Cut(string line, int at, string mark) =>
        at < 0 ? (line, null) : (line[..at], line[(at + mark.Length)..]);
}
