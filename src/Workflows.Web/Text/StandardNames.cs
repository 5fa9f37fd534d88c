using Workflows.Policy;
using Workflows.Web.Standards;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the states of the standard's items.</summary>
internal static class StandardNames
{
    public static Bilingual Of(StandardState state) => state switch
    {
        StandardState.Overdue => new("已逾期", "Overdue"),
        StandardState.NoOwner => new("无责任人", "No owner"),
        StandardState.Open => new("办理中", "Open"),
        _ => new("有佐证", "Evidenced"),
    };

    public static string Tone(StandardState state) => state switch
    {
        StandardState.Overdue => "bad",
        StandardState.NoOwner => "ask",
        StandardState.Open => "wait",
        _ => "good",
    };
}
