namespace Workflows.Engine;

/// <summary>
/// Whether a running case can go on in another version of its definition, and what its state is then. Pure: nothing is changed before it is
/// known that everything can be kept: open waits with their timers, what is already offered, variables, and branches that rest at joins.
/// </summary>
public static class Migration
{
    /// <summary>Everything that stands against moving the case; none if it can be moved.</summary>
    /// <param name="state">The case; it runs.</param>
    /// <param name="from">The version that it follows.</param>
    /// <param name="to">The version that it shall follow.</param>
    /// <exception cref="ArgumentException">The case follows another version, or the two are not versions of one definition.</exception>
    public static IReadOnlyList<MigrationObstacle> Obstacles(CaseState state, ProcessDefinition from, ProcessDefinition to)
    {
        if (state.DefinitionId != from.Id || state.Version != from.Version || from.Id != to.Id)
        {
            throw new ArgumentException(
                $"The case follows '{state.DefinitionId}' {state.Version}; '{from.Id}' {from.Version} to '{to.Id}' {to.Version} is not its way.");
        }

        List<MigrationObstacle> obstacles =
        [
            .. state.Waits.SelectMany(wait => AtWait(from.Find(wait.ActivityId)!, to.Find(wait.ActivityId))),
            .. Arrived(state, from).SelectMany(connection => AtJoin(connection, to)),
            .. from.Variables.Where(variable => to.Variables.Any(other => other.Id == variable.Id && other.TypeName != variable.TypeName))
                .Select(variable => new MigrationObstacle(
                    MigrationFault.VariableChanged, variable.Id, new ActivityTitle(variable.Name, variable.Name))),
        ];
        return obstacles.Count > 0 ? obstacles : Together(state, from, to);
    }

    /// <summary>Makes the case follow the version; asked only where there is no obstacle.</summary>
    internal static void Apply(CaseState state, ProcessDefinition from, ProcessDefinition to, Guid operationId, DateTimeOffset at)
    {
        var arrivals = Arrived(state, from).Select(connection => Twin(connection, to)!).ToLookup(twin => twin.Target.Id, twin => twin.Index);
        state.Arrivals.Clear();
        foreach (var join in arrivals)
        {
            // Sorted: a branch that comes later is looked for by halves.
            state.Arrivals[join.Key] = [.. join.Order()];
        }

        foreach (var variable in to.Variables)
        {
            state.Variables.TryAdd(variable.Id, variable.Value);
        }

        state.Moves = [.. state.Moves ?? [], new VersionMove(state.Version, to.Version, at, operationId)];
        state.Version = to.Version;
    }

    private static IEnumerable<MigrationObstacle> AtWait(Activity before, Activity? after)
    {
        if (after is null)
        {
            return [new MigrationObstacle(MigrationFault.StepMissing, before.Id, before.Title)];
        }

        return before.Type != after.Type
            ? [new MigrationObstacle(MigrationFault.StepChanged, before.Id, before.Title, after.Type)]
            : before.Outcomes.Except(after.Outcomes)
                .Select(outcome => new MigrationObstacle(MigrationFault.OutcomeGone, before.Id, before.Title, outcome));
    }

    private static IEnumerable<MigrationObstacle> AtJoin(Connection arrived, ProcessDefinition to)
    {
        var join = arrived.Target;
        if (to.Find(join.Id) is not { Kind: ActivityKind.Join } after || after.Mode != join.Mode)
        {
            return [new MigrationObstacle(MigrationFault.JoinChanged, join.Id, join.Title)];
        }

        return Twin(arrived, to) is { IsBackward: false }
            ? []
            : [new MigrationObstacle(MigrationFault.BranchMissing, join.Id, join.Title, arrived.Port) { Others = [ActivityLine.Of(arrived.Source)] }];
    }

    private static IReadOnlyList<MigrationObstacle> Together(CaseState state, ProcessDefinition from, ProcessDefinition to)
    {
        var waits = state.Waits.Select(wait => to.Find(wait.ActivityId)!).ToList();
        // A case on its way stands nowhere yet: an engine that works later asks again when it rests.
        if (waits.Count == 0)
        {
            return [];
        }

        var arrived = Arrived(state, from).Select(connection => Twin(connection, to)!).ToList();
        if (new Positions(to).CanRestAt(waits, arrived) is not { } canRest)
        {
            return [new MigrationObstacle(MigrationFault.NotWalked, waits[0].Id, waits[0].Title)];
        }

        if (canRest)
        {
            return [];
        }

        var others = waits.Skip(1).Concat(arrived.Select(connection => connection.Target)).Select(ActivityLine.Of).Distinct();
        return [new MigrationObstacle(MigrationFault.NotTogether, waits[0].Id, waits[0].Title) { Others = [.. others] }];
    }

    private static IEnumerable<Connection> Arrived(CaseState state, ProcessDefinition from) =>
        state.Arrivals.Values.SelectMany(indexes => indexes).Select(index => from.Connections[index]);

    // The index of a connection says nothing in another file: what counts is where it comes from and where it leads.
    private static Connection? Twin(Connection connection, ProcessDefinition to) => to.Connections.FirstOrDefault(other =>
        other.Source.Id == connection.Source.Id && other.Port == connection.Port && other.Target.Id == connection.Target.Id);
}
