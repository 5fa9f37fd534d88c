using Workflows.Personnel.Hiring;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls the things of the register of waivers.</summary>
public static class WaiverNames
{
    /// <summary>On which ground a waiver is asked for.</summary>
    public static Bilingual Of(WaiverBasis basis) => basis switch
    {
        WaiverBasis.Ground => new("R09 适当放宽", "R09 ground"),
        WaiverBasis.InPrinciple => new("“原则上”", "“in principle”"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis), basis, "No such ground."),
    };

    /// <summary>What became of it.</summary>
    public static Bilingual Of(WaiverResult result) => result switch
    {
        WaiverResult.Open => new("待研究", "Open"),
        WaiverResult.Approved => new("同意放宽", "Granted"),
        WaiverResult.Rejected => new("不同意放宽", "Denied"),
        WaiverResult.Withdrawn => new("已撤回", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No such result."),
    };

    /// <summary>The chip's tone for a result.</summary>
    public static string Tone(WaiverResult result) => result switch
    {
        WaiverResult.Open => "wait",
        WaiverResult.Approved => "good",
        WaiverResult.Rejected => "bad",
        _ => "",
    };
}
