using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>
/// What this node holds. A lease is short, so that a node's death is noticed soon, and is lengthened while the node lives: handing a mail over
/// may take many times as long. Its end is set and asked by the database's clock alone.
/// </summary>
public sealed class Leases(IServiceScopeFactory scopes)
{
    /// <summary>How long a lease lasts from its last lengthening.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    // What is begun with less left than this could end after the lease.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    private static readonly TimeProvider Wall = TimeProvider.System;
    private long lengthenedAt;

    /// <summary>This process, by a name that no other has, nor one before it on the same machine: in a container all have the same number.</summary>
    public string Node { get; } = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7().ToString("N")[^6..]}";

    /// <summary>Now, to be taken before claiming.</summary>
    internal static long Moment => Wall.GetTimestamp();

    /// <summary>Whether nobody else can hold yet what was claimed then: else it may already be under way from another node.</summary>
    internal bool AreSure(long claimedAt) => Wall.GetElapsedTime(Math.Max(claimedAt, Interlocked.Read(ref lengthenedAt))) < Length - Margin;

    /// <summary>Does something that holds leases, and lengthens them meanwhile.</summary>
    internal async Task<T> WhileAsync<T>(Func<Task<T>> work)
    {
        using var end = new CancellationTokenSource();
        var lengthening = LengthenAsync(end.Token);
        try
        {
            return await work();
        }
        finally
        {
            await end.CancelAsync();
            await lengthening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LengthenAsync(CancellationToken ct)
    {
        using var beats = new PeriodicTimer(Beat, Wall);
        while (await beats.WaitForNextTickAsync(ct))
        {
            var before = Moment;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
                await db.Database.ExecuteSqlRawAsync(db.Dialect.KeepLetters, [Node, Length.TotalSeconds], ct);
                Interlocked.Exchange(ref lengthenedAt, before);
            }
            catch (Exception failure) when (failure is DbException || DatabaseReach.IsLost(failure))
            {
                // Nothing new is begun until a later beat comes through.
            }
        }
    }
}
