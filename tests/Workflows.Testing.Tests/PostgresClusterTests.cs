using Npgsql;
using Workflows.Testing;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace Workflows.Testing.Tests;

public sealed class PostgresClusterTests(PostgresCluster postgres)
{
    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        var first = await postgres.CreateDatabaseAsync();
        var second = await postgres.CreateDatabaseAsync();

        await ExecuteAsync(first, "CREATE TABLE college (name text)");

        (await ReadAsync(first, "SELECT count(*) FROM pg_tables WHERE tablename = 'college'")).ShouldBe(1L);
        (await ReadAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'college'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_keeps_chinese_names_and_is_durable()
    {
        var database = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE college (name text); INSERT INTO college VALUES ('沙县区教师进修学校')");

        (await ReadAsync(database, "SELECT name FROM college")).ShouldBe("沙县区教师进修学校");
        (await ReadAsync(database, "SHOW server_encoding")).ShouldBe("UTF8");
        (await ReadAsync(database, "SHOW fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task A_template_is_filled_once_and_copied_for_each_test()
    {
        var fillings = 0;
        async Task Fill(string template)
        {
            Interlocked.Increment(ref fillings);
            await ExecuteAsync(template, "CREATE TABLE post (title text); INSERT INTO post VALUES ('教研员')");
        }

        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => postgres.CreateDatabaseAsync("posts", Fill)));
        await ExecuteAsync(copies[0], "DELETE FROM post");

        fillings.ShouldBe(1);
        copies.Distinct().Count().ShouldBe(4);
        (await ReadAsync(copies[3], "SELECT title FROM post")).ShouldBe("教研员");
    }

    [Fact]
    public async Task A_dropped_database_is_gone()
    {
        var database = await postgres.CreateDatabaseAsync();
        await ExecuteAsync(database, "SELECT 1");

        await postgres.DropDatabaseAsync(database);

        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(database, "SELECT 1"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    [Fact]
    public async Task A_crash_breaks_sessions_and_keeps_what_was_committed()
    {
        Assert.SkipWhen(IsNamed, "A named server is not ours to crash.");
        await using var own = new PostgresCluster();
        var database = await own.CreateDatabaseAsync();
        await ExecuteAsync(database, "CREATE TABLE decision (outcome text); INSERT INTO decision VALUES ('Approved')");

        await own.CrashAsync();
        await Should.ThrowAsync<NpgsqlException>(() => ExecuteAsync(database, "SELECT 1"));
        await own.StartAgainAsync();

        NpgsqlConnection.ClearAllPools();
        (await ReadAsync(database, "SELECT outcome FROM decision")).ShouldBe("Approved");
    }

    [Fact]
    public async Task A_cluster_without_fsync_says_so()
    {
        Assert.SkipWhen(IsNamed, "A named server sets its own fsync.");
        await using var own = PostgresCluster.WithoutFsync();

        (await ReadAsync(await own.CreateDatabaseAsync(), "SHOW fsync")).ShouldBe("off");
    }

    private static bool IsNamed => Environment.GetEnvironmentVariable("WORKFLOWS_TEST_POSTGRES") is { Length: > 0 };

    private static async Task ExecuteAsync(string database, string sql) => await ReadAsync(database, sql);

    private static async Task<object?> ReadAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
