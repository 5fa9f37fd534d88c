using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;

namespace Workflows.Testing;

/// <summary>
/// An engine that does nothing until it is pumped, as an engine in another process would: it keeps use cases from concluding anything
/// from a call to the port having returned. One object serves one unit of work; its wishes count only once that unit has committed.
/// <para>
/// To run a suite on it, call <see cref="DeferredRegistration.AddDeferredEngine"/> after AddEmbeddedEngine. Call
/// <see cref="OnCommitted"/> after each successful commit of a scope (a few lines in the fixture, or an EF transaction interceptor), then
/// <see cref="DeferredWishes.PumpAsync"/> before asserting what the process did.
/// </para>
/// </summary>
public sealed class DeferredEngine(DeferredWishes wishes) : IProcessEngine
{
    private readonly List<DeferredWish> uncommitted = [];

    /// <inheritdoc/>
    public ValueTask StartAsync(Guid caseId, string definitionId, CancellationToken ct) =>
        Record((engine, token) => engine.StartAsync(caseId, definitionId, token));

    /// <inheritdoc/>
    public ValueTask SignalAsync(Guid caseId, string waitId, string outcome, Guid operationId, CancellationToken ct) =>
        Record((engine, token) => engine.SignalAsync(caseId, waitId, outcome, operationId, token));

    /// <inheritdoc/>
    public ValueTask CancelAsync(Guid caseId, string reason, Guid operationId, CancellationToken ct) =>
        Record((engine, token) => engine.CancelAsync(caseId, reason, operationId, token));

    /// <inheritdoc/>
    public ValueTask MigrateAsync(Guid caseId, int toVersion, Guid operationId, CancellationToken ct) =>
        Record((engine, token) => engine.MigrateAsync(caseId, toVersion, operationId, token));

    /// <summary>The unit of work has committed: its wishes count from now on, in their order. Without this call they never do.</summary>
    public void OnCommitted()
    {
        uncommitted.ForEach(wishes.Add);
        uncommitted.Clear();
    }

    private ValueTask Record(DeferredWish wish)
    {
        uncommitted.Add(wish);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A recorded call of the port, to be made on the engine that carries it out.</summary>
public delegate ValueTask DeferredWish(EmbeddedEngine engine, CancellationToken ct);

/// <summary>The committed wishes of all units of work, first come first served.</summary>
public sealed class DeferredWishes
{
    private readonly Queue<DeferredWish> queue = new();

    /// <summary>How many wishes wait to be carried out.</summary>
    public int Count => queue.Count;

    /// <summary>Adds a wish that counts.</summary>
    public void Add(DeferredWish wish) => queue.Enqueue(wish);

    /// <summary>
    /// Carries out every wish, and those that steps record meanwhile, each in a scope of its own and committed by
    /// <paramref name="commit"/>. Returns how many there were. A wish that throws stays the first of the queue.
    /// </summary>
    public async Task<int> PumpAsync(
        IServiceScopeFactory scopes, Func<IServiceProvider, CancellationToken, Task> commit, CancellationToken ct = default)
    {
        var count = 0;
        for (; queue.TryPeek(out var wish); count++)
        {
            await using var scope = scopes.CreateAsyncScope();
            await wish(scope.ServiceProvider.GetRequiredService<EmbeddedEngine>(), ct);
            await commit(scope.ServiceProvider, ct);
            queue.Dequeue();
            scope.ServiceProvider.GetRequiredService<DeferredEngine>().OnCommitted();
        }

        return count;
    }
}

/// <summary>Puts the deferred engine in the place of the embedded one.</summary>
public static class DeferredRegistration
{
    /// <summary>Makes <see cref="DeferredEngine"/> the scope's <see cref="IProcessEngine"/>; call it after AddEmbeddedEngine.</summary>
    public static IServiceCollection AddDeferredEngine(this IServiceCollection services) => services
        .AddSingleton<DeferredWishes>()
        .AddScoped<DeferredEngine>()
        .AddScoped<IProcessEngine>(provider => provider.GetRequiredService<DeferredEngine>());
}
