using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

/// <summary>Whatever the office answers is looked at, as it is mapped: a form or an address that comes later is in it by itself.</summary>
public sealed partial class ForgeryTests
{
    // Of all roles at once, so that no right stands in front of what is tried here.
    private static readonly OfficeRole[] Everything = Enum.GetValues<OfficeRole>();

    [Fact]
    public async Task Nothing_that_acts_takes_a_request_that_another_site_could_send()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.HireAsync("everybody", Everything);
        using var browser = await office.BrowseAsAsync("everybody");
        await using var changes = await Changes.OfAsync(office);
        var acting = office.Endpoints.SelectMany(endpoint => Methods(endpoint).Where(method => method is not "GET" and not "HEAD").Select(method => (endpoint, method))).ToList();
        acting.Count.ShouldBeGreaterThan(200);
        foreach (var (endpoint, method) in acting)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Address(endpoint, []));
            request.Content = request.RequestUri!.OriginalString.StartsWith("/api", StringComparison.Ordinal)
                ? new StringContent("{}", null, "application/json")
                : new FormUrlEncodedContent([new("operation", $"{Guid.CreateVersion7()}"), new("userName", "Auditor"), new("password", WebOffice.Password)]);
            using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{method} {endpoint.RoutePattern.RawText}");
            (await Browser.WordsAsync(response)).ShouldMatch("X-Requested-With|没有收到完整的表单", $"{method} {endpoint.RoutePattern.RawText}");
            (await changes.AnyAsync()).ShouldBeFalse($"{method} {endpoint.RoutePattern.RawText} changed something");
        }
    }

    [Fact]
    public async Task Nothing_that_is_only_read_changes_anything()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var application = (await office.Office.ApplicationsAsync(round))[0];
        await office.HireAsync("everybody", Everything);
        using var browser = await office.BrowseAsAsync("everybody");
        Dictionary<string, string> known = new()
        {
            ["roundId"] = $"{round}", ["caseId"] = $"{application.CaseId}", ["applicationId"] = $"{application.Id}", ["accountId"] = $"{TestOffice.Of(OfficeRole.Teacher)}",
            ["name"] = "holidays-2026.json", ["file"] = "holidays-2026.json", ["clause"] = "R12", ["from"] = "1", ["to"] = "2", ["version"] = "1",
        };
        await using var changes = await Changes.OfAsync(office);
        (var shown, var addresses) = (0, office.Endpoints.Where(endpoint => Methods(endpoint).Contains("GET")).ToList());
        addresses.Count.ShouldBeGreaterThan(100);
        foreach (var endpoint in addresses)
        {
            var address = Address(endpoint, known);
            using var response = await browser.GetAsync(address);
            ((int)response.StatusCode).ShouldBeLessThan(500, address);
            shown += response.IsSuccessStatusCode ? 1 : 0;
            (await changes.AnyAsync()).ShouldBeFalse($"GET {endpoint.RoutePattern.RawText} changed something");
        }

        shown.ShouldBeGreaterThan(60);
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    private static string Address(RouteEndpoint endpoint, Dictionary<string, string> known) => Parameter().Replace($"/{endpoint.RoutePattern.RawText!.TrimStart('/')}",
        match => known.FirstOrDefault(one => one.Key.Equals(match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)).Value
            ?? (match.Groups["type"].Value is "int" ? "1" : $"{Guid.CreateVersion7()}"));

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(:(?<type>\w+))?[^}]*\}")]
    private static partial Regex Parameter();

    /// <summary>Tells by the database's own count whether anybody else has committed a change since it was last asked.</summary>
    private sealed class Changes(SqliteConnection connection) : IAsyncDisposable
    {
        private long version;

        public static async Task<Changes> OfAsync(WebOffice office)
        {
            var connection = new SqliteConnection(await office.Office.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!)));
            await connection.OpenAsync();
            var changes = new Changes(connection);
            await changes.AnyAsync();
            return changes;
        }

        public async Task<bool> AnyAsync()
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            var before = version;
            version = (long)(await command.ExecuteScalarAsync())!;
            return version != before;
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
