using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflows.Processes;
using Workflows.Reminders.Sending;
using Workflows.Storage;

namespace Workflows.Reminders.Schedule;

/// <summary>
/// Looks every two seconds for letters that are due and held by nobody, and sends them. Every node does so for itself: a shared wake-up would
/// wait for the node that was to be woken, and a dead one is missed only half a minute later.
/// </summary>
public sealed class LetterLoop(SendInParallel send, MailHealth health, IServiceScopeFactory scopes, JobOutages outages, TimeProvider clock, ILogger<LetterLoop> log)
{
    private const string Name = "send";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private Func<Task>? stop;

    /// <summary>When it last looked, and when it looks next; null while it stands still.</summary>
    public WakeUp? Look { get; private set; }

    /// <summary>Starts it.</summary>
    public void Start()
    {
        var ending = new CancellationTokenSource();
        var going = Task.Run(() => GoAsync(ending.Token));
        stop = async () =>
        {
            await ending.CancelAsync();
            await going.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        };
    }

    /// <summary>Stops it: what is being handed over is handed over, the rest is given back. Whoever asks again, also meanwhile, waits for the same end.</summary>
    public Task StopAsync() => stop?.Invoke() ?? Task.CompletedTask;

    private async Task GoAsync(CancellationToken ct)
    {
        using var pauses = new PeriodicTimer(Pause, TimeProvider.System);
        do
            await LookAsync(ct);
        while (await pauses.WaitForNextTickAsync(ct));
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await outages.GuardAsync(Name, () => SendAsync(ct), _ => !ct.IsCancellationRequested, "It is tried again and again.", log);
        var now = clock.Now();
        Look = new WakeUp(Name, now, now + Pause, outages.Of(Name).LastFailure);
    }

    private async Task SendAsync(CancellationToken ct)
    {
        if (health.Way.IsResting || !await HasWorkAsync(ct))
            return;
        using var span = OfficeMeters.Traces.StartActivity($"job {Name}");
        await send.RunAsync(ct);
    }

    private async Task<bool> HasWorkAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        return await db.Letters.FromSqlRaw(db.Dialect.FreeLetters, db.Dialect.Instant(clock.Now())).AnyAsync(ct);
    }
}
