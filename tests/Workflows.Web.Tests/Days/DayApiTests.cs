using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Days;

/// <summary>The day ledger over the API.</summary>
public sealed class DayApiTests
{
    [Fact]
    public async Task A_day_is_logged_verified_and_found_over_the_API()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.Office.GoToAsync("2026-09-15 16:00");
        var person = await office.Office.KeepLedgerAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var line = new { personId = person, on = "2026-09-15", school = DayOffice.Rural, kind = "ResearchActivity", isHalf = true, note = "" };
        var (status, logged) = await PostAsync(hr, "/api/days", new { operationId = Guid.CreateVersion7(), line });
        (status, logged.GetProperty("done").GetBoolean()).ShouldBe((HttpStatusCode.OK, true));
        (await PostAsync(hr, "/api/days", new { operationId = Guid.CreateVersion7(), line })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        using var school = await office.BrowseAsAsync(OfficeRole.School);
        var waiting = await GetAsync(school, "/api/days/waiting");
        waiting.GetArrayLength().ShouldBe(1);
        var entries = new[] { new { entryId = waiting[0].GetProperty("id").GetGuid(), version = 0 } };
        (await PostAsync(school, "/api/days/verify", new { operationId = Guid.CreateVersion7(), entries })).Status.ShouldBe(HttpStatusCode.OK);

        var finding = (await GetAsync(hr, "/api/days/findings"))[0];
        finding.GetProperty("finding").GetProperty("actual").GetDecimal().ShouldBe(0.5m);
        finding.GetProperty("finding").GetProperty("reason").GetString().ShouldBe("Behind");
        finding.GetProperty("explanation").GetProperty("zh").GetString()!.ShouldStartWith("已核实 0.5 天");
        (await GetAsync(hr, $"/api/days/{person}"))[0].GetProperty("state").GetString().ShouldBe("Verified");
        using var forbidden = await school.GetAsync($"/api/days/{person}");
        forbidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(Browser browser, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Requested-With", "test");
        using var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonElement> GetAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
