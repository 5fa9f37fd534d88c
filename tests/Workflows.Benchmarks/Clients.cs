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
        var (started, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var waits = (await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>();
            while (Stopwatch.GetElapsedTime(started) < time && items.TryDequeue(out var item))
            {
                var asked = Stopwatch.GetTimestamp();
                await approve(item);
                own.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            return own;
        })))).SelectMany(own => own).Order().ToList();
        if (waits is not { Count: > 0 and var done })
            throw new InvalidOperationException("Nothing waited for an approval: open more cases.");
        return new Pace(
            done / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / done, waits[done / 2], waits[done * 99 / 100]);
    }
}

/// <summary>How fast it went.</summary>
/// <param name="PerSecond">Durable approvals per second.</param>
/// <param name="Cpu">Processor time of this program for one approval, in milliseconds; the database's own isn't in it.</param>
/// <param name="P50">How long the middle one of all waited for its answer, in milliseconds.</param>
/// <param name="P99">How long the slowest in a hundred waited at least, in milliseconds.</param>
internal readonly record struct Pace(double PerSecond, double Cpu, double P50, double P99);
