using System.Net;
using System.Text.RegularExpressions;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

/// <summary>What a page loads besides itself.</summary>
public sealed partial class PageFileTests
{
    [Fact]
    public async Task Every_file_that_a_page_names_is_served_and_may_be_kept_for_ever()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        var named = Named().Matches(await browser.ReadAsync("/login")).Select(match => match.Groups["path"].Value).ToList();
        named.Select(path => path.Split('?')[0]).ShouldBe(["/office.css", "/_framework/blazor.web.js", "/office.js"]);
        foreach (var path in named)
        {
            using var file = await browser.GetAsync(path);
            file.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            file.Headers.CacheControl!.ToString().ShouldContain("immutable");
            (await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length.ShouldBeGreaterThan(100);
        }
    }

    [GeneratedRegex("""(?:src|href)="(?<path>/[^"]*\?v=[0-9a-f]{12})""")]
    private static partial Regex Named();
}
