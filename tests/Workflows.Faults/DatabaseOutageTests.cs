using System.Net;
using System.Text.Json;
using Workflows.Testing;
using Workflows.Worker.Demo;

namespace Workflows.Faults;

/// <summary>The database comes late, or goes away for a while: the worker says so, and goes on by itself.</summary>
public sealed class DatabaseOutageTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly PostgresCluster cluster = PostgresCluster.WithoutFsync();
    private readonly DataFolder folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_database_says_so_and_opens_when_it_is_there()
    {
        var connection = await FoundAsync();
        await cluster.CrashAsync();
        await using var office = await OfficeProcess.RunAsync(folder.Path, connection, isOpen: false);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Address };
        await ShouldBeAwayAsync(http, "正在连接数据库");
        office.Output.ShouldNotContain("The job", customMessage: "nothing is woken before the office is open");
        office.Output.ShouldNotContain("   at ", customMessage: "a database that isn't there yet is no bug");

        await cluster.StartAgainAsync();
        await UntilAsync(http, "/health", HttpStatusCode.OK);
        (await http.GetAsync("/login", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/", Ct)).StatusCode.ShouldBe(HttpStatusCode.Found, "to the login page");
    }

    [Fact]
    public async Task While_the_database_is_away_somebody_logged_in_reads_so_and_afterwards_is_still_logged_in()
    {
        var connection = await FoundAsync();
        await using var office = await OfficeProcess.RunAsync(folder.Path, connection);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Address };
        await http.SubmitAsync("/login", "/session", new() { ["userName"] = "hr", ["password"] = DemoOffice.Password });
        (await http.GetAsync("/", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await cluster.CrashAsync();
        await ShouldBeAwayAsync(http, "数据库连接不上");
        http.DefaultRequestHeaders.Add("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den");
        (await WordsAsync(await http.GetAsync("/", Ct))).ShouldContain("Connecting to the database");

        await cluster.StartAgainAsync();
        await UntilAsync(http, "/", HttpStatusCode.OK);
        await UntilAsync(http, "/health", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_schema_that_the_worker_does_not_know_ends_it_with_a_sentence()
    {
        var connection = await cluster.CreateDatabaseAsync();
        var ended = await Should.ThrowAsync<InvalidOperationException>(() => OfficeProcess.RunAsync(folder.Path, connection));
        ended.Message.ShouldContain("ended with 2");
        ended.Message.ShouldContain("Run migrate first.");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The sample college in a database, left by a demo that has ended.</summary>
    private async Task<string> FoundAsync()
    {
        var connection = await cluster.CreateDatabaseAsync();
        await using var demo = await OfficeProcess.DemoAsync(folder.Path, connection);
        return connection;
    }

    private static async Task ShouldBeAwayAsync(HttpClient http, string why)
    {
        var page = await http.GetAsync("/", Ct);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(10));
        (await WordsAsync(page)).ShouldContain("正在连接数据库");

        var api = await http.GetAsync("/api/inbox", Ct);
        api.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        var health = await http.GetAsync("/health", Ct);
        health.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var database = JsonDocument.Parse(await health.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("database");
        database.GetProperty("isWell").GetBoolean().ShouldBeFalse();
        database.GetProperty("zh").GetString().ShouldBe(why);
    }

    private static async Task<string> WordsAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));

    private static async Task UntilAsync(HttpClient http, string path, HttpStatusCode status)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Patience);
        while ((await http.GetAsync(path, limit.Token)).StatusCode != status)
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
    }
}
