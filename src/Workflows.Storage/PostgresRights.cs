using Npgsql;

namespace Workflows.Storage;

/// <summary>
/// What the program may do in a database that somebody else owns: read and write rows, and of the record only read and append. It can't change the
/// schema, so neither it nor whoever steals its password can take the triggers off the record.
/// </summary>
public static class PostgresRights
{
    // Whatever schemas there are: ours, and the engine's where it has one.
    private const string Give = """
        DO $$ DECLARE one record; program text := current_setting('workflows.program'); BEGIN
            FOR one IN SELECT nspname AS name FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\_%'
            LOOP
                EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM PUBLIC, %I', one.name, program);
                EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', one.name, program);
                EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I', one.name, program);
                EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO %I', one.name, program);
            END LOOP;
            EXECUTE format('REVOKE UPDATE, DELETE ON public.audit FROM %I', program);
            EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON public."__EFMigrationsHistory" FROM %I', program);
        END $$
        """;

    /// <summary>Gives the program its rights, after the schema was made, changed or restored. Nothing where the program is the owner itself.</summary>
    /// <param name="owner">The database as its owner reaches it.</param>
    /// <param name="program">The same database as the program does.</param>
    /// <param name="ct">Ends the work.</param>
    public static async Task GiveAsync(StorageOptions owner, StorageOptions program, CancellationToken ct)
    {
        if (owner.Provider is not StorageProvider.Postgres || RoleOf(program) is not { Length: > 0 } role || role == RoleOf(owner))
            return;
        await using var connection = new NpgsqlConnection(owner.ConnectionString);
        await connection.OpenAsync(ct);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new("SELECT set_config('workflows.program', $1, true)") { Parameters = { new() { Value = role } } });
        batch.BatchCommands.Add(new(Give));
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static string? RoleOf(StorageOptions storage) => new NpgsqlConnectionStringBuilder(storage.ConnectionString).Username;
}
