using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace Workflows.Storage;

/// <summary>SQLite's own ways.</summary>
public sealed class SqliteDialect : Dialect
{
    private const string Free =
        "phase IN ('Planned', 'Sending') AND (leased_until IS NULL OR leased_until < CAST(unixepoch('subsec') * 1000000 AS INTEGER))";

    /// <summary>The only instance.</summary>
    public static SqliteDialect Instance { get; } = new();

    /// <inheritdoc />
    public override string JsonColumnType => "TEXT";

    /// <inheritdoc />
    public override bool IsDuplicate(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_PRIMARYKEY or raw.SQLITE_CONSTRAINT_UNIQUE };

    /// <inheritdoc />
    public override bool IsCollision(Exception failure) => failure is DbUpdateConcurrencyException
        || failure.GetBaseException() is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED };

    /// <inheritdoc />
    // One process owns the file, so the process's clock is the database's: unixepoch with milliseconds, as SqliteInstant keeps instants.
    public override string ClaimLetters => $$"""
        WITH speakers AS MATERIALIZED (
            SELECT id, message_id FROM letters
            WHERE {{Free}} AND due_at <= {2}
                AND NOT EXISTS (SELECT 1 FROM sending_epochs WHERE acknowledged_at IS NULL)
                AND (message_id IS NULL OR id IN (
                    SELECT min(id) FROM letters
                    WHERE phase IN ('Planned', 'Sending') AND due_at <= {2} AND message_id IS NOT NULL GROUP BY message_id))
            ORDER BY due_at, address, id LIMIT {3})
        UPDATE letters SET leased_by = {0}, fence = fence + 1,
            leased_until = CAST((unixepoch('subsec') + {1}) * 1000000 AS INTEGER)
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
        UPDATE letters SET leased_until = CAST((unixepoch('subsec') + {1}) * 1000000 AS INTEGER)
        WHERE phase IN ('Planned', 'Sending') AND leased_by = {0}
        """;

    /// <inheritdoc />
    public override string HeldLetters =>
        "SELECT * FROM letters WHERE phase IN ('Planned', 'Sending') AND leased_until >= CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

    /// <inheritdoc />
    // A transaction begins as a writing one, and there is only ever one of these.
    public override string? LockQuota => null;

    /// <inheritdoc />
    public override string? Now => null;

    /// <inheritdoc />
    public override object Instant(DateTimeOffset instant) => new SqliteInstant().ConvertToProvider(instant)!;

    /// <inheritdoc />
    public override IReadOnlyList<string> AppendOnlyAudit =>
    [
        "CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END",
        "CREATE TRIGGER audit_is_never_removed BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'The audit is append-only.'); END",
    ];
}

/// <summary>Keeps instants as whole microseconds since 1970, UTC: SQLite has no type for them, and whole numbers sort.</summary>
public sealed class SqliteInstant() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    stored => new DateTimeOffset(stored * TimeSpan.TicksPerMicrosecond + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero));

/// <summary>Connects a context to SQLite.</summary>
public static class SqliteOptions
{
    /// <summary>SQLite by connection string, with this project's naming.</summary>
    public static DbContextOptionsBuilder<TContext> UseOfficeSqlite<TContext>(
        this DbContextOptionsBuilder<TContext> options, string connectionString) where TContext : DbContext
    {
        UseOfficeSqlite((DbContextOptionsBuilder)options, connectionString);
        return options;
    }

    /// <inheritdoc cref="UseOfficeSqlite{TContext}"/>
    public static void UseOfficeSqlite(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).UseSnakeCaseNamingConvention()
            // SQLite changes a column by building its table anew, which it can't do with its keys checked: known, and the same each time.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));
}
