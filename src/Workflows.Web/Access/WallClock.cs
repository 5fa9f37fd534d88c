namespace Workflows.Web.Access;

/// <summary>
/// The clock on the wall, by which logins age. The office's own clock may be moved, as a demo does; that makes no login older.
/// </summary>
/// <param name="Time">What time it is.</param>
public sealed record WallClock(TimeProvider Time);
