namespace Workflows.Personnel.Cases;

/// <summary>Makes one outcome out of what the parts of a work item say.</summary>
/// <remarks>
/// A part that the definition asks for speaks together with the signers added to it: it approves once all of them have, and says the first
/// thing that any of them says against it. So an added signer can stop an approval, never replace one.
/// </remarks>
public static class ItemRules
{
    /// <summary>The item's outcome, or null while it still waits for somebody.</summary>
    /// <param name="item">The item with all its parts.</param>
    public static string? Outcome(WorkItem item)
    {
        var voices = item.Parts.Where(part => part.AddedTo is null).Select(part => Speak(item, part)).ToList();
        var spoken = voices.Where(voice => voice.Outcome is not null).OrderBy(voice => voice.At).ToList();
        var approving = item.Outcomes[0];
        return item.Rule switch
        {
            ItemRule.Any => spoken.FirstOrDefault()?.Outcome,
            ItemRule.All or ItemRule.Sequential => spoken.Find(voice => voice.Outcome != approving)?.Outcome
                ?? (spoken.Count == voices.Count ? approving : null),
            ItemRule.Weighted => Weigh(voices, spoken, approving, item.Threshold
                ?? throw new InvalidOperationException($"Weighted item {item.Id} has no threshold.")),
            _ => throw new InvalidOperationException($"Item rule {item.Rule} has no way to make an outcome."),
        };
    }

    private static string? Weigh(IReadOnlyList<Voice> voices, IReadOnlyList<Voice> spoken, string approving, int threshold)
    {
        var against = spoken.Where(voice => voice.Outcome != approving).ToList();
        if (against.Find(voice => voice.Part.HasVeto) is { } veto)
            return veto.Outcome;
        if (spoken.Except(against).Sum(voice => voice.Part.Weight) >= threshold)
            return approving;
        return voices.Except(against).Sum(voice => voice.Part.Weight) < threshold ? against[^1].Outcome : null;
    }

    private static Voice Speak(WorkItem item, WorkItemPart root)
    {
        var together = item.Parts.Where(part => (part == root || part.AddedTo == root.Id) && !part.IsRemoved).ToList();
        var first = together.Where(part => part.Outcome is not null && part.Outcome != item.Outcomes[0]).MinBy(part => part.DecidedAt);
        var last = first ?? (together.TrueForAll(part => part.Outcome is not null) ? together.MaxBy(part => part.DecidedAt) : null);
        return new Voice(root, last?.Outcome, last?.DecidedAt);
    }

    private sealed record Voice(WorkItemPart Part, string? Outcome, DateTimeOffset? At);
}
