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
    private static readonly string[] Switches = ["declaration", "final", "bulk", "skipRepeat"];
    private static readonly string[] Requirements = ["minutes", "documentNumber", "comment"];

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
            .. Switches.Select(name => OneOf(name, activity.Literal(name)?.ToLowerInvariant(), ["true", "false"])),
            .. Parts(activity, "veto").Select(role => OneOf("veto", role, Parts(activity, "roles"))),
            WrongWeights(activity),
            // What is decided in one go isn't asked for a fresh login, item by item.
            IsTrue(activity, "final") && IsTrue(activity, "bulk") ? ("bulk", "true", "false: a final decision is made one by one") : null,
        ])
        {
            if (wrong is { } fault)
                yield return fault;
        }

        if (activity.Literal("dueWorkingDays") is { } days && !(int.TryParse(days, CultureInfo.InvariantCulture, out var count) && count >= 1))
            yield return ("dueWorkingDays", days, "a whole number of working days, at least 1");
    }

    // A vote that can't be won, or is won by nobody, would hang or wave through.
    private static (string Input, string Value, string Right)? WrongWeights(Activity activity)
    {
        var roles = Parts(activity, "roles");
        var weights = Parts(activity, "weights");
        var isWeighted = activity.Literal("rule") == nameof(ItemRule.Weighted);
        if (!isWeighted)
            return weights is [] && activity.Literal("threshold") is null && Parts(activity, "veto") is []
                ? null : ("rule", activity.Literal("rule") ?? "", "Weighted, or leave out weights, threshold and veto");
        if (weights is not [] && (weights.Length != roles.Length || !weights.All(weight => Count(weight) >= 1)))
            return ("weights", activity.Literal("weights") ?? "", $"a whole number from 1 for each of the {roles.Length} roles");
        var total = weights is [] ? roles.Length : weights.Sum(Count);
        return Count(activity.Literal("threshold") ?? "") is var threshold && threshold >= 1 && threshold <= total
            ? null : ("threshold", activity.Literal("threshold") ?? "", $"a whole number from 1 to {total}, the weight that approves");
    }

    private static bool IsTrue(Activity activity, string input) => bool.TryParse(activity.Literal(input), out var value) && value;

    private static int Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;

    private static (string Input, string Value, string Right)? OneOf(string input, string? value, IReadOnlyList<string> known) =>
        value is null || known.Contains(value) ? null : (input, value, $"one of: {string.Join(", ", known)}");

    private static string[] Parts(Activity activity, string input) =>
        activity.Literal(input)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
