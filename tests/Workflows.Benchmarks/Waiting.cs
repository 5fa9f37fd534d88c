namespace Workflows.Benchmarks;

/// <summary>An open item that waits for its approval.</summary>
internal readonly record struct Waiting(Guid WorkItemId, long Revision);
