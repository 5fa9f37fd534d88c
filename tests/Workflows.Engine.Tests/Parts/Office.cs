using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Workflows.Engine.Tests.Parts;

/// <summary>An engine over states in memory, which are written and read as JSON after every call, as a database would.</summary>
internal sealed class Office : IDisposable
{
    public static readonly StepCatalogue Steps = StepCatalogue.Of(typeof(Ask), typeof(Answer), typeof(Strict));
    public static readonly Guid Case = Guid.Parse("01920000-0000-7000-8000-000000000001");
    private readonly ServiceProvider provider;
    private readonly Dictionary<Guid, string> rows = [];
    private int operations;

    public Office(params Flow[] flows)
        : this(flows.Select(flow => flow.File()))
    {
    }

    public Office(IEnumerable<DefinitionFile> files)
    {
        var services = new ServiceCollection();
        services.AddSingleton(Script).AddSingleton<TimeProvider>(Clock);
        services.AddScoped<ICaseStates>(_ => new Rows(rows));
        services.AddStep<Ask>().AddStep<Answer>().AddStep<Strict>();
        services.AddEmbeddedEngine(steps => DefinitionCatalogue.Load(files, steps).OrThrow());
        provider = services.BuildServiceProvider(validateScopes: true);
    }

    public Script Script { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 9, 1, 1, 0, 0, TimeSpan.Zero));

    public DefinitionCatalogue Definitions => provider.GetRequiredService<DefinitionCatalogue>();

    public static async Task<Office> WithCaseAsync(Flow flow)
    {
        var office = new Office(flow);
        await office.StartAsync(flow.Document()["definitionId"]!.GetValue<string>());
        return office;
    }

    public static Guid Operation(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    public Task StartAsync(string definition, Guid? caseId = null) =>
        UseAsync(engine => engine.StartAsync(caseId ?? Case, definition, default));

    public Task SignalAsync(string wait, string outcome, Guid? operation = null, Guid? caseId = null) =>
        UseAsync(engine => engine.SignalAsync(caseId ?? Case, wait, outcome, operation ?? Operation(++operations), default));

    public Task SignalDueAsync() => UseAsync(engine => engine.SignalDueAsync(Case, default));

    public Task CancelAsync(string reason) => UseAsync(engine => engine.CancelAsync(Case, reason, Operation(++operations), default));

    public Task MigrateAsync(int toVersion) => UseAsync(engine => engine.MigrateAsync(Case, toVersion, Operation(++operations), default));

    public CaseState State(Guid? caseId = null) => CaseStateJson.Read(rows[caseId ?? Case]);

    public string Row(Guid? caseId = null) => rows[caseId ?? Case];

    public void Store(string row) => rows[CaseStateJson.Read(row).CaseId] = row;

    public string[] Waits(Guid? caseId = null) => [.. State(caseId).Waits.Select(wait => wait.Id)];

    public string[] Trail(Guid? caseId = null) => [.. State(caseId).Trail.Select(Shown)];

    public async Task UseAsync(Func<EmbeddedEngine, ValueTask> use)
    {
        await using var scope = provider.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<EmbeddedEngine>());
        ((Rows)scope.ServiceProvider.GetRequiredService<ICaseStates>()).Commit();
    }

    public void Dispose() => provider.Dispose();

    public static string Shown(TrailEntry entry) => entry switch
    {
        { Withdrawn: true } => $"{entry.ActivityId}#{entry.Visit} withdrawn",
        { Outcome: null } => $"{entry.ActivityId}#{entry.Visit} end",
        _ => $"{entry.ActivityId}#{entry.Visit} {entry.Outcome}",
    };
}
