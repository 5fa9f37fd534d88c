using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>SQLite by its own backup: page by page, while others read and write.</summary>
internal sealed class SqliteCopy(string connectionString) : DatabaseCopy
{
    private string Path => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <inheritdoc />
    public override async Task WriteAsync(string file, CancellationToken ct)
    {
        await using var source = new SqliteConnection(connectionString);
        await source.OpenAsync(ct);
        await using var copy = await OpenAsync(file, ct);
        source.BackupDatabase(copy);
        // One file, that needs no companions.
        await DoAsync(copy, "PRAGMA journal_mode = DELETE", ct);
    }

    /// <inheritdoc />
    public override async Task<Bilingual?> FaultAsync(bool isToReplace, CancellationToken ct)
    {
        if (!File.Exists(Path) || new FileInfo(Path).Length == 0)
            return null;
        if (!isToReplace)
            return NotEmpty;
        await using var old = await OpenAsync(Path, ct);
        try
        {
            await DoAsync(old, "BEGIN EXCLUSIVE; ROLLBACK", ct);
            return null;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            return new Bilingual("目标数据库正在使用，请先停止程序", "the database is in use; stop the program first");
        }
    }

    /// <inheritdoc />
    public override async Task ReadAsync(string file, DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct)
    {
        var unfinished = $"{Path}.part";
        try
        {
            File.Copy(file, unfinished, overwrite: true);
            await using (var copy = await OpenAsync(unfinished, ct))
            {
                await DoAsync(copy, string.Create(CultureInfo.InvariantCulture, $"""
                    INSERT INTO sending_epochs (number, raised_at, backup_at, version)
                    SELECT COALESCE(MAX(number), 0) + 1, {SqliteDialect.Instance.Instant(now)}, {SqliteDialect.Instance.Instant(madeAt)}, 0 FROM sending_epochs
                    """), ct);
            }

            // Left behind by a program that was killed; they belong to the old content.
            foreach (var companion in (string[])["-wal", "-shm", "-journal"])
                File.Delete(Path + companion);
            File.Move(unfinished, Path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2 }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task DoAsync(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, with instants as whole numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(ct);
    }
}
