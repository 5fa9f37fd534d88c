using System.Net;
using System.Text.Json;

namespace Workflows.EndToEnd;

/// <summary>What mail links lead to, on the real worker: looking changes nothing however it is done, and a decision applies once however often it is posted.</summary>
public sealed class LinksInTheBrowser
{
    [Fact]
    public Task A_thousand_looks_at_links_change_nothing_and_a_hundred_posts_of_one_decision_apply_once() => OfficeBrowser.TellAsync("links", async browser =>
    {
        await (await browser.LogInAsync("hr")).PlanRoundAsync();
        var personnel = await browser.LogInAsync("personnel");
        await personnel.OpenItemAsync("三部门会签编制与岗位");
        var auditor = await browser.LogInAsync("auditor");
        using var http = await ClientAsync(personnel, browser.Address);
        using var audit = await ClientAsync(auditor, browser.Address);
        var @case = new Uri(personnel.Page.Url).AbsolutePath;
        var form = await FormAsync(personnel);

        var before = await StateAsync(http, audit, @case);
        await LookAsync(http, @case, form.Action);
        (await StateAsync(http, audit, @case)).ShouldBe(before);

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => http.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields), Ct)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        var decided = await PartsAsync(http, @case);
        decided.Count(outcome => outcome == "Approved").ShouldBe(1);
        decided.Count(outcome => outcome is null).ShouldBe(2);
        await auditor.Page.GotoAsync(@case.Replace("/cases/", "/audit/", StringComparison.Ordinal));
        (await auditor.Page.Locator("tbody tr").Filter(new() { HasText = "邓丽华" }).CountAsync()).ShouldBe(1);
        await auditor.LookAsync("audit-case");
    });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<HttpClient> ClientAsync(PersonAtWork person, Uri address)
    {
        var cookies = string.Join("; ", (await person.Page.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}"));
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Cookie", cookies);
        return client;
    }

    // As people open them, as mail scanners ask for them, and as browsers fetch them ahead; also at addresses that only take forms.
    private static async Task LookAsync(HttpClient http, string @case, string form)
    {
        string[] links = [@case, "/", $"{@case}?lang=en", form, $"{form}/claim", $"{form}/take-back", $"{@case}/terminate", $"{@case}/read", "/inbox/decide", "/session"];
        for (var number = 0; number < 1000; number += 10)
        {
            var answers = await Task.WhenAll(Enumerable.Range(number, 10).Select(one => http.SendAsync(Look(one, links[one % links.Length]), Ct)));
            answers.ShouldAllBe(answer => answer.StatusCode != HttpStatusCode.InternalServerError);
        }
    }

    private static HttpRequestMessage Look(int number, string link)
    {
        var look = new HttpRequestMessage(number / 10 % 3 == 1 ? HttpMethod.Head : HttpMethod.Get, link);
        if (number / 10 % 3 == 2)
            look.Headers.Add("Sec-Purpose", "prefetch;prerender");
        return look;
    }

    private static async Task<(string Case, string Record)> StateAsync(HttpClient http, HttpClient audit, string @case)
    {
        var record = await audit.GetStringAsync(@case.Replace("/cases/", "/audit/", StringComparison.Ordinal), Ct);
        var from = record.IndexOf("<tbody", StringComparison.Ordinal);
        return (await http.GetStringAsync($"/api{@case}", Ct), record[from..record.IndexOf("</tbody>", from, StringComparison.Ordinal)]);
    }

    private static async Task<IReadOnlyList<string?>> PartsAsync(HttpClient http, string @case)
    {
        using var view = JsonDocument.Parse(await http.GetStringAsync($"/api{@case}", Ct));
        return
        [
            .. view.RootElement.GetProperty("items")[0].GetProperty("parts").EnumerateArray()
                .Select(part => part.TryGetProperty("outcome", out var outcome) ? outcome.GetString() : null),
        ];
    }

    private static async Task<(string Action, Dictionary<string, string> Fields)> FormAsync(PersonAtWork person)
    {
        var form = person.Page.Locator("form:has(button[name=outcome])").First;
        var fields = await form.EvaluateAsync<Dictionary<string, string>>("form => Object.fromEntries(new FormData(form))");
        fields["outcome"] = "Approved";
        return ((await form.GetAttributeAsync("action"))!, fields);
    }
}
