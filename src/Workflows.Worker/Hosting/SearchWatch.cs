using Workflows.Processes.Planning;
using Workflows.Web;

namespace Workflows.Worker.Hosting;

/// <summary>Looks every few seconds for a search that was asked for on a node which only serves pages, and takes it up while this node has none.</summary>
public sealed class SearchWatch(PlanSearching searching, OfficeDoor door) : Watch(door, TimeSpan.FromSeconds(3))
{
    /// <inheritdoc />
    protected override Task LookAsync(CancellationToken ct) => searching.TakeUpAsync(ct);
}
