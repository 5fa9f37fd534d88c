using System.Collections.Concurrent;
using System.Diagnostics;

namespace Workflows.Benchmarks;

/// <summary>Some clients who approve one item after the other, each waiting for its answer.</summary>
internal static class Clients
{
    /// <summary>Approvals until the time is up or nothing waits any more.</summary>
    public static async Task<Pace> RunAsync(int clients, TimeSpan time, IEnumerable<Waiting> waiting, Func<Waiting, Task> approve)
    {
        var items = new ConcurrentQueue<Waiting>(waiting);
        var (done, started, used) = (0, Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started) < time && items.TryDequeue(out var item))
            {
                await approve(item);
                Interlocked.Increment(ref done);
            }
        })));
        return new Pace(
            done / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / done);
    }
}

/// <summary>How fast it went.</summary>
/// <param name="PerSecond">Durable approvals per second.</param>
/// <param name="Cpu">Processor time of this program for one approval, in milliseconds; the database's own isn't in it.</param>
internal readonly record struct Pace(double PerSecond, double Cpu);
