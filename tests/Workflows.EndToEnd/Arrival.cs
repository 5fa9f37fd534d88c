using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>Coming to a page.</summary>
internal static class Arrival
{
    private const float LongestWait = 30_000;

    /// <summary>
    /// Waits until the window is at an address that the pattern fits. Not for the page's load as well: a load that ends at the very moment in which
    /// Playwright begins to wait for it is waited for in vain. What is on the page is looked for next, and that waits by itself.
    /// </summary>
    public static Task ArriveAsync(this IPage page, string pattern) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = LongestWait });
}
