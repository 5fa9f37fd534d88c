using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Workflows.Storage;

/// <summary>PostgreSQL's own ways.</summary>
public sealed class PostgresDialect : Dialect
{
    private const string Free = "phase IN ('Planned', 'Sending') AND (leased_until IS NULL OR leased_until < clock_timestamp())";

    /// <summary>The only instance.</summary>
    public static PostgresDialect Instance { get; } = new();

    /// <inheritdoc />
    public override string JsonColumnType => "jsonb";

    /// <inheritdoc />
    public override bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc />
    public override bool IsCollision(Exception failure) => failure is DbUpdateConcurrencyException
        || failure.GetBaseException() is PostgresException
        {
            SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure,
        };

    /// <inheritdoc />
    // Of the letters of one earlier mail the first that is due speaks for all: whoever locks it holds them all.
    public override string ClaimLetters => $$"""
        WITH speakers AS (
            SELECT id, message_id FROM letters
            WHERE {{Free}} AND due_at <= {2}
                AND NOT EXISTS (SELECT 1 FROM sending_epochs WHERE acknowledged_at IS NULL)
                AND (message_id IS NULL OR id IN (
                    SELECT DISTINCT ON (message_id) id FROM letters
                    WHERE phase IN ('Planned', 'Sending') AND due_at <= {2} AND message_id IS NOT NULL ORDER BY message_id, id))
            ORDER BY due_at, address, id LIMIT {3} FOR UPDATE SKIP LOCKED)
        UPDATE letters SET leased_by = {0}, leased_until = clock_timestamp() + make_interval(secs => {1}), fence = fence + 1
        WHERE {{Free}}
            AND (id IN (SELECT id FROM speakers) OR message_id IN (SELECT message_id FROM speakers))
        RETURNING *
        """;

    /// <inheritdoc />
    public override string FreeLetters => $$"""
        SELECT * FROM letters WHERE {{Free}} AND due_at <= {0}
        """;

    /// <inheritdoc />
    public override string KeepLetters => """
        UPDATE letters SET leased_until = clock_timestamp() + make_interval(secs => {1}) WHERE phase IN ('Planned', 'Sending') AND leased_by = {0}
        """;

    /// <inheritdoc />
    public override string HeldLetters =>
        "SELECT * FROM letters WHERE phase IN ('Planned', 'Sending') AND leased_until >= clock_timestamp()";

    /// <inheritdoc />
    public override string LockQuota => "SELECT pg_advisory_xact_lock(hashtext('workflows mail quota'))";

    /// <inheritdoc />
    public override string Now => "SELECT clock_timestamp() AS \"Value\"";

    /// <inheritdoc />
    public override IReadOnlyList<string> AppendOnlyAudit =>
    [
        """
        CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$
        """,
        "CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()",
        "CREATE TRIGGER audit_is_never_truncated BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
    ];
}

/// <summary>Connects a context to PostgreSQL.</summary>
public static class PostgresOptions
{
    /// <summary>PostgreSQL by connection string, with this project's naming.</summary>
    public static DbContextOptionsBuilder<TContext> UsePostgres<TContext>(
        this DbContextOptionsBuilder<TContext> options, string connectionString) where TContext : DbContext
    {
        UsePostgres((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <inheritdoc cref="UsePostgres{TContext}"/>
    public static void UsePostgres(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(Prepared(connectionString)).UseSnakeCaseNamingConvention();

    // The few statements that make up a decision come again and again: the server keeps their plans. Nothing here changes a session's settings, so a
    // connection needs no reset before its next use. Nothing runs for long: to compile a query to machine code (jit) takes a hundred times longer than it
    // could save. All three unless the string says otherwise.
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!settings.ShouldSerialize("Max Auto Prepare"))
            settings.MaxAutoPrepare = MostPreparedStatements;
        if (!settings.ShouldSerialize("No Reset On Close"))
            settings.NoResetOnClose = true;
        if (!settings.ShouldSerialize("Options"))
            settings.Options = "-c jit=off";
        return settings.ConnectionString;
    }

    private const int MostPreparedStatements = 100;
}
