using Microsoft.EntityFrameworkCore;

namespace Workflows.Storage;

/// <summary>
/// The clock that all nodes go by: this machine's, put right by the database's. One whose clock runs ahead would else end public notices early, send
/// reminders before their time, and keep the shared schedule from the others when it dies.
/// </summary>
/// <param name="machine">This machine's clock.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    // Less than this is no fault of a clock, and isn't worth a jump.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private long behindTicks;

    /// <summary>How far this machine's clock was behind the database's when they were last compared; negative when it was ahead.</summary>
    public TimeSpan Behind => TimeSpan.FromTicks(Interlocked.Read(ref behindTicks));

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Behind;

    /// <summary>Asks the database what time it is. A database in a file has no clock of its own.</summary>
    public async Task FollowAsync(WorkflowsDb db, CancellationToken ct)
    {
        if (db.Dialect.Now is not { } statement)
            return;
        var asked = machine.GetTimestamp();
        var theirs = await db.Database.SqlQueryRaw<DateTimeOffset>(statement).SingleAsync(ct);
        var took = machine.GetElapsedTime(asked);
        var behind = theirs + (took / 2) - machine.GetUtcNow();
        if ((behind - Behind).Duration() > Tolerance + took)
            Interlocked.Exchange(ref behindTicks, behind.Ticks);
    }
}
