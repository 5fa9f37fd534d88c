namespace Workflows.Engine.OnElsa;

/// <summary>Whether Elsa's tables are there and the definitions are loaded; nothing is delivered before.</summary>
public sealed class ElsaReadiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Elsa is ready.</summary>
    public void Set() => ready.TrySetResult();

    /// <summary>Waits until Elsa is ready.</summary>
    public Task WaitAsync(CancellationToken ct) => ready.Task.WaitAsync(ct);
}
