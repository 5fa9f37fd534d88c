using Medallion.Threading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Storage;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Carries out the wishes of a case in their order, one node at a time: taken into the record, followed by Elsa, then forgotten. A wish
/// whose carrying out was broken off at any moment is found again, and changes nothing twice.
/// </summary>
public sealed class Courier
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly IServiceScopeFactory scopes;
    private readonly WishTaking taking;
    private readonly Follower follower;
    private readonly IDistributedLockProvider locks;
    private readonly TimeProvider clock;
    private readonly ILogger<Courier> log;

    internal Courier(
        IServiceScopeFactory scopes, WishTaking taking, Follower follower, IDistributedLockProvider locks, TimeProvider clock, ILogger<Courier> log) =>
        (this.scopes, this.taking, this.follower, this.locks, this.clock, this.log) = (scopes, taking, follower, locks, clock, log);

    /// <summary>The cases that have wishes to be carried out now, those that wait longest first.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(int most, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.Now();
        return await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().EngineWishes
            .GroupBy(wish => wish.CaseId)
            .Where(wishes => wishes.All(wish => wish.RetryAt == null || wish.RetryAt <= now))
            .OrderBy(wishes => wishes.Min(wish => wish.Number))
            .Select(wishes => wishes.Key).Take(most).ToListAsync(ct);
    }

    /// <summary>Carries out the case's wishes; a failure is logged, and tried again later.</summary>
    /// <returns>How many wishes are done; null if another node has the case in hand.</returns>
    public async Task<int?> DeliverAsync(Guid caseId, CancellationToken ct)
    {
        await using var held = await locks.TryAcquireLockAsync($"workflows-case:{caseId:N}", TimeSpan.Zero, ct);
        if (held is null)
        {
            return null;
        }

        var done = 0;
        foreach (var number in await NumbersAsync(caseId, ct))
        {
            try
            {
                await taking.TakeAsync(number, ct);
                await follower.FollowAsync(caseId, ct);
                await ForgetAsync(number, ct);
                done++;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogError(failure, "Case {Case}: wish {Wish} can't be carried out now and is tried again", caseId, number);
                await PostponeAsync(number, ct);
                break;
            }
        }

        return done;
    }

    /// <summary>Lets Elsa follow a case that has no wishes, and says how often it had to be moved; null if another node has it in hand.</summary>
    public async Task<int?> ReconcileAsync(Guid caseId, CancellationToken ct)
    {
        await using var held = await locks.TryAcquireLockAsync($"workflows-case:{caseId:N}", TimeSpan.Zero, ct);
        return held is null ? null : await follower.FollowAsync(caseId, ct);
    }

    private async Task<List<long>> NumbersAsync(Guid caseId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().EngineWishes
            .Where(wish => wish.CaseId == caseId).OrderBy(wish => wish.Number).Select(wish => wish.Number).ToListAsync(ct);
    }

    private async Task ForgetAsync(long number, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().EngineWishes.Where(wish => wish.Number == number).ExecuteDeleteAsync(ct);
    }

    private async Task PostponeAsync(long number, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        if (await db.EngineWishes.FindAsync([number], ct) is { } wish)
        {
            var pause = FirstPause * Math.Pow(2, Math.Min(wish.Failures, 16));
            wish.Failures++;
            wish.RetryAt = clock.Now() + (pause < LongestPause ? pause : LongestPause);
            await db.SaveChangesAsync(ct);
        }
    }
}
