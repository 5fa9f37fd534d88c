using Workflows.Personnel.Secondment;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the things of secondments.</summary>
public static class SecondmentNames
{
    /// <summary>Where a stay stands.</summary>
    public static Bilingual Of(PlacementState state) => state switch
    {
        PlacementState.Planned => new("已定未去", "Planned"),
        PlacementState.Running => new("进行中", "Running"),
        PlacementState.Completed => new("已完成", "Completed"),
        PlacementState.Interrupted => new("中断", "Interrupted"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>Why a stay counts for no semester of R12.</summary>
    public static Bilingual WhyNot(Placement placement) => placement switch
    {
        { RetractedAt: not null } => new("—", "—"),
        { State: not PlacementState.Completed } => new($"不计：{Of(placement.State).Zh}", $"no: {Of(placement.State).En}"),
        { Kind: Policy.Secondment.PlacementKind.SupportTeaching } => new("不计：支教未同时记为挂职", "no: support teaching that isn't also recorded as secondment"),
        _ => new("不计：不满一个学期", "no: less than a whole semester"),
    };
}
