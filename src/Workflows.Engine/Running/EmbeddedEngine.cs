namespace Workflows.Engine;

/// <summary>
/// The engine inside the worker: it carries a wish out at once, in the caller's transaction, before the caller commits. One object serves
/// one unit of work and one caller at a time. If a call throws, the unit of work must be thrown away, as states may be half advanced.
/// </summary>
/// <param name="states">The case states of this unit of work.</param>
/// <param name="definitions">All loaded definitions.</param>
/// <param name="services">The scope of this unit of work, which provides the step classes.</param>
/// <param name="clock">The time that the trail and delays go by.</param>
public sealed class EmbeddedEngine(ICaseStates states, DefinitionCatalogue definitions, IServiceProvider services, TimeProvider clock)
    : IProcessEngine, IDueTimers
{
    /// <summary>How many wishes one call may set off, its own included: more mean that two cases signal each other for ever.</summary>
    public const int WishLimit = 1_000;

    private readonly Queue<Wish> wishes = new();
    private bool advancing;

    /// <inheritdoc/>
    public ValueTask StartAsync(Guid caseId, string definitionId, CancellationToken ct) => definitions.Newest(definitionId) is null
        ? throw new ArgumentException($"No definition '{definitionId}' is loaded.", nameof(definitionId))
        : CarryOutAsync(new Wish.Start(caseId, definitionId), ct);

    /// <inheritdoc/>
    public ValueTask SignalAsync(Guid caseId, string waitId, string outcome, Guid operationId, CancellationToken ct) =>
        CarryOutAsync(new Wish.Signal(caseId, waitId, outcome, operationId), ct);

    /// <inheritdoc/>
    public ValueTask CancelAsync(Guid caseId, string reason, Guid operationId, CancellationToken ct) =>
        CarryOutAsync(new Wish.Cancel(caseId, reason, operationId), ct);

    /// <inheritdoc/>
    public ValueTask MigrateAsync(Guid caseId, int toVersion, Guid operationId, CancellationToken ct) =>
        CarryOutAsync(new Wish.Migrate(caseId, toVersion, operationId), ct);

    /// <inheritdoc/>
    public ValueTask SignalDueAsync(Guid caseId, CancellationToken ct) => CarryOutAsync(new Wish.Due(caseId), ct);

    private async ValueTask CarryOutAsync(Wish wish, CancellationToken ct)
    {
        wishes.Enqueue(wish);
        if (advancing)
        {
            return;
        }

        advancing = true;
        try
        {
            for (var count = 1; wishes.TryDequeue(out var next); count++)
            {
                if (count > WishLimit)
                {
                    throw new InvalidOperationException(
                        $"One call for case {wish.CaseId} set off more than {WishLimit} wishes, the last for case {next.CaseId}: "
                        + "cases signal in a circle.");
                }

                await AdvanceAsync(next, ct);
            }
        }
        finally
        {
            wishes.Clear();
            advancing = false;
        }
    }

    private async ValueTask AdvanceAsync(Wish wish, CancellationToken ct)
    {
        var state = await states.FindAsync(wish.CaseId, ct);
        if (wish is Wish.Start start)
        {
            await StartAsync(start, state, ct);
            return;
        }

        if (state is null)
        {
            throw new InvalidOperationException($"Case {wish.CaseId} was never started.");
        }

        if (state.Status != CaseStatus.Running)
        {
            return;
        }

        switch (wish)
        {
            case Wish.Signal signal:
                await SignalAsync(signal, state, ct);
                break;
            case Wish.Cancel cancel:
                state.Cancellation = new Cancellation(cancel.Reason, cancel.OperationId, clock.GetUtcNow());
                await AdvanceOf(state).EndAsync(CaseStatus.Cancelled, ct);
                states.Put(state);
                break;
            case Wish.Migrate migrate:
                await MigrateAsync(migrate, state, ct);
                break;
            case Wish.Due:
                await FallDueAsync(state, ct);
                break;
        }
    }

    private async ValueTask StartAsync(Wish.Start start, CaseState? state, CancellationToken ct)
    {
        if (state is not null && state.DefinitionId != start.DefinitionId)
        {
            throw new InvalidOperationException(
                $"Case {start.CaseId} follows '{state.DefinitionId}' and cannot start on '{start.DefinitionId}'.");
        }

        if (state is null)
        {
            var definition = definitions.Newest(start.DefinitionId)!;
            state = new CaseState(start.CaseId, definition.Id, definition.Version);
            await AdvanceOf(state).StartAsync(ct);
            states.Put(state);
        }
    }

    private async ValueTask SignalAsync(Wish.Signal signal, CaseState state, CancellationToken ct)
    {
        if (state.OpenWait(signal.WaitId) is not { } wait || state.Trail.Exists(entry => entry.OperationId == signal.OperationId))
        {
            return;
        }

        var outcomes = DefinitionOf(state).Find(wait.ActivityId)?.Outcomes ?? [];
        if (!outcomes.Contains(signal.Outcome))
        {
            throw new ArgumentException(
                $"'{wait.ActivityId}' of '{state.DefinitionId}' {state.Version} has no outcome '{signal.Outcome}', only: "
                + $"{string.Join(", ", outcomes)}.");
        }

        await AdvanceOf(state).ResolveAsync(wait, signal.Outcome, signal.OperationId, ct);
        states.Put(state);
    }

    private async ValueTask MigrateAsync(Wish.Migrate migrate, CaseState state, CancellationToken ct)
    {
        var to = definitions.Find(state.DefinitionId, migrate.ToVersion)
            ?? throw new ArgumentException($"No version {migrate.ToVersion} of '{state.DefinitionId}' is loaded.");
        if (state.Version >= to.Version)
        {
            return;
        }

        var from = DefinitionOf(state);
        if (Migration.Obstacles(state, from, to) is { Count: > 0 } obstacles)
        {
            var witness = services.GetService(typeof(IMigrationWitness)) as IMigrationWitness ?? throw new InvalidOperationException(
                $"Case {state.CaseId} can't go on in version {to.Version} of '{to.Id}': {string.Join("; ", obstacles)}");
            await witness.StayedAsync(state.CaseId, to.Version, obstacles, ct);
            return;
        }

        Migration.Apply(state, from, to, migrate.OperationId, clock.GetUtcNow());
        states.Put(state);
    }

    private async ValueTask FallDueAsync(CaseState state, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var wait in state.Waits.Where(wait => wait.DueAt <= now).OrderBy(wait => wait.DueAt).ToArray())
        {
            // An earlier one may have ended the case or withdrawn this one.
            if (state.Waits.Contains(wait))
            {
                await AdvanceOf(state).FallDueAsync(wait, ct);
                states.Put(state);
            }
        }
    }

    private Advance AdvanceOf(CaseState state) => new(DefinitionOf(state), state, services, clock);

    private ProcessDefinition DefinitionOf(CaseState state) => definitions.Find(state.DefinitionId, state.Version)
        ?? throw new UnknownVersionException(state.CaseId, state.DefinitionId, state.Version);
}
