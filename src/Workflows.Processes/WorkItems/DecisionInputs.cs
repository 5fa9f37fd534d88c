using System.Globalization;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.WorkItems;

/// <summary>
/// Whether definitions ask for decisions in words that the office knows: roles, form, rule, stage. A wrong word is a fault at start, not in
/// the middle of somebody's case.
/// </summary>
internal static class DecisionInputs
{
    private static readonly string[] Requirements = ["minutes", "documentNumber"];

    /// <summary>Every fault of every request for a decision.</summary>
    public static IEnumerable<LoadFault> Faults(DefinitionCatalogue definitions) =>
        from definition in definitions.All
        from activity in definition.Activities
        where activity.Type == "Workflows.RequestDecision"
        from wrong in Wrong(activity)
        select new LoadFault(definition.File, activity.Id, $"{activity.JsonPath}.{wrong.Input}",
            $"'{wrong.Value}' is not known here.", $"Write {wrong.Right}.");

    private static IEnumerable<(string Input, string Value, string Right)> Wrong(Activity activity)
    {
        if (Parts(activity, "roles") is [])
            yield return ("roles", activity.Literal("roles") ?? "", $"one or some of: {string.Join(", ", Enum.GetNames<OfficeRole>())}");
        foreach (var wrong in (IEnumerable<(string, string, string)?>)
        [
            .. Parts(activity, "roles").Select(role => OneOf("roles", role, Enum.GetNames<OfficeRole>())),
            .. Parts(activity, "requires").Select(what => OneOf("requires", what, Requirements)),
            OneOf("form", activity.Literal("form"), Enum.GetNames<WorkItemForm>()),
            OneOf("rule", activity.Literal("rule"), Enum.GetNames<ItemRule>()),
            OneOf("roundStage", activity.Literal("roundStage"), Enum.GetNames<RoundStage>()),
            OneOf("declaration", activity.Literal("declaration")?.ToLowerInvariant(), ["true", "false"]),
        ])
        {
            if (wrong is { } fault)
                yield return fault;
        }

        if (activity.Literal("dueWorkingDays") is { } days && !(int.TryParse(days, CultureInfo.InvariantCulture, out var count) && count >= 1))
            yield return ("dueWorkingDays", days, "a whole number of working days, at least 1");
    }

    private static (string Input, string Value, string Right)? OneOf(string input, string? value, IReadOnlyList<string> known) =>
        value is null || known.Contains(value) ? null : (input, value, $"one of: {string.Join(", ", known)}");

    private static string[] Parts(Activity activity, string input) =>
        activity.Literal(input)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
