using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Storage;
using Workflows.Storage.Engine;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Takes a wish into the record of its case: the one moment at which it takes effect, in one transaction with the mark that it was taken.
/// Late and doubled wishes change nothing.
/// </summary>
internal sealed class WishTaking(CaseRecords records, DefinitionCatalogue definitions, TimeProvider clock, ILogger<WishTaking> log)
{
    public Task<bool> TakeAsync(long number, CancellationToken ct) => records.WithinAsync(async (services, db) =>
    {
        if (await db.EngineWishes.FindAsync([number], ct) is not { TakenAt: null } wish)
        {
            return false;
        }

        wish.TakenAt = clock.Now();
        await TakeAsync(wish, services, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }, ct);

    private async Task TakeAsync(EngineWish wish, IServiceProvider services, CancellationToken ct)
    {
        var states = services.GetRequiredService<ICaseStates>();
        var state = await states.FindAsync(wish.CaseId, ct);
        if (wish.Kind == WishKind.Start)
        {
            Start(wish, state, states, services);
            return;
        }

        if (state is not { Status: CaseStatus.Running })
        {
            if (state is null)
            {
                log.LogWarning("Case {Case} was never started: {Wish} is dropped", wish.CaseId, wish.Kind);
            }

            return;
        }

        var record = records.Of(state, services);
        if (await ChangeAsync(wish, record, services, ct))
        {
            states.Put(state);
        }
    }

    private void Start(EngineWish wish, CaseState? state, ICaseStates states, IServiceProvider services)
    {
        if (state is not null)
        {
            if (state.DefinitionId != wish.DefinitionId)
            {
                log.LogWarning("Case {Case} follows {Definition} and can't start on {Other}", wish.CaseId, state.DefinitionId, wish.DefinitionId);
            }

            return;
        }

        var definition = definitions.Newest(wish.DefinitionId!)!;
        state = new CaseState(wish.CaseId, definition.Id, definition.Version);
        records.Of(state, services).Begin();
        states.Put(state);
    }

    private async ValueTask<bool> ChangeAsync(EngineWish wish, CaseRecord record, IServiceProvider services, CancellationToken ct)
    {
        switch (wish.Kind)
        {
            case WishKind.Signal:
                return Signal(wish, record);
            case WishKind.Due:
                return await FallDueAsync(record, ct);
            case WishKind.Cancel:
                record.State.Cancellation = new Cancellation(wish.Reason!, wish.OperationId!.Value, clock.GetUtcNow());
                await record.EndAsync(CaseStatus.Cancelled, ct);
                return true;
            case WishKind.Migrate:
                return await MigrateAsync(wish, record, services, ct);
            default:
                throw new InvalidOperationException($"A wish of kind {wish.Kind} can't be taken.");
        }
    }

    private bool Signal(EngineWish wish, CaseRecord record)
    {
        if (record.State.OpenWait(wish.WaitId!) is not { } wait || record.State.Trail.Exists(entry => entry.OperationId == wish.OperationId))
        {
            return false;
        }

        if (record.Definition.Find(wait.ActivityId)?.Outcomes.Contains(wish.Outcome!) is not true)
        {
            log.LogError("'{Activity}' of '{Definition}' {Version} has no outcome '{Outcome}': the signal is dropped",
                wait.ActivityId, record.Definition.Id, record.Definition.Version, wish.Outcome);
            return false;
        }

        record.Resolve(wait, wish.Outcome!, wish.OperationId);
        return true;
    }

    private async ValueTask<bool> FallDueAsync(CaseRecord record, CancellationToken ct)
    {
        // One at a time: what follows from the earliest may withdraw the others, and only Elsa knows.
        var now = clock.GetUtcNow();
        if (record.State.Waits.Where(wait => wait.DueAt <= now).MinBy(wait => wait.DueAt) is not { } due)
        {
            return false;
        }

        await record.FallDueAsync(due, ct);
        return true;
    }

    private async ValueTask<bool> MigrateAsync(EngineWish wish, CaseRecord record, IServiceProvider services, CancellationToken ct)
    {
        var (state, from) = (record.State, record.Definition);
        if (definitions.Find(state.DefinitionId, wish.ToVersion!.Value) is not { } to || state.Version >= to.Version)
        {
            return false;
        }

        if (Migration.Obstacles(state, from, to) is { Count: > 0 } obstacles)
        {
            if (services.GetService<IMigrationWitness>() is { } witness)
            {
                await witness.StayedAsync(state.CaseId, to.Version, obstacles, ct);
            }

            return false;
        }

        Migration.Apply(state, from, to, wish.OperationId!.Value, clock.GetUtcNow());
        return true;
    }
}
