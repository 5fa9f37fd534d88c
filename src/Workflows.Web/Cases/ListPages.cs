using Workflows.Personnel.Lists;
using Workflows.Personnel.Rotation;

namespace Workflows.Web.Cases;

/// <summary>Where the pages of lists are.</summary>
internal static class ListPages
{
    /// <summary>The page on which a teacher confirms a line or objects to it.</summary>
    public static string Line(ListLine line) => line is RotationLine ? $"/rotation/lines/{line.Id}" : $"/secondment/lines/{line.Id}";
}
