namespace Workflows.Engine.OnElsa;

/// <summary>Rings when a wish was committed on this node, so that it needn't wait for the next look into the inbox.</summary>
public sealed class WishBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);

    /// <summary>Somebody committed a wish.</summary>
    public void Ring()
    {
        lock (rung)
        {
            if (rung.CurrentCount == 0)
            {
                rung.Release();
            }
        }
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => rung.WaitAsync(atMost, ct);

    /// <inheritdoc/>
    public void Dispose() => rung.Dispose();
}
