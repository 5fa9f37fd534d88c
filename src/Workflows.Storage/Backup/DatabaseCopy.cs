using Workflows.Policy;

namespace Workflows.Storage.Backup;

/// <summary>The whole content of a database as one file, and back.</summary>
public abstract class DatabaseCopy
{
    /// <summary>The way of a database.</summary>
    /// <param name="storage">The database.</param>
    /// <param name="tools">The folder of PostgreSQL's own programs; null to look for them.</param>
    public static DatabaseCopy Of(StorageOptions storage, string? tools) => storage.Provider is StorageProvider.Postgres
        ? new PostgresCopy(storage.ConnectionString, tools) : new SqliteCopy(storage.ConnectionString);

    /// <summary>Writes everything, as it is at one moment, into a new file. The office may go on working.</summary>
    /// <exception cref="OutsidePartException">A tool is missing or failed.</exception>
    public abstract Task WriteAsync(string file, CancellationToken ct);

    /// <summary>Why the database can't take a copy now; null when it can.</summary>
    /// <param name="isToReplace">Whether what is in it may go.</param>
    /// <param name="ct">Ends the wait.</param>
    public abstract Task<Bilingual?> FaultAsync(bool isToReplace, CancellationToken ct);

    /// <summary>
    /// Puts the copy in the place of whatever is there, and raises the sending epoch in the same step: no program ever meets the copy with its mail
    /// open. All of it, or nothing.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="madeAt">When the backup was made, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Ends the work, with nothing done.</param>
    /// <exception cref="OutsidePartException">A tool is missing or failed.</exception>
    public abstract Task ReadAsync(string file, DateTimeOffset madeAt, DateTimeOffset now, CancellationToken ct);

    /// <summary>What is said of a database that isn't empty.</summary>
    protected static Bilingual NotEmpty { get; } = new(
        "目标数据库不是空的；确要替换请加 --replace", "the database isn't empty; to replace what is in it, say --replace");
}

/// <summary>A part outside the program, such as a database tool, is missing or failed: one sentence.</summary>
public sealed class OutsidePartException(string sentence) : Exception(sentence);
