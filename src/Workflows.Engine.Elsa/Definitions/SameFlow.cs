using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Models;

namespace Workflows.Engine.OnElsa;

/// <summary>Whether Elsa has read a definition as the office has: every activity of its type, every connection.</summary>
internal static class SameFlow
{
    /// <summary>What Elsa has read otherwise; null if nothing.</summary>
    public static string? Difference(ProcessDefinition ours, WorkflowGraph? theirs)
    {
        if (theirs?.Workflow.Root is not Flowchart chart)
        {
            return "Elsa has no flowchart of it";
        }

        var activities = ours.Activities.Select(one => $"{one.Id}: {one.Type}").Except(chart.Activities.Select(one => $"{one.Id}: {one.Type}"));
        var connections = ours.Connections.Select(one => $"{one.Source.Id}:{one.Port} -> {one.Target.Id}")
            .Except(chart.Connections.Select(one => $"{one.Source.Activity.Id}:{one.Source.Port} -> {one.Target.Activity.Id}"));
        return activities.Concat(connections).FirstOrDefault() is { } missing ? $"Elsa lacks {missing}"
            : chart.Activities.Count != ours.Activities.Count || chart.Connections.Count != ours.Connections.Count ? "Elsa has more in it"
            : null;
    }
}
