using System.Data;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Cases;
using Workflows.Storage;
using Workflows.Storage.Audit;
using Workflows.Testing.Offices;
using Case = Workflows.Personnel.Cases.Case;

namespace Workflows.Faults;

/// <summary>What must be true in the database whatever happened to the worker.</summary>
internal sealed class Ledger(string connection)
{
    /// <summary>How long what is under way may take, the worker's restarts included.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly HashSet<string> Decisions = ActivitiesThatAskForDecisions();
    private readonly DbContextOptions<PostgresDb> options = new DbContextOptionsBuilder<PostgresDb>().UsePostgres(connection).Options;

    /// <summary>Reads what is in the database; while it is away, until it is back.</summary>
    public async Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read)
    {
        while (true)
        {
            try
            {
                await using var db = new PostgresDb(options);
                return await read(db);
            }
            catch (Exception failure) when (DatabaseReach.IsLost(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    /// <summary>
    /// Waits until the engine has carried out everything that was wished. The embedded one does so within the decision; on Elsa a moment passes, and
    /// a wish that never gets through fails the test here.
    /// </summary>
    public async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while (await ReadAsync(db => db.EngineWishes.AsNoTracking().ToListAsync()) is { Count: > 0 } left)
        {
            limit.IsCancellationRequested.ShouldBeFalse($"stuck: {string.Join("; ", left.Select(wish => $"{wish.CaseId} {wish.Kind} failed {wish.Failures}"))}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    /// <summary>Nothing acknowledged is lost, nothing is done twice, every record is whole, and the engine waits for what people see.</summary>
    public async Task CheckAsync(IReadOnlyDictionary<Guid, string> acknowledged)
    {
        await SettleAsync();
        var promised = acknowledged.ToArray();
        await using var db = new PostgresDb(options);
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await ShouldKeepAsync(db, promised);
        var items = await db.WorkItems.AsNoTracking().Include(item => item.Parts).ToListAsync();
        await ShouldDecideOnceAsync(db, items);
        foreach (var @case in await db.Cases.AsNoTracking().ToListAsync())
            await ShouldBeWholeAsync(db, @case, items);
    }

    private static async Task ShouldKeepAsync(WorkflowsDb db, KeyValuePair<Guid, string>[] promised)
    {
        var kept = await db.Operations.AsNoTracking().ToDictionaryAsync(operation => operation.Id, operation => operation.Answer);
        foreach (var (operation, answer) in promised)
        {
            kept.ShouldContainKey(operation, "an acknowledged decision was lost");
            var stored = JsonSerializer.Deserialize<Answer>(kept[operation], PolicyJson.Options).ShouldNotBeNull();
            answer.ShouldContain(stored.Reasons[0].En, customMessage: "the stored answer isn't the one that was given");
        }
    }

    private static async Task ShouldDecideOnceAsync(WorkflowsDb db, List<WorkItem> items)
    {
        var decided = items.SelectMany(item => item.Parts.Where(part => part.DecidedBy is not null)
            .Select(part => (item.CaseId, Subject: $"{item.WaitId} {part.Role}"))).ToList();
        var recorded = await db.Audit.AsNoTracking().Where(entry => entry.Action == "WorkItemDecided" || entry.Action == "WorkItemSkipped")
            .Select(entry => new { entry.CaseId, entry.Subject }).ToListAsync();
        recorded.Select(entry => (entry.CaseId, entry.Subject)).ShouldBe(decided, ignoreOrder: true, "each decision stands once in the record");
    }

    private static async Task ShouldBeWholeAsync(WorkflowsDb db, Case @case, List<WorkItem> items)
    {
        var entries = await db.Audit.AsNoTracking().Include(entry => entry.Personal)
            .Where(entry => entry.CaseId == @case.Id).OrderBy(entry => entry.Number).ToListAsync();
        AuditChain.FirstBroken(entries, @case.AuditLength, @case.AuditHead).ShouldBeNull($"the record of {@case.TitleEn}");
        // No process runs a case that is only a record.
        if (OfficeRecord.Holds(@case.Id))
            return;
        var open = items.Where(item => item.CaseId == @case.Id && item.Stage is WorkItemStage.Open).Select(item => item.WaitId);
        var awaited = CaseStateJson.Read(@case.EngineState!).Waits.Where(wait => Decisions.Contains(wait.ActivityId)).Select(wait => wait.Id);
        open.ShouldBe(awaited, ignoreOrder: true, $"open items and waits of {@case.TitleEn}");
    }

    private static HashSet<string> ActivitiesThatAskForDecisions()
    {
        using var services = new ServiceCollection().AddOfficeSteps()
            .AddEmbeddedEngine(steps => OfficeFiles.Definitions(TestOffice.Workflows, steps).OrThrow()).BuildServiceProvider();
        return [.. services.GetRequiredService<DefinitionCatalogue>().All.SelectMany(definition => definition.Activities)
            .Where(activity => activity.Type == "Workflows.RequestDecision").Select(activity => activity.Id)];
    }
}
