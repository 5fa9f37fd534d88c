using Microsoft.EntityFrameworkCore;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>The schema is made by migrations alone, and a program refuses one that it doesn't know.</summary>
public abstract class SchemaTests
{
    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task The_migrations_create_the_schema_that_the_model_describes()
    {
        await using var database = await (await OpenAsync()).UpgradedAsync();
        await database.DoAsync(async db =>
        {
            db.Database.HasPendingModelChanges().ShouldBeFalse("add a migration for the changed model");
            (await Schema.FaultAsync(db, CancellationToken.None)).ShouldBeNull();
            (await db.Cases.CountAsync()).ShouldBe(0);
        });
    }

    [Fact]
    public async Task Upgrading_again_changes_nothing()
    {
        await using var database = await (await OpenAsync()).UpgradedAsync();
        await database.AddAsync(Rows.Case());
        await database.UpgradedAsync();
        (await database.ReadAsync(db => db.Cases.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_database_asks_for_an_upgrade()
    {
        await using var database = await OpenAsync();
        (await database.ReadAsync(db => Schema.FaultAsync(db, CancellationToken.None))).ShouldNotBeNull().En.ShouldContain("Run migrate first");
    }

    [Fact]
    public async Task An_older_schema_says_how_many_steps_it_lacks()
    {
        await using var database = await (await OpenAsync()).UpgradedAsync();
        await database.DoAsync(db => db.Database.ExecuteSqlRawAsync(
            """DELETE FROM "__EFMigrationsHistory" WHERE migration_id = (SELECT max(migration_id) FROM "__EFMigrationsHistory")"""));
        var fault = await database.ReadAsync(db => Schema.FaultAsync(db, CancellationToken.None));
        fault.ShouldNotBeNull().En.ShouldContain("lacks 1 upgrade step");
        fault.Zh.ShouldContain("migrate");
    }

    [Theory]
    [InlineData("29991231235959_Later", true)]
    [InlineData("29991231235959_DropSomething_After_RunningForYears", true)]
    [InlineData("29991231235959_DropSomething_After_Later", false)]
    public async Task A_schema_that_a_newer_program_brought_further_carries_this_one_unless_something_is_gone(string newer, bool isCarried)
    {
        await using var database = await (await OpenAsync()).UpgradedAsync();
        await database.DoAsync(db => db.Database.ExecuteSqlAsync(
            $"""INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ({newer}, '10.0.0')"""));
        var fault = await database.ReadAsync(db => Schema.FaultAsync(db, CancellationToken.None));
        if (isCarried)
            fault.ShouldBeNull();
        else
            fault.ShouldNotBeNull().En.ShouldContain($"newer than this program ({newer})");
    }
}

/// <summary>The schema on SQLite.</summary>
public sealed class SchemaOnSqlite : SchemaTests
{
    protected override Task<TestDatabase> OpenAsync() => Task.FromResult(TestDatabase.OnSqlite());
}

/// <summary>The schema on PostgreSQL.</summary>
public sealed class SchemaOnPostgres(PostgresCluster cluster) : SchemaTests
{
    [Fact]
    public async Task What_is_asked_all_day_has_an_index_that_does_not_grow_with_history()
    {
        await using var database = await (await OpenAsync()).UpgradedAsync();
        var filtered = await database.ReadAsync(db => db.Database.SqlQueryRaw<string>(
            "SELECT tablename || ': ' || substring(indexdef from 'WHERE (.*)') AS \"Value\" FROM pg_indexes "
            + "WHERE schemaname = 'public' AND indexdef LIKE '%WHERE%'").ToListAsync());
        filtered.ShouldContain(index => index.StartsWith("work_item_parts: is_open", StringComparison.Ordinal));
        filtered.ShouldContain(index => index.StartsWith("cases: (next_due_at IS NOT NULL)", StringComparison.Ordinal));
        filtered.ShouldContain(index => index.StartsWith("letters: ", StringComparison.Ordinal) && index.Contains("Planned", StringComparison.Ordinal));
    }

    protected override Task<TestDatabase> OpenAsync() => TestDatabase.OnPostgresAsync(cluster);
}
