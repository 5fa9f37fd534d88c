using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Workflows.Storage;

/// <summary>Tells a database that can't be reached from everything else that can go wrong with one.</summary>
public static class DatabaseReach
{
    /// <summary>Whether the failure, or what lies beneath it, is that the database can't be reached now: it is worth asking again later.</summary>
    /// <param name="failure">What was thrown while working with the database.</param>
    public static bool IsLost(Exception? failure) => failure is not null && (IsSilence(failure) || IsLost(failure.InnerException));

    // Class 08 is a broken connection, 57P a server that stops or starts (PostgreSQL, appendix A). Without a state there was no server to give one.
    // Npgsql 10 stumbles over its own torn-down connection when the server dies between sending a command and reading its answer (seen in the fault suite).
    private static bool IsSilence(Exception failure) => failure is DbException db
        ? db.SqlState is { } state
            ? state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal)
            : db.IsTransient || IsOutOfStep(db)
        : failure is SocketException or TimeoutException or NullReferenceException { Source: "Npgsql" };

    // What the driver says of a connection on which answers no longer belong to questions, and gives up: seen after the server had died.
    private static bool IsOutOfStep(DbException failure) => failure is NpgsqlException && failure.Message.StartsWith("Received backend message", StringComparison.Ordinal);
}
