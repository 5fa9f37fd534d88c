using System.Net;
using System.Text.RegularExpressions;
using Workflows.Testing;
using Workflows.Worker.Demo;

namespace Workflows.Faults;

/// <summary>Posts the forms of pages, as a browser without scripts does.</summary>
internal static partial class PageForms
{
    /// <summary>Somebody of the demo who has logged in at a node and may ask its API; every other node of the same database knows them too.</summary>
    public static async Task<HttpClient> LoggedInAsync(this OfficeProcess node, string userName)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = node.Address, DefaultRequestHeaders = { { "X-Requested-With", "test" } } };
        await http.SubmitAsync("/login", "/session", new() { ["userName"] = userName, ["password"] = DemoOffice.Password });
        return http;
    }

    /// <summary>Posts the page's form with that action, with its hidden fields and the given ones; it must be answered by a redirect.</summary>
    public static Task SubmitAsync(this HttpClient http, string page, string action, Dictionary<string, string> fields) =>
        http.SubmitAsync(http.BaseAddress!, page, action, fields);

    /// <summary>Posts a form of one of several nodes.</summary>
    public static async Task SubmitAsync(this HttpClient http, Uri node, string page, string action, Dictionary<string, string> fields)
    {
        var form = Forms().Matches(await PageAsync(http, new Uri(node, page))).First(match => match.Groups["action"].Value == action).Value;
        foreach (Match hidden in Hidden().Matches(form))
            fields.TryAdd(hidden.Groups["name"].Value, WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        using var response = await http.PostAsync(new Uri(node, action), new FormUrlEncodedContent(fields));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther, action);
        response.Headers.Location!.ToString().ShouldNotContain("failed");
    }

    // After a strike against the database the first question may meet a connection that it broke; people ask again.
    private static async Task<string> PageAsync(HttpClient http, Uri page)
    {
        while (true)
        {
            try
            {
                return await http.GetStringAsync(page);
            }
            catch (HttpRequestException away) when (away.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]*)"[\s\S]*?</form>""")]
    private static partial Regex Forms();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""")]
    private static partial Regex Hidden();
}
