using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Workflows.Web.Tests.Offices;

/// <summary>A browser without JavaScript: follows no redirect by itself, keeps cookies, posts the forms it finds on a page.</summary>
internal sealed partial class Browser(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>Gets a page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"GET {path}");
        return await WordsAsync(response);
    }

    /// <summary>
    /// What an answer says: Chinese as characters, which the renderer writes as numbers; markup and its escapes as they came.
    /// </summary>
    public static async Task<string> WordsAsync(HttpResponseMessage response) => Numbered().Replace(
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        match => ((char)int.Parse(match.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(path, TestContext.Current.CancellationToken);

    public async Task LogInAsync(string userName, string password = WebOffice.Password)
    {
        using var response = await SubmitAsync("/login", "/session", new() { ["userName"] = userName, ["password"] = password });
        response.Headers.Location?.ToString().ShouldBe("/");
    }

    /// <summary>Opens a page and posts the form on it whose action ends so, with its hidden fields and the given ones.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, Dictionary<string, string> fields) =>
        await PostAsync(Form.On(await ReadAsync(page), action), fields);

    /// <summary>Posts a form that was read before; posting it again is a double click.</summary>
    public Task<HttpResponseMessage> PostAsync(Form form, Dictionary<string, string> fields)
    {
        var all = new Dictionary<string, string>(form.Fields);
        foreach (var (name, value) in fields)
            all[name] = value;
        return http.PostAsync(form.Action, new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>Submits, then reads the page that the answer leads to.</summary>
    public async Task<string> SubmitAndReadAsync(string page, string action, Dictionary<string, string> fields)
    {
        using var response = await SubmitAsync(page, action, fields);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return await ReadAsync(response.Headers.Location!.ToString());
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("&#x(?<hex>[3-9A-F][0-9A-F]{3});")]
    private static partial Regex Numbered();

    /// <summary>A form as it stands on a page.</summary>
    internal sealed partial record Form(string Action, Dictionary<string, string> Fields)
    {
        public static Form On(string html, string action)
        {
            var form = Forms().Matches(html).FirstOrDefault(match => WebUtility.HtmlDecode(match.Groups["action"].Value).EndsWith(action,
                StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"The page has no form to {action}.");
            var fields = Hidden().Matches(form.Value).ToDictionary(
                match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
            return new Form(WebUtility.HtmlDecode(form.Groups["action"].Value), fields);
        }

        [GeneratedRegex("""<form method="post"[^>]*action="(?<action>[^"]*)"[\s\S]*?</form>""")]
        private static partial Regex Forms();

        [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"\s*/?>""")]
        private static partial Regex Hidden();
    }
}
