using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Workflows.Worker.Tests.Commands;

/// <summary>The operator's commands, as they are typed, with their exit codes.</summary>
public sealed class AuditAndBackupTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("operator-").FullName;

    private string Database => $"Data Source={In("office.db")};Pooling=False";

    public async ValueTask InitializeAsync()
    {
        (await WorkerProcess.Run("migrate", "--connection", Database)).ExitCode.ShouldBe(0);
        (await WorkerProcess.Run("account", "add", "linxiuying", "--role", "HumanResources", "--connection", Database)).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_record_is_checked_by_an_exported_list_and_the_public_key()
    {
        (await WorkerProcess.Run("audit", "key", In("key.pem"))).ExitCode.ShouldBe(0);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(In("key.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var exported = await WorkerProcess.RunWith(
            new() { ["Audit__SigningKeyFile"] = In("key.pem") }, "audit", "export", "--to", In("heads"), "--connection", Database);
        exported.ExitCode.ShouldBe(0, exported.Errors);
        var list = exported.Text.Trim();

        var whole = await VerifyAsync(In("heads"));
        (whole.ExitCode, Json(whole).GetProperty("whole").GetBoolean()).ShouldBe((0, true));
        await using (var owner = new SqliteConnection(Database))
        {
            await owner.OpenAsync(TestContext.Current.CancellationToken);
            await using var edit = owner.CreateCommand();
            edit.CommandText = "DROP TRIGGER audit_is_never_changed; UPDATE audit SET new_value = 'Leadership'";
            await edit.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var edited = await VerifyAsync(list);
        edited.ExitCode.ShouldBe(1);
        Json(edited).GetProperty("findings")[0].GetProperty("fault").GetString().ShouldBe("Broken");
        await File.WriteAllTextAsync(list, (await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken)).Replace("made 2", "made 3", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Json(await VerifyAsync(list)).GetProperty("findings")[0].GetProperty("fault").GetString().ShouldBe("NotAsSigned");
        (await VerifyAsync(In("key.pem"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_backup_is_restored_elsewhere_and_mail_waits_for_a_word()
    {
        (await WorkerProcess.Run("backup", In("backup"), "--connection", Database)).ExitCode.ShouldBe(0);
        var elsewhere = $"Data Source={In("elsewhere.db")};Pooling=False";

        (await WorkerProcess.Run("restore", In("backup"), "--connection", elsewhere)).ExitCode.ShouldBe(0);

        (await WorkerProcess.Run("restore", In("backup"), "--connection", elsewhere)).Errors.ShouldContain("--replace");
        (await WorkerProcess.Run("sending", "acknowledge", "--reason", "旧机器已停用", "--connection", elsewhere)).ExitCode.ShouldBe(0);
        (await WorkerProcess.Run("sending", "acknowledge", "--reason", "再一次", "--connection", elsewhere)).ExitCode.ShouldBe(2);
        (await WorkerProcess.Run("restore", In("nothing"), "--connection", elsewhere)).ExitCode.ShouldBe(2);
    }

    private Task<WorkerProcess> VerifyAsync(string list) => WorkerProcess.Run(
        "audit", "verify", list, "--public-key", In("key.pem.pub"), "--connection", Database, "--format", "json");

    private static JsonElement Json(WorkerProcess process) => JsonDocument.Parse(process.Text).RootElement;

    private string In(string name) => Path.Combine(folder, name);
}
