using Workflows.Personnel.Hiring;
using Workflows.Policy.Titles;

namespace Workflows.Processes.Reports;

/// <summary>Levels of posts, said as levels of titles.</summary>
internal static class StaffLevels
{
    /// <summary>The level of title that a post of a level asks for; null for none.</summary>
    public static TitleLevel? Title(PostLevel? level) => level switch
    {
        PostLevel.Senior => TitleLevel.Senior,
        PostLevel.Intermediate => TitleLevel.Intermediate,
        PostLevel.Junior => TitleLevel.Junior,
        _ => null,
    };
}
