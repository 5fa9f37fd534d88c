using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests;

/// <summary>What running cases follow never changes under them.</summary>
public abstract class DefinitionGuardTests : IDisposable
{
    private readonly WorkflowsFolder workflows = new();

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_first_start_records_what_it_sees_and_a_second_finds_it_the_same()
    {
        await using var office = await OpenAsync();
        (await FaultsAsync(office)).ShouldBeEmpty();
        (await FaultsAsync(office)).ShouldBeEmpty();
        var known = await office.ReadAsync(db => db.Definitions.OrderBy(one => one.DefinitionId).ThenBy(one => one.Version).ToListAsync());
        known.Select(one => (one.DefinitionId, one.Version)).ShouldBe(
            [("appointment", 1), ("exit", 1), ("hiring-application", 1), ("hiring-application", 2), ("hiring-round", 1), ("hiring-round", 2),
                ("rotation-round", 1), ("secondment-cycle", 1), ("secondment-plan", 1)]);
        known.ShouldAllBe(one => one.Fingerprint.Length == 64);
    }

    [Fact]
    public async Task A_changed_version_stops_the_start_with_file_and_remedy()
    {
        await using var office = await OpenAsync();
        await FaultsAsync(office);
        workflows.Change("hiring/round.json", "\"All\"", "\"Any\"");

        var fault = (await FaultsAsync(office)).ShouldHaveSingleItem();

        fault.En.ShouldContain("round.json");
        fault.En.ShouldContain("higher version");
        fault.Zh.ShouldContain("请恢复原文件");
    }

    [Fact]
    public async Task A_changed_file_with_a_new_version_beside_the_old_one_is_recorded()
    {
        await using var office = await OpenAsync();
        await FaultsAsync(office);
        File.Copy(Path.Combine(workflows.Folder, "hiring/round.json"), Path.Combine(workflows.Folder, "hiring/round.v2.json"));
        workflows.Change("hiring/round.json", "\"version\": 2", "\"version\": 3").Change("hiring/round.json", "\"All\"", "\"Any\"");

        (await FaultsAsync(office)).ShouldBeEmpty();

        (await office.ReadAsync(db => db.Definitions.CountAsync())).ShouldBe(10);
    }

    [Fact]
    public async Task A_version_that_running_cases_follow_must_be_there()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        workflows.Change("hiring/round.json", "\"version\": 2", "\"version\": 3");

        var fault = (await FaultsAsync(office)).ShouldHaveSingleItem();

        fault.En.ShouldContain("1 running cases follow version 2 of hiring-round");
        (await office.ReadAsync(db => db.Definitions.CountAsync())).ShouldBe(0, "nothing is recorded by a start that failed");
    }

    [Fact]
    public async Task A_version_newer_than_all_here_is_left_to_the_newer_node_that_works_beside_this_one()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        await office.ReadAsync(db => db.Cases.ExecuteUpdateAsync(set => set.SetProperty(one => one.DefinitionVersion, 3)));

        (await FaultsAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_only_ended_cases_followed_may_go()
    {
        await using var office = await OpenAsync();
        await office.SubmitAsync(Plans.Usual);
        await office.DecideAsync(Personnel.Cases.OfficeRole.EducationBureau, "countersign", Personnel.Cases.Outcomes.Rejected, "今年不补员");
        workflows.Change("hiring/round.json", "\"version\": 2", "\"version\": 3");
        (await FaultsAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_both_start()
    {
        await using var office = await OpenAsync();
        var faults = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FaultsAsync(office))));
        faults.ShouldAllBe(each => each.Count == 0);
        (await office.ReadAsync(db => db.Definitions.CountAsync())).ShouldBe(9);
    }

    public void Dispose()
    {
        workflows.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<IReadOnlyList<Bilingual>> FaultsAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await new DefinitionGuard(
            scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), workflows.Definitions().OrThrow(), office.Clock).FaultsAsync(default);
    }
}

/// <summary>The guard on SQLite.</summary>
public sealed class DefinitionGuardOnSqlite : DefinitionGuardTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The guard on PostgreSQL.</summary>
public sealed class DefinitionGuardOnPostgres(PostgresCluster cluster) : DefinitionGuardTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
