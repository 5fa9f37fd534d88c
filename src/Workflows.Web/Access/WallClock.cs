namespace Workflows.Web.Access;

/// <summary>
/// The clock on the wall, by which logins age: the one that all nodes go by, so that a login is as old on every node. The office's own clock may be
/// moved, as a demo does; that makes no login older.
/// </summary>
/// <param name="Time">What time it is.</param>
public sealed record WallClock(TimeProvider Time);
