namespace Workflows.Web.Secondment;

/// <summary>The planner's page with what is asked of it: all of it stands in the address.</summary>
internal static class PlannerAddress
{
    /// <summary>The page of a plan.</summary>
    /// <param name="from">The first semester.</param>
    /// <param name="semesters">How many.</param>
    /// <param name="pins">What is held fast, as it is written in the address.</param>
    /// <param name="searchId">The long search whose plan is shown; null for a plan that the page makes itself.</param>
    public static string Of(string from, int semesters, IEnumerable<string> pins, Guid? searchId = null) =>
        $"/secondment/planner?from={Uri.EscapeDataString(from)}&semesters={semesters}" + string.Concat(pins.Select(pin => $"&pin={Uri.EscapeDataString(pin)}"))
            + (searchId is { } search ? $"&search={search}" : "");
}
