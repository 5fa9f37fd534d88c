using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Definitions;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Definitions;

/// <summary>HR publishes a version while the office runs: checked as a file is, followed by new cases on every node, never changed by a file.</summary>
public abstract class PublishingStory : IDisposable
{
    private const string Round = "hiring-round";
    private readonly WorkflowsFolder workflows = new();

    private static CancellationToken Now => CancellationToken.None;

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task New_cases_follow_a_published_version_and_running_ones_stay_on_theirs()
    {
        await using var office = await OpenAsync();
        var running = await office.SubmitAsync(Plans.Usual);

        (await PublishAsync(office, 3, Third())).IsDone.ShouldBeTrue();

        var opened = await office.SubmitAsync(Plans.Usual with { Post = "教研员二" });
        (await VersionAsync(office, running), await VersionAsync(office, opened)).ShouldBe((2, 3));
        var line = (await office.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == OfficeRecord.CaseId).ToListAsync())).ShouldHaveSingleItem();
        (line.Action, line.Subject).ShouldBe(("DefinitionPublished", Round));
        line.NewValue.ShouldStartWith("3 ");
    }

    [Fact]
    public async Task Another_node_and_the_next_start_know_it_and_a_file_with_the_same_version_and_other_content_stops_the_start()
    {
        await using var office = await OpenAsync();
        await PublishAsync(office, 3, Third());

        (await StartAsync(office)).ShouldBeEmpty();

        File.Copy(Path.Combine(workflows.Folder, "hiring/round.json"), Path.Combine(workflows.Folder, "hiring/round.v2.json"));
        File.WriteAllText(Path.Combine(workflows.Folder, "hiring/round.json"), Third().Replace("\"value\": \"5\"", "\"value\": \"6\"", StringComparison.Ordinal));
        var fault = (await StartAsync(office)).ShouldHaveSingleItem();
        fault.En.ShouldContain("was published while the office ran");
        fault.Zh.ShouldContain("请提高文件的 version");

        File.WriteAllText(Path.Combine(workflows.Folder, "hiring/round.json"), Third());
        (await StartAsync(office)).ShouldBeEmpty("the published text as a file is the same version");
    }

    [Theory]
    [InlineData("\"Approved,Returned,Rejected\"", "\"Approved,Returned\"", "Rejected")]
    [InlineData("\"Workflows.AnnounceRound\"", "\"Workflows.AnounceRound\"", "AnounceRound")]
    [InlineData("\"declaration\": { \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"true\" } }",
        "\"declaration\": { \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"false\" } }", "a relative")]
    [InlineData("\"version\": 3", "\"version\": 4", "version")]
    public async Task What_would_stop_a_start_as_a_file_is_refused_with_a_sentence(string from, string to, string named)
    {
        await using var office = await OpenAsync();
        var text = Compact(Third());
        text.ShouldContain(Compact(from));

        var answer = await PublishAsync(office, 3, text.Replace(Compact(from), Compact(to), StringComparison.Ordinal));

        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.ShouldContain(reason => reason.En.Contains(named, StringComparison.Ordinal) && reason.Zh.Length > 0);
        (await office.ReadAsync(db => db.Definitions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Only_HR_publishes_and_only_the_office_s_own_processes_and_only_upwards()
    {
        await using var office = await OpenAsync();
        (await PublishAsync(office, 3, Third(), OfficeRole.Leadership)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await PublishAsync(office, 2, Third())).Refusal.ShouldBe(Refusal.Stale);
        (await PublishAsync(office, 1, Third(), definition: "party")).Refusal.ShouldBe(Refusal.NotFound);
    }

    public void Dispose()
    {
        workflows.Dispose();
        GC.SuppressFinalize(this);
    }

    private static string Third() => File.ReadAllText(Path.Combine(TestOffice.Workflows, "hiring/round.json"))
        .Replace("\"version\": 2", "\"version\": 3", StringComparison.Ordinal).Replace("\"All\"", "\"Any\"", StringComparison.Ordinal);

    private static string Compact(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Task<Answer> PublishAsync(
        TestOffice office, int version, string text, OfficeRole who = OfficeRole.HumanResources, string definition = Round) =>
        office.AskAsync<PublishDefinition>(u => u.RunAsync(new(Guid.CreateVersion7(), definition, version, text), TestOffice.Of(who), Now));

    private static async Task<int> VersionAsync(TestOffice office, Guid round) => (await office.CaseAsync((await office.RoundAsync(round)).CaseId!.Value)).DefinitionVersion;

    /// <summary>What a start with the folder says: the catalogue of its files takes up what was published, then the guard compares.</summary>
    private async Task<IReadOnlyList<Bilingual>> StartAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var (db, definitions) = (scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), workflows.Definitions().OrThrow());
        await new PublishedDefinitions(db, definitions, WorkflowsFolder.Steps).FollowAsync(Now);
        definitions.Newest(Round)!.Version.ShouldBe(3);
        return await new DefinitionGuard(db, definitions, office.Clock).FaultsAsync(Now);
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class PublishingStoryOnSqlite : PublishingStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class PublishingStoryOnPostgres(PostgresCluster cluster) : PublishingStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
