using Microsoft.EntityFrameworkCore;
using Workflows.Storage;
using Workflows.Storage.Engine;

namespace Workflows.Engine.OnElsa;

/// <summary>The port on Elsa: each call puts a wish into the inbox, in the caller's unit of work. Everything else happens after its commit.</summary>
public sealed class ElsaEngine(WorkflowsDb db, DefinitionCatalogue definitions, WishBell bell, TimeProvider clock) : IProcessEngine, IDueTimers
{
    private bool willRing;

    /// <inheritdoc/>
    public ValueTask StartAsync(Guid caseId, string definitionId, CancellationToken ct) => definitions.Newest(definitionId) is null
        ? throw new ArgumentException($"No definition '{definitionId}' is loaded.", nameof(definitionId))
        : Record(new EngineWish { CaseId = caseId, Kind = WishKind.Start, DefinitionId = definitionId, WishedAt = clock.Now() });

    /// <inheritdoc/>
    public ValueTask SignalAsync(Guid caseId, string waitId, string outcome, Guid operationId, CancellationToken ct) => Record(new EngineWish
    {
        CaseId = caseId, Kind = WishKind.Signal, WaitId = waitId, Outcome = outcome, OperationId = operationId, WishedAt = clock.Now(),
    });

    /// <inheritdoc/>
    public ValueTask CancelAsync(Guid caseId, string reason, Guid operationId, CancellationToken ct) => Record(new EngineWish
    {
        CaseId = caseId, Kind = WishKind.Cancel, Reason = reason, OperationId = operationId, WishedAt = clock.Now(),
    });

    /// <inheritdoc/>
    public ValueTask MigrateAsync(Guid caseId, int toVersion, Guid operationId, CancellationToken ct) => Record(new EngineWish
    {
        CaseId = caseId, Kind = WishKind.Migrate, ToVersion = toVersion, OperationId = operationId, WishedAt = clock.Now(),
    });

    /// <inheritdoc/>
    public async ValueTask SignalDueAsync(Guid caseId, CancellationToken ct)
    {
        // A sweep asks again and again until the wait is resolved; once wished is enough.
        if (!await db.EngineWishes.AnyAsync(wish => wish.CaseId == caseId && wish.Kind == WishKind.Due && wish.TakenAt == null, ct))
        {
            await Record(new EngineWish { CaseId = caseId, Kind = WishKind.Due, WishedAt = clock.Now() });
        }
    }

    private ValueTask Record(EngineWish wish)
    {
        db.EngineWishes.Add(wish);
        if (!willRing)
        {
            willRing = true;
            db.SavedChanges += (_, _) => bell.Ring();
        }

        return ValueTask.CompletedTask;
    }
}
