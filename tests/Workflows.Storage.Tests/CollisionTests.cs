using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>Of two saves at once one wins, and the other is told.</summary>
public abstract class CollisionTests
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public Task Of_two_changes_of_a_case_one_wins() => OneWinsAsync(Rows.Case(), (db, number) =>
        db.Cases.Single().Ending = $"{number}", db => db.Cases.Single().Version);

    [Fact]
    public Task Of_two_changes_of_a_round_one_wins() => OneWinsAsync(Rows.Round(), (db, number) =>
        db.Rounds.Single().AnnouncementNumber = $"{number}", db => db.Rounds.Single().Version);

    [Fact]
    public Task Of_two_changes_of_a_person_one_wins() => OneWinsAsync(Rows.Person(), (db, number) =>
        db.People.Single().Phone = $"{number}", db => db.People.Single().Version);

    [Fact]
    public Task Of_two_changes_of_a_work_item_one_wins() => OneWinsAsync(Rows.WorkItem(Rows.Case()), (db, number) =>
        db.WorkItems.Single().Outcome = $"{number}", db => db.WorkItems.Single().Revision - 1);

    [Fact]
    public async Task A_second_row_with_the_same_key_is_known_as_a_double()
    {
        await using var database = await OpenAsync();
        var id = Guid.CreateVersion7();
        await database.AddAsync(Operation(id));
        await using var db = database.Open();
        db.Add(Operation(id));
        var failure = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.Dialect.IsDuplicate(failure).ShouldBeTrue();
        db.Dialect.IsCollision(failure).ShouldBeFalse();
    }

    [Fact]
    public async Task A_row_that_breaks_another_rule_is_no_double()
    {
        await using var database = await OpenAsync();
        await using var db = database.Open();
        db.Add(new AuditEntry { CaseId = Guid.CreateVersion7(), Number = 1, Action = "Nobody's" });
        var failure = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.Dialect.IsDuplicate(failure).ShouldBeFalse();
        db.Dialect.IsCollision(failure).ShouldBeFalse();
    }

    private async Task OneWinsAsync(object row, Action<WorkflowsDb, int> change, Func<WorkflowsDb, long> version)
    {
        await using var database = await OpenAsync();
        await database.AddAsync(row);
        await using var first = database.Open();
        await using var second = database.Open();
        change(first, 1);
        change(second, 2);

        await first.SaveChangesAsync();
        var failure = await Should.ThrowAsync<DbUpdateConcurrencyException>(() => second.SaveChangesAsync());

        second.Dialect.IsCollision(failure).ShouldBeTrue();
        await database.DoAsync(db =>
        {
            version(db).ShouldBe(1);
            return Task.CompletedTask;
        });
    }

    private static Operation Operation(Guid id) => new() { Id = id, UseCase = "DecideWorkItem", AnsweredAt = Rows.Monday, Answer = "{}" };
}

/// <summary>Collisions on SQLite.</summary>
public sealed class CollisionsOnSqlite : CollisionTests
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.OnSqlite().UpgradedAsync();
}

/// <summary>Collisions on PostgreSQL.</summary>
public sealed class CollisionsOnPostgres(PostgresCluster cluster) : CollisionTests
{
    protected override async Task<TestDatabase> OpenAsync() => await (await TestDatabase.OnPostgresAsync(cluster)).UpgradedAsync();
}
