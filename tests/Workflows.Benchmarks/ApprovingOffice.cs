using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes.WorkItems;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Benchmarks;

/// <summary>The office on a real PostgreSQL with fsync on, full of open items; approvals go through the use case, each in its own scope.</summary>
internal sealed class ApprovingOffice : IAsyncDisposable
{
    private static readonly Guid Approver = TestOffice.Of(OfficeRole.PersonnelBureau);

    private readonly TestOffice office;
    private readonly IServiceScopeFactory scopes;

    private ApprovingOffice(TestOffice office) =>
        (this.office, scopes) = (office, office.Services.GetRequiredService<IServiceScopeFactory>());

    /// <summary>What letters are written with; none is sent.</summary>
    public static ReminderOptions Letters { get; } = new()
    {
        Storage = new StorageOptions(StorageProvider.Postgres, ""), PublicUrl = "https://hr.example.cn", WorkflowsFolder = TestOffice.Workflows,
        Mail = new MailOptions { Folder = Path.GetTempPath(), From = "hr@example.cn" },
    };

    public IServiceProvider Services => office.Services;

    public string ConnectionString => office.Storage.ConnectionString;

    /// <summary>Connections as the office itself makes them: with the server keeping the plans of statements that come again.</summary>
    public async Task<NpgsqlDataSource> SourceAsync() =>
        NpgsqlDataSource.Create(await office.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));

    /// <summary>Opens the office on a database of its own.</summary>
    public static async Task<ApprovingOffice> OpenAsync(PostgresCluster cluster) =>
        new(await TestOffice.OnPostgresAsync(cluster, more: services => services
            .AddSingleton(provider => DefinitionCatalogue.Load([Chain.File], provider.GetRequiredService<StepCatalogue>()).OrThrow())
            .AddLetters(Letters)));

    public Task<T> ReadAsync<T>(Func<WorkflowsDb, Task<T>> read) => office.ReadAsync(read);

    /// <summary>Opens cases, each waiting for its first approval.</summary>
    public async Task<List<Guid>> OpenCasesAsync(int count)
    {
        var ids = new List<Guid>();
        foreach (var share in Enumerable.Range(0, count).Chunk(250))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
            foreach (var _ in share)
            {
                var @case = new Case { Id = Guid.CreateVersion7(), DefinitionId = Chain.DefinitionId, TitleZh = "审批", TitleEn = "Approval" };
                db.Cases.Add(@case);
                await scope.ServiceProvider.GetRequiredService<IProcessEngine>().StartAsync(@case.Id, Chain.DefinitionId, default);
                ids.Add(@case.Id);
            }

            await db.SaveChangesAsync();
        }

        return ids;
    }

    /// <summary>What waits in these cases.</summary>
    public Task<List<Waiting>> WaitingAsync(IReadOnlyCollection<Guid> cases) => office.ReadAsync(db => db.WorkItems
        .Where(item => item.Stage == WorkItemStage.Open && cases.Contains(item.CaseId))
        .Select(item => new Waiting(item.Id, item.Revision)).ToListAsync());

    /// <summary>One durable approval by the use case.</summary>
    public async Task ApproveAsync(Waiting waiting)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<DecideWorkItem>().RunAsync(
            new(waiting.WorkItemId, waiting.Revision, Guid.CreateVersion7(), Outcomes.Approved, "同意"), Approver, default);
        if (!answer.IsDone)
            throw new InvalidOperationException($"Refused: {answer.Reasons[0].En}");
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
