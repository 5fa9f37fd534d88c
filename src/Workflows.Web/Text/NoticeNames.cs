using Workflows.Personnel.Notices;
using Workflows.Policy;

namespace Workflows.Web.Text;

/// <summary>What the screen calls what came of a public notice.</summary>
public static class NoticeNames
{
    /// <summary>公示结果.</summary>
    public static Bilingual Of(NoticeResult result) => result switch
    {
        NoticeResult.NoObjection => new("无异议", "no objection"),
        NoticeResult.ObjectionsDismissed => new("有异议，不成立", "objections, dismissed"),
        NoticeResult.ObjectionUpheld => new("有异议，成立", "an objection was upheld"),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "No such result."),
    };

    /// <summary>The chip's tone for a result.</summary>
    public static string Tone(NoticeResult result) => result is NoticeResult.ObjectionUpheld ? "bad" : "good";
}
