using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflows.Personnel.Mail;
using Workflows.Policy;
using Workflows.Storage.Audit;
using Workflows.Storage.Backup;
using Workflows.Testing;

namespace Workflows.Storage.Tests;

/// <summary>A backup comes back as it was, on both databases, and everything that can't come back is refused before anything is touched.</summary>
public sealed class BackupTests(PostgresCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateDirectory(ScratchFolder.NameFor("backup")).FullName;

    private string Backup => Path.Combine(folder, "backup");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task What_was_backed_up_comes_back_elsewhere_with_its_mail_closed(StorageProvider provider)
    {
        await using var office = await FilledAsync(provider);
        (await TakeAsync(office)).ShouldBeNull();
        await using var elsewhere = await EmptyAsync(provider);

        (await RestoreAsync(elsewhere)).ShouldBeNull();

        (await elsewhere.ReadAsync(db => Schema.FaultAsync(db, default))).ShouldBeNull();
        (await elsewhere.ReadAsync(db => db.Audit.SingleAsync())).Reason.ShouldBe("同意，“双引号”；\r\n换行");
        (await elsewhere.ReadAsync(db => VerifyRecord.RunAsync(db, [], default))).End().ShouldBeEmpty();
        (await elsewhere.ReadAsync(db => db.SendingEpochs.SingleAsync())).ShouldSatisfyAllConditions(
            epoch => epoch.Number.ShouldBe(1), epoch => epoch.RaisedAt.ShouldBe(Rows.Monday.AddDays(1)),
            epoch => epoch.BackupAt.ShouldBe(Rows.Monday), epoch => epoch.AcknowledgedAt.ShouldBeNull());
        (await ClaimAsync(elsewhere)).ShouldBeEmpty();
        await elsewhere.DoAsync(db => db.SendingEpochs.ExecuteUpdateAsync(set => set.SetProperty(epoch => epoch.AcknowledgedAt, Rows.Monday)));
        (await ClaimAsync(elsewhere)).ShouldHaveSingleItem().Key.ShouldBe("one");
        await Should.ThrowAsync<Exception>(() => elsewhere.DoAsync(db => db.Audit.ExecuteDeleteAsync()), "the triggers came too");
    }

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task A_database_that_is_not_empty_is_replaced_only_when_told_and_then_wholly(StorageProvider provider)
    {
        await using var office = await FilledAsync(provider);
        await TakeAsync(office);
        await office.AddAsync(Rows.Letter("two", Rows.Monday));
        var letters = () => office.ReadAsync(db => db.Letters.Select(letter => letter.Key).Order().ToListAsync());

        (await RestoreAsync(office))!.En.ShouldContain("isn't empty");
        (await letters()).ShouldBe(["one", "two"]);
        NpgsqlConnection.ClearAllPools();
        (await RestoreAsync(office, isToReplace: true)).ShouldBeNull();

        NpgsqlConnection.ClearAllPools();
        (await letters()).ShouldBe(["one"]);
    }

    [Fact]
    public async Task A_copy_that_breaks_off_leaves_the_database_as_it_was()
    {
        await using var office = await FilledAsync(StorageProvider.Postgres);
        await TakeAsync(office);
        await using (var dump = File.Open(Path.Combine(Backup, BackupManifest.Database), FileMode.Open))
            dump.SetLength(dump.Length * 3 / 4);
        // Somebody who writes the hashes anew gets past the manifest, and not past the transaction.
        File.Delete(Path.Combine(Backup, BackupManifest.FileName));
        BackupManifest.Write(Backup, Rows.Monday, StorageProvider.Postgres, []);
        NpgsqlConnection.ClearAllPools();

        await Should.ThrowAsync<OutsidePartException>(() => RestoreAsync(office, isToReplace: true));

        NpgsqlConnection.ClearAllPools();
        (await office.ReadAsync(db => db.Letters.SingleAsync())).Key.ShouldBe("one");
        (await office.ReadAsync(db => db.SendingEpochs.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Damage_a_newer_schema_other_workflow_files_and_a_folder_in_use_are_each_refused_in_one_sentence()
    {
        await using var office = await FilledAsync(StorageProvider.Sqlite);
        await TakeAsync(office);
        await using var elsewhere = TestDatabase.OnSqlite();

        (await TakeAsync(office))!.En.ShouldContain("holds something already");
        (await RestoreAsync(elsewhere, known: []))!.En.ShouldContain("newer than this program");
        var policy = Path.Combine(folder, "workflows", "policy.json");
        await File.WriteAllTextAsync(policy, "{ }", TestContext.Current.CancellationToken);
        (await RestoreAsync(elsewhere))!.En.ShouldContain("differ from");
        (await RestoreAsync(elsewhere, workflowsTo: Path.Combine(folder, "theirs"))).ShouldBeNull();
        (await File.ReadAllTextAsync(Path.Combine(folder, "theirs", "policy.json"), TestContext.Current.CancellationToken)).ShouldBe("{}");
        await File.AppendAllTextAsync(Path.Combine(Backup, BackupManifest.Database), "x", TestContext.Current.CancellationToken);
        (await RestoreAsync(elsewhere, isToReplace: true))!.En.ShouldBe("the backup's file database is damaged");
        File.Delete(Path.Combine(Backup, BackupManifest.Workflows, "policy.json"));
        File.Delete(Path.Combine(Backup, BackupManifest.Database));
        (await RestoreAsync(elsewhere))!.En.ShouldBe("the backup's file database is missing");
        File.Delete(Path.Combine(Backup, BackupManifest.FileName));
        (await RestoreAsync(elsewhere))!.En.ShouldContain("is no backup");
    }

    [Fact]
    public async Task A_missing_tool_is_named_and_leaves_nothing_behind()
    {
        await using var office = await FilledAsync(StorageProvider.Postgres);
        var copy = DatabaseCopy.Of(office.Storage, folder);

        var failure = await Should.ThrowAsync<OutsidePartException>(() => office.ReadAsync(db =>
            TakeBackup.RunAsync(db, copy, Backup, Workflows(), null, Rows.Monday, default)));

        failure.Message.ShouldContain("Backup:PostgresTools");
        Directory.GetDirectories(folder).ShouldBe([Path.Combine(folder, "workflows")]);
    }

    private async Task<TestDatabase> EmptyAsync(StorageProvider provider) =>
        provider is StorageProvider.Postgres ? await TestDatabase.OnPostgresAsync(cluster) : TestDatabase.OnSqlite();

    private async Task<TestDatabase> FilledAsync(StorageProvider provider)
    {
        var office = await (await EmptyAsync(provider)).UpgradedAsync();
        var @case = Rows.Case();
        var said = AuditChain.Append(@case, new AuditLine("Decided", null) { Reason = "同意，“双引号”；\r\n换行", Personal = "\"1\"" }, Rows.Monday);
        await office.AddAsync(@case, said, Rows.Letter("one", Rows.Monday));
        return office;
    }

    private string Workflows()
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "workflows")).FullName;
        File.WriteAllText(Path.Combine(path, "policy.json"), "{}");
        return path;
    }

    private async Task<Bilingual?> TakeAsync(TestDatabase office) => (await office.ReadAsync(db => TakeBackup.RunAsync(
        db, DatabaseCopy.Of(office.Storage, null), Backup, Workflows(), null, Rows.Monday, default))).Fault;

    private async Task<Bilingual?> RestoreAsync(TestDatabase to, bool isToReplace = false, string? workflowsTo = null, IReadOnlyCollection<string>? known = null)
    {
        await using var db = to.Open();
        return (await new RestoreBackup(Backup, isToReplace, Path.Combine(folder, "workflows"), workflowsTo, null).RunAsync(
            to.Storage, DatabaseCopy.Of(to.Storage, null), known ?? [.. db.Database.GetMigrations()], Rows.Monday.AddDays(1), default)).Fault;
    }

    private static Task<List<Letter>> ClaimAsync(TestDatabase office) => office.ReadAsync(db => db.Letters.FromSqlRaw(
        db.Dialect.ClaimLetters, "node", 60.0, db.Dialect.Instant(Rows.Monday.AddDays(1)), 10).ToListAsync());
}
