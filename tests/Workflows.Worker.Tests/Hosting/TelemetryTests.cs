using System.CommandLine;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.Hiring;
using Workflows.Processes.WorkItems;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Sending;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Worker.Commands;
using Workflows.Worker.Demo;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Tests.Hosting;

/// <summary>The demo's whole office, telling a real receiver of its work over the wire.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public async Task A_decision_is_counted_and_followed_to_its_steps_and_its_mail_and_nobody_is_named()
    {
        await using var receiver = await OtlpReceiver.OpenAsync();
        var folder = Directory.CreateDirectory(ScratchFolder.NameFor("telemetry")).FullName;
        Guid @case;
        await using (var app = await OpenAsync(folder, receiver.Address))
        {
            @case = await CountersignAsync(app.Urls.Single());
            await SendAsync(app.Services);
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        foreach (var metric in (string[])["workflows.decisions", "workflows.letters", "workflows.use_case.duration", "workflows.letters.oldest_due.age", "workflows.letters.waiting",
            "workflows.letters.leased", "workflows.cases.lagging", "workflows.cases.oldest_due.age", "workflows.searches.running", "workflows.sending.closed",
            "http.server.request.duration", "dotnet.gc.collections"])
            receiver.Metrics.ShouldContain(metric);
        receiver.Tag("workflows.decisions", "outcome").ShouldBe([Outcomes.Approved]);
        receiver.Tag("workflows.use_case.duration", "result").ShouldBe(["Done", "NotAllowed"], ignoreOrder: true);

        var spans = receiver.Spans;
        var decision = spans.Single(span => span.Name == nameof(DecideWorkItem) && span.Tags["workflows.result"] == "Done");
        decision.Tags["workflows.case"].ShouldBe($"{@case}");
        spans.ShouldContain(span => span.Name == "RequestDecision" && span.Tags["workflows.case"] == $"{@case}");
        spans.ShouldContain(span => span.Name == "letter" && span.Tags.GetValueOrDefault("workflows.case") == $"{@case}");
        spans.Count(span => span.Trace == decision.Trace).ShouldBeGreaterThan(1, "the request's own span is in the trace");

        var everything = receiver.Everything;
        foreach (var person in DemoOffice.People)
            everything.ShouldNotContain(person.Name);
        foreach (var personal in (string[])["王建国", "@example", DemoOffice.Password, "calendar-secret", "350427"])
            everything.ShouldNotContain(personal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Telemetry:Endpoint", "somewhere", "Telemetry:Endpoint “somewhere”")]
    [InlineData("Telemetry:EverySeconds", "0", "Telemetry:EverySeconds “0”")]
    [InlineData("RateLimits:LoginsPerMinute", "many", "RateLimits:LoginsPerMinute “many”")]
    [InlineData("Login:LongestHours", "169", "Login:LongestHours “169”")]
    public void What_cannot_be_used_stops_the_start_with_a_sentence(string setting, string value, string sentence) =>
        Should.Throw<SettingsException>(() => OfficeSettings.Read(new Microsoft.Extensions.Configuration.ConfigurationManager
        {
            ["ConnectionStrings:Workflows"] = "Data Source=office.db", [setting] = value,
        }, AppContext.BaseDirectory)).Message.ShouldContain(sentence);

    private static async Task<WebApplication> OpenAsync(string folder, string receiver)
    {
        var parsed = new RootCommand { CommonOptions.AsOf, CommonOptions.WorkflowsFolder, DemoCommand.Create() }
            .Parse(["--workflows", Path.Combine(AppContext.BaseDirectory, "workflows"), "demo"]);
        var clock = new AdjustableClock(TimeProvider.System, OfficeSettings.DefaultZone);
        clock.GoTo(new DateOnly(2026, 9, 7));
        var builder = OfficeHost.Prepare(parsed, (_, _) => clock, DemoOffice.Pages, new Dictionary<string, string?>(DemoOffice.Settings(folder, "http://127.0.0.1:0", null))
        {
            ["Telemetry:Endpoint"] = receiver, ["Telemetry:EverySeconds"] = "1",
        });
        var app = builder.Build();
        await DemoOffice.FoundAsync(app.Services, TestContext.Current.CancellationToken);
        var opened = new TaskCompletionSource();
        _ = OfficeHost.RunAsync(app, () => Task.FromResult(opened.TrySetResult()), TestContext.Current.CancellationToken);
        await opened.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return app;
    }

    // HR plans a round and hands it in; an office signs; a name is looked for, a calendar's address tried, and a teacher asks for what isn't theirs.
    private static async Task<Guid> CountersignAsync(string address)
    {
        var round = Guid.Parse((await AskAsync(address, "hr", "/rounds", new PlanRound.Command(Guid.CreateVersion7(), "2026-1", Plans.Usual))).GetProperty("id").GetString()!);
        await AskAsync(address, "hr", "/rounds/submit", new SubmitRound.Command(Guid.CreateVersion7(), round));
        using var personnel = await LogInAsync(address, "personnel");
        await personnel.GetAsync(new Uri("/roster?find=王建国", UriKind.Relative));
        await personnel.GetAsync(new Uri("/calendar/calendar-secret.ics", UriKind.Relative));
        var item = JsonDocument.Parse(await personnel.GetStringAsync(new Uri("/api/inbox", UriKind.Relative))).RootElement.EnumerateArray().First();
        var decide = new DecideWorkItem.Command(item.GetProperty("id").GetGuid(), item.GetProperty("revision").GetInt64(), Guid.CreateVersion7(), Outcomes.Approved, "王建国同意");
        await AskAsync(address, "personnel", "/work-items/decide", decide);
        (await AskAsync(address, "teacher", "/work-items/decide", decide with { OperationId = Guid.CreateVersion7() })).GetProperty("refusal").GetString().ShouldBe("NotAllowed");
        return item.GetProperty("caseId").GetGuid();
    }

    private static async Task SendAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlanLetters>().RunAsync(CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<SendLetters>().RunAsync(CancellationToken.None);
    }

    private static async Task<JsonElement> AskAsync(string address, string userName, string path, object command)
    {
        using var http = await LogInAsync(address, userName);
        using var response = await http.PostAsync($"/api{path}", JsonContent.Create(command, command.GetType(), options: PolicyJson.Options));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<HttpClient> LogInAsync(string address, string userName)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(address), DefaultRequestHeaders = { { "X-Requested-With", "test" } },
        };
        var token = Token().Match(await http.GetStringAsync(new Uri("/login", UriKind.Relative))).Groups["value"].Value;
        using var entered = await http.PostAsync("/session", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["userName"] = userName, ["password"] = DemoOffice.Password,
        }));
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return http;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]*)""")]
    private static partial Regex Token();
}
