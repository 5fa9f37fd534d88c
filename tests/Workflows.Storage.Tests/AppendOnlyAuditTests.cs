using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage.Audit;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>The database itself refuses to change what was recorded.</summary>
public sealed class AppendOnlyAuditTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData("UPDATE audit SET reason = 'forged'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("TRUNCATE audit CASCADE")]
    public async Task On_PostgreSQL_an_entry_is_never_changed(string sql) =>
        await ShouldRefuseAsync(await TestDatabase.OnPostgresAsync(cluster), sql);

    [Theory]
    [InlineData("UPDATE audit SET reason = 'forged'")]
    [InlineData("DELETE FROM audit")]
    public async Task On_SQLite_an_entry_is_never_changed(string sql) => await ShouldRefuseAsync(TestDatabase.OnSqlite(), sql);

    private static async Task ShouldRefuseAsync(TestDatabase empty, string sql)
    {
        await using var database = await empty.UpgradedAsync();
        var @case = Rows.Case();
        await database.AddAsync(@case, AuditChain.Append(@case, new AuditLine("Opened", null) { Reason = "真实" }, Rows.Monday));

        var refused = await Should.ThrowAsync<DbException>(() => database.DoAsync(db => db.Database.ExecuteSqlRawAsync(sql)));

        refused.Message.ShouldContain("append-only");
        (await database.ReadAsync(db => db.Audit.SingleAsync())).Reason.ShouldBe("真实");
    }
}
