using System.Globalization;
using Npgsql;
using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>PostgreSQL by its own <c>pg_dump</c>, <c>pg_restore</c> and <c>psql</c>.</summary>
internal sealed class PostgresCopy(string connectionString, string? toolFolder) : DatabaseCopy
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // Everything that isn't PostgreSQL's own, or an extension's.
    private const string Clear = """
        DO $$ DECLARE one record; BEGIN
            FOR one IN SELECT nspname FROM pg_namespace
                WHERE nspname NOT IN ('public', 'information_schema') AND nspname NOT LIKE 'pg\_%'
            LOOP EXECUTE format('DROP SCHEMA %I CASCADE', one.nspname); END LOOP;
            FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            LOOP EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', one.name); END LOOP;
            FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
                WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f'
                    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            LOOP EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', one.name); END LOOP;
        END $$
        """;

    private readonly PostgresTools tools = new(connectionString, toolFolder);

    /// <inheritdoc />
    // The schedule's rows are wake-ups, never the record: each installation makes its own.
    public override Task WriteAsync(string file, CancellationToken ct) => tools.RunAsync(
        "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--exclude-table-data=*.qrtz_*", $"--file={file}"], ct);

    /// <inheritdoc />
    public override async Task<Bilingual?> FaultAsync(bool isToReplace, CancellationToken ct)
    {
        if (await CountAsync("pg_class WHERE relkind IN ('r', 'p') AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')", ct) == 0)
            return null;
        if (!isToReplace)
            return NotEmpty;
        // Somebody's session has a user, the server's own work has none. More of others' sessions the owner of a database isn't shown.
        var others = await CountAsync("pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL", ct);
        return others == 0 ? null : new Bilingual(
            $"目标数据库正被 {others} 个连接使用，请先停止所有程序", $"{others} connections use the database; stop all programs first");
    }

    /// <inheritdoc />
    public override async Task ReadAsync(string file, DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct)
    {
        // First the whole script, then one transaction: a copy that can't be read to its end must not look like one that ended.
        var script = Path.GetTempFileName();
        try
        {
            await tools.RunAsync("pg_restore", ["--no-owner", "--no-privileges", $"--file={script}", file], ct);
            await tools.RunAsync("psql",
            [
                "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction",
                $"--command={Clear}", $"--file={script}", $"--command={Raise(madeAt, now)}",
            ], ct);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Raise(DateTimeOffset madeAt, DateTimeOffset now) => $"""
        INSERT INTO public.sending_epochs (number, raised_at, backup_at, version)
        SELECT COALESCE(MAX(number), 0) + 1, '{Written(now)}', '{Written(madeAt)}', 0 FROM public.sending_epochs
        """;

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture);

    private async Task<long> CountAsync(string from, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here.
        command.CommandText = $"SELECT count(*) FROM {from}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
