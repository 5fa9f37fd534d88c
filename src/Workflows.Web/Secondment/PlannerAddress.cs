namespace Workflows.Web.Secondment;

/// <summary>A planner's page with what is asked of it: all of it stands in the address.</summary>
internal static class PlannerAddress
{
    /// <summary>The page on which secondments are planned.</summary>
    public const string Secondments = "/secondment/planner";

    /// <summary>The page on which rotations are planned.</summary>
    public const string Rotations = "/rotation/planner";

    /// <summary>The page of a plan.</summary>
    /// <param name="page">The planner's page.</param>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="pins">What is held fast, as it is written in the address.</param>
    /// <param name="searchId">The long search whose plan is shown; null for a plan that the page makes itself.</param>
    public static string Of(string page, string from, int semesters, IEnumerable<string> pins, Guid? searchId = null) =>
        $"{page}?from={Uri.EscapeDataString(from)}&semesters={semesters}" + string.Concat(pins.Select(pin => $"&pin={Uri.EscapeDataString(pin)}"))
            + (searchId is { } search ? $"&search={search}" : "");
}
