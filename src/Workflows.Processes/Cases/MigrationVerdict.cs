using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.Cases;

/// <summary>Whether one running case can move to another version, and what to know before.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Waits">The steps it waits at.</param>
/// <param name="Obstacles">What stands against it, step by step; none if it can move.</param>
/// <param name="Notes">What stays as it was asked although the newer version would ask it otherwise.</param>
public sealed record MigrationVerdict(
    Guid CaseId, Bilingual Title, IReadOnlyList<Bilingual> Waits, IReadOnlyList<Bilingual> Obstacles, IReadOnlyList<Bilingual> Notes)
{
    /// <summary>Whether it can move.</summary>
    public bool CanMove => Obstacles.Count == 0;

    /// <summary>Judges a case by its engine state and by what its open work items already offer.</summary>
    /// <param name="case">The case; it runs on the older version.</param>
    /// <param name="items">Its open work items.</param>
    /// <param name="from">The older version.</param>
    /// <param name="to">The newer version.</param>
    public static MigrationVerdict Of(Case @case, IEnumerable<WorkItem> items, ProcessDefinition from, ProcessDefinition to)
    {
        var state = CaseStateJson.Read(@case.EngineState!);
        var waits = state.Waits.ConvertAll(wait => from.Find(wait.ActivityId)!);
        var changed = DefinitionDifference.Between(from, to).Changed.Where(change => waits.Exists(wait => wait.Id == change.Activity.Id));
        var obstacles = Migration.Obstacles(state, from, to).Select(MigrationWording.Of).Concat(Offered(items, state, to)).Distinct();
        return new MigrationVerdict(
            @case.Id, new Bilingual(@case.TitleZh, @case.TitleEn),
            [.. waits.Select(wait => new Bilingual(wait.Title.Zh, wait.Title.En))], [.. obstacles],
            [.. changed.SelectMany(change => change.Properties.Select(property => MigrationWording.Kept(change.Activity.Title, property)))]);
    }

    // What people see on an open item counts, whatever the definition that asked for it says today.
    private static IEnumerable<Bilingual> Offered(IEnumerable<WorkItem> items, CaseState state, ProcessDefinition to) =>
        from item in items
        from wait in state.Waits
        where wait.Id == item.WaitId && to.Find(wait.ActivityId) is not null
        from outcome in item.Outcomes
        where !to.Find(wait.ActivityId)!.Outcomes.Contains(outcome)
        select MigrationWording.Of(new MigrationObstacle(
            MigrationFault.OutcomeGone, wait.ActivityId, new ActivityTitle(item.TitleZh, item.TitleEn), outcome));
}
