using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Personnel.Secondment;
using Workflows.Planning;
using Workflows.Planning.Secondment;
using Workflows.Policy;
using Workflows.Policy.Semesters;
using Workflows.Storage;
using SecondmentPlan = Workflows.Planning.Secondment.SecondmentPlan;

namespace Workflows.Processes.Planning;

/// <summary>
/// Carries out the searches that were asked for, one after the other: tells once a second how far it is, hears whether it shall stop, and leaves the
/// plan. A node that only serves pages leaves its searches to the others. A search whose node dies is over; whoever looks sees that nobody tells of it
/// any more.
/// </summary>
public sealed partial class PlanSearching(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlanSearching> log) : BackgroundService
{
    /// <summary>The most semesters that are planned from a page.</summary>
    public const int MostSemesters = 8;

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lost = TimeSpan.FromSeconds(30);
    // Those before it may take ten minutes each.
    private static readonly TimeSpan NeverBegun = TimeSpan.FromMinutes(30);
    private static readonly JsonSerializerOptions Json = new(PolicyJson.Options) { Converters = { new SemesterNameConverter() } };

    private readonly Channel<Guid> asked = Channel.CreateUnbounded<Guid>();
    private volatile bool isSearching;

    /// <summary>Takes up a search that is recorded, if this node does that.</summary>
    public void Begin(Guid searchId)
    {
        if (ExecuteTask is not null)
            asked.Writer.TryWrite(searchId);
    }

    /// <summary>Takes up the oldest search that no node has begun, unless this one is busy.</summary>
    public async Task TakeUpAsync(CancellationToken ct)
    {
        if (isSearching || asked.Reader.Count > 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<WorkflowsDb>().PlanSearches
            .Where(one => one.EndedAt == null && one.BeatAt == one.AskedAt).OrderBy(one => one.AskedAt).Select(one => one.Id).FirstOrDefaultAsync(ct);
        if (waiting != Guid.Empty)
            Begin(waiting);
    }

    /// <summary>Whether the node that carried a search out is gone, or none was there to begin it.</summary>
    public static bool IsLost(PlanSearch search, DateTimeOffset now) =>
        search.EndedAt is null && now - search.BeatAt > (search.BeatAt == search.AskedAt ? NeverBegun : Lost);

    /// <summary>The plan that a search found; null while it runs, and where it failed.</summary>
    public static SecondmentPlan? PlanOf(PlanSearch search) => search.Plan.Length == 0 ? null : JsonSerializer.Deserialize<SecondmentPlan>(search.Plan, Json);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = await asked.Reader.ReadAsync(stoppingToken);
                isSearching = true;
                await SearchAsync(next, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Failed(log, failure);
            }
            finally
            {
                isSearching = false;
            }
        }
    }

    private async Task SearchAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        var search = await db.PlanSearches.AsNoTracking().FirstAsync(one => one.Id == id, ct);
        if (!await ClaimAsync(db, search, ct))
            return;
        var draft = (await scope.ServiceProvider.GetRequiredService<DraftSecondments>().RunAsync(SemesterName.Parse(search.From)!.Value, search.Semesters, ct))
            .Pinned(search.Pins.Split('\n').Select(PlanPin.Read).OfType<PlanPin>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (watch, best) = (Stopwatch.StartNew(), new Best());
        var solving = Task.Run(() => SecondmentPlanner.Solve(draft.Problem, new PlannerOptions(TimeLimit: search.Limit), best, stop.Token), CancellationToken.None);
        while (await Task.WhenAny(solving, Task.Delay(Beat, ct)) != solving)
        {
            await TellAsync(best.News);
            if (await db.PlanSearches.AnyAsync(one => one.Id == id && one.StopAsked, ct))
                await stop.CancelAsync();
        }

        var plan = await solving;
        // Of the rules there are thousands in a district, and the page shows none that is kept.
        var written = JsonSerializer.Serialize(plan with { Rules = [] }, Json);
        await TellAsync(plan.Cost is { } cost ? (cost.Objective, cost.Bound) : (null, null));
        await db.PlanSearches.Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Plan, written).SetProperty(one => one.EndedAt, clock.Now()), CancellationToken.None);

        Task TellAsync((long? Objective, long? Bound) news) => db.PlanSearches.Where(one => one.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Objective, news.Objective).SetProperty(one => one.Bound, news.Bound)
                .SetProperty(one => one.Seconds, (int)watch.Elapsed.TotalSeconds).SetProperty(one => one.BeatAt, clock.Now()),
            ct);
    }

    // The first sign of life is the claim: of two nodes that see the same search waiting, one gives it.
    private async Task<bool> ClaimAsync(WorkflowsDb db, PlanSearch search, CancellationToken ct)
    {
        var first = search.AskedAt.AddMilliseconds(1);
        var now = clock.Now() is var later && later > first ? later : first;
        return await db.PlanSearches.Where(one => one.Id == search.Id && one.BeatAt == search.AskedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.BeatAt, now), ct) == 1;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A search for a plan failed.")]
    private static partial void Failed(ILogger log, Exception failure);

    // The latest news; before a whole plan there is none to tell.
    private sealed class Best : IProgress<PlanProgress>
    {
        private volatile PlanProgress? last;

        public (long? Objective, long? Bound) News => last is { Stage: PlanStage.Whole or PlanStage.Groups or PlanStage.Bound, Objective: { } best } news
            ? ((long)best, (long)news.Bound) : (null, null);

        public void Report(PlanProgress value) => last = value;
    }

    private sealed class SemesterNameConverter : JsonConverter<SemesterName>
    {
        public override SemesterName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SemesterName.Parse(reader.GetString())!.Value;

        public override void Write(Utf8JsonWriter writer, SemesterName value, JsonSerializerOptions options) => writer.WriteStringValue($"{value}");
    }
}
