using System.Net;
using Microsoft.AspNetCore.Routing;
using Workflows.Personnel.Cases;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

/// <summary>What somebody sends who means no good, and what comes of it: an answer, and nothing kept.</summary>
public sealed class HostileInputTests
{
    [Fact]
    public async Task A_character_zero_is_refused_wherever_text_comes_in()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        foreach (var address in (string[])["/roster?find=%00", "/accounts?find=a%00b", "/mail?find=%00"])
            (await hr.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, address);
        using var form = await hr.SubmitAsync($"/cases/{@case}", $"/cases/{@case}/comments", new() { ["words"] = "a\0b", ["text"] = "a\0b" });
        form.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/cases/comments")
        {
            Content = new StringContent($$"""{"operationId":"{{Guid.CreateVersion7()}}","caseId":"{{@case}}","text":"a\u0000b"}""", null, "application/json"),
            Headers = { { "X-Requested-With", "test" } },
        };
        using var json = await hr.Http.SendAsync(request, TestContext.Current.CancellationToken);
        json.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await office.Office.ReadAsync(db => Task.FromResult(db.CaseComments.Any()))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_form_of_thousands_of_fields_is_a_bad_request_and_no_error()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var response = await browser.PostAsync(Browser.Form.On(await browser.ReadAsync("/deputies"), "/deputies"), Enumerable.Range(0, 2000).ToDictionary(n => $"field{n}", _ => "x"));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_host_that_a_request_names_leads_nobody_away()
    {
        await using var office = await WebOffice.OpenAsync();
        using var stranger = office.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var response = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.Headers.Location!.ToString().ShouldBe("/login?returnUrl=%2F");
    }

    [Fact]
    public async Task No_body_whatever_it_lacks_breaks_the_API()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.HireAsync("everybody", Enum.GetValues<OfficeRole>());
        using var browser = await office.BrowseAsAsync("everybody");
        var broken = new List<string>();
        foreach (var path in office.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}").Where(path => path.StartsWith("/api", StringComparison.Ordinal)))
        {
            foreach (var body in (string[])["null", "{}", $$"""{"operationId":"{{Guid.CreateVersion7()}}"}"""])
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, "application/json"), Headers = { { "X-Requested-With", "test" } } };
                using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
                if ((int)response.StatusCode >= 500)
                    broken.Add($"{path} {body[..Math.Min(20, body.Length)]}: {response.StatusCode}");
            }
        }

        broken.ShouldBeEmpty();
    }
}
