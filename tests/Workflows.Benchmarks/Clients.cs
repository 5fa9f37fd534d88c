using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workflows.Benchmarks;

/// <summary>Some clients who approve one item after the other, each waiting for its answer.</summary>
internal static class Clients
{
    /// <summary>Approvals per second, until the time is up or nothing waits any more.</summary>
    public static async Task<double> RunAsync(int clients, TimeSpan time, IEnumerable<Waiting> waiting, Func<Waiting, Task> approve)
    {
        var items = new ConcurrentQueue<Waiting>(waiting);
        var (done, started) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time && items.TryDequeue(out var item))
            {
                await approve(item);
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
