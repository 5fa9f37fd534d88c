namespace Workflows.Personnel.Cases;

/// <summary>Makes one outcome out of what the parts of a work item say.</summary>
public static class ItemRules
{
    /// <summary>The item's outcome, or null while it still waits for somebody.</summary>
    /// <param name="item">The item with all its parts.</param>
    public static string? Outcome(WorkItem item)
    {
        var answered = item.Parts.Where(part => part.Outcome is not null).ToList();
        var approving = item.Outcomes[0];
        return item.Rule switch
        {
            ItemRule.Any => answered.FirstOrDefault()?.Outcome,
            ItemRule.All => answered.FirstOrDefault(part => part.Outcome != approving)?.Outcome
                ?? (answered.Count == item.Parts.Count ? approving : null),
            _ => throw new InvalidOperationException($"Item rule {item.Rule} has no way to make an outcome."),
        };
    }
}
