using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Storage;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class ReadingTests
{
    [Fact]
    public async Task A_thousand_pages_read_asked_for_or_fetched_ahead_change_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var @case = (await office.Office.RoundAsync(round)).CaseId;
        var applications = await office.Office.ApplicationsAsync(round);
        string[] paths =
        [
            "/", "/?tab=done", "/?tab=mine", "/?tab=copies", "/?find=x&due=week&role=HumanResources&kind=hiring-round", "/deputies", "/orphans",
            "/accounts", $"/accounts/{TestOffice.Of(OfficeRole.Teacher)}", "/api/questions", "/api/copies", "/api/orphans", "/api/deputyships",
            "/api/accounts", "/rounds", "/roster", $"/rounds/{round}", "/mail", "/audit", "/operations", "/status", "/health", "/openapi/v1.json", "/api/inbox",
            $"/cases/{@case}", $"/audit/{@case}", $"/kinship/{round}", $"/api/rounds/{round}", $"/api/cases/{@case}",
            .. applications.Select(application => $"/cases/{application.CaseId}"), "/nowhere", $"/cases/{@case}/items/{Guid.Empty}",
        ];
        var browsers = new List<Browser>();
        foreach (var role in Enum.GetValues<OfficeRole>())
            browsers.Add(await office.BrowseAsAsync(role));
        var before = await office.Office.ReadAsync(ContentAsync);
        for (var read = 0; read < 1000; read++)
        {
            using var look = Look(read, paths[read / browsers.Count % paths.Length]);
            using var response = await browsers[read % browsers.Count].Http.SendAsync(look, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        }

        (await office.Office.ReadAsync(ContentAsync)).ShouldBe(before);
        foreach (var browser in browsers)
            browser.Dispose();
    }

    // As people read, as mail scanners look whether a link is there, and as browsers fetch what might be wanted next.
    private static HttpRequestMessage Look(int number, string path)
    {
        var look = new HttpRequestMessage(number % 3 == 1 ? HttpMethod.Head : HttpMethod.Get, path);
        if (number % 3 == 2)
            look.Headers.Add("Sec-Purpose", "prefetch;prerender");
        return look;
    }

    [Fact]
    public async Task The_hash_of_the_tables_notices_a_change()
    {
        await using var office = await WebOffice.OpenAsync();
        var before = await office.Office.ReadAsync(ContentAsync);
        await office.Office.SubmitAsync(Plans.Usual);
        (await office.Office.ReadAsync(ContentAsync)).ShouldNotBe(before);
    }

    [Fact]
    public async Task The_auditor_is_told_that_a_record_was_tampered_with()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await browser.ReadAsync($"/audit/{@case}")).ShouldContain("记录链完整");
        await office.Office.ReadAsync(db => db.Cases.Where(one => one.Id == @case)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AuditLength, 9)));
        (await browser.ReadAsync($"/audit/{@case}")).ShouldContain("条起不符");
    }

    private static async Task<string> ContentAsync(WorkflowsDb db)
    {
        var text = new StringBuilder();
        await using var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name";
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                tables.Add(reader.GetString(0));
        }

        tables.Count.ShouldBeGreaterThan(15);
        foreach (var table in tables)
            await AppendAsync(connection, table, text);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static async Task AppendAsync(System.Data.Common.DbConnection connection, string table, StringBuilder text)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database's own list of tables.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        text.Append(table).Append('\n');
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            for (var column = 0; column < reader.FieldCount; column++)
                text.Append(reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(column)).Append('|');
            text.Append('\n');
        }
    }
}
