using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Processes.Planning;
using Workflows.Storage;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>
/// Looks into the database, as often as metrics are sent, for what waits too long. Every node tells the same numbers, since all look at the same rows: an alarm takes
/// the highest.
/// </summary>
public sealed class TelemetryWatch(IServiceScopeFactory scopes, OfficeDoor door, TimeProvider clock, OfficeSettings settings) : Watch(door, settings.Telemetry!.Every)
{
    private static readonly Meter Meter = new(OfficeMeters.Name);
    private static readonly Gauge<double> OldestLetter = Meter.CreateGauge<double>("workflows.letters.oldest_due.age", "s", "How long the oldest letter that is due has waited.");
    private static readonly Gauge<int> Letters = Meter.CreateGauge<int>("workflows.letters.waiting", "{letter}", "Letters that are planned, under way, failed or unclear.");
    private static readonly Gauge<int> Leases = Meter.CreateGauge<int>("workflows.letters.leased", "{letter}", "Letters that a node holds now.");
    private static readonly Gauge<int> Cases = Meter.CreateGauge<int>("workflows.cases.lagging", "{case}", "Cases whose time came and that weren't woken yet.");
    private static readonly Gauge<double> OldestCase = Meter.CreateGauge<double>("workflows.cases.oldest_due.age", "s", "How long the oldest of them has waited.");
    private static readonly Gauge<int> Searches = Meter.CreateGauge<int>("workflows.searches.running", "{search}", "Searches for plans under way.");
    private static readonly Gauge<int> Closed = Meter.CreateGauge<int>("workflows.sending.closed", "1", "1 while a restore keeps mail from leaving.");
    private static readonly LetterPhase[] Shown = [LetterPhase.Planned, LetterPhase.Sending, LetterPhase.Failed, LetterPhase.Ambiguous];

    /// <inheritdoc />
    protected override async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), clock.Now());
        var open = db.Letters.Where(letter => letter.Phase == LetterPhase.Planned || letter.Phase == LetterPhase.Sending);
        OldestLetter.Record(Age(now, await open.Where(letter => letter.DueAt <= now).MinAsync(letter => (DateTimeOffset?)letter.DueAt, ct)));
        var phases = await db.Letters.Where(letter => Shown.Contains(letter.Phase)).GroupBy(letter => letter.Phase).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        foreach (var phase in Shown)
            Letters.Record(phases.Find(one => one.Key == phase)?.Count ?? 0, new KeyValuePair<string, object?>("phase", $"{phase}"));
        Leases.Record(await db.Letters.FromSqlRaw(db.Dialect.HeldLetters).CountAsync(ct));
        var due = db.Cases.Where(one => one.NextDueAt != null && one.NextDueAt <= now);
        Cases.Record(await due.CountAsync(ct));
        OldestCase.Record(Age(now, await due.MinAsync(one => one.NextDueAt, ct)));
        Searches.Record((await db.PlanSearches.AsNoTracking().Where(one => one.EndedAt == null).ToListAsync(ct)).Count(search => !PlanSearching.IsLost(search, now)));
        Closed.Record(await db.SendingEpochs.AnyAsync(epoch => epoch.AcknowledgedAt == null, ct) ? 1 : 0);
    }

    private static double Age(DateTimeOffset now, DateTimeOffset? since) => since is { } time ? (now - time).TotalSeconds : 0;
}
