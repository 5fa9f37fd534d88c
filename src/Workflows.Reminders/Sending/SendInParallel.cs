using Microsoft.Extensions.DependencyInjection;
using Workflows.Storage;

namespace Workflows.Reminders.Sending;

/// <summary>
/// Sends over several connections at once, each with its own unit of work and its own leases, as if it were a node of its own. A database in
/// a file, and mails written into a folder, take one after the other.
/// </summary>
public sealed class SendInParallel(IServiceScopeFactory scopes, Leases leases, ReminderOptions options)
{
    private int Connections =>
        options.Mail.Host.Length > 0 && options.Storage.Provider is StorageProvider.Postgres ? options.Mail.Connections : 1;

    /// <summary>Sends what is due, and says how many mails were accepted.</summary>
    public async Task<int> RunAsync(CancellationToken ct) =>
        (await leases.WhileAsync(() => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(ct), ct))))).Sum();

    private async Task<int> SendAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SendLetters>().RunAsync(ct);
    }
}
