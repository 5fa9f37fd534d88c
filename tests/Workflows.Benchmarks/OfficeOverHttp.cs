using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes;
using Workflows.Processes.WorkItems;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing.Offices;
using Workflows.Web;

namespace Workflows.Benchmarks;

/// <summary>The office's own pages and API in Kestrel, on the database of an approving office, and an approver who is logged in.</summary>
internal sealed partial class OfficeOverHttp : IAsyncDisposable
{
    private const string UserName = "approver";
    private const string Password = "Shaxian-2026";

    private readonly WebApplication app;
    private readonly HttpClient http;

    private OfficeOverHttp(WebApplication app, int clients)
    {
        this.app = app;
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = clients })
        {
            BaseAddress = new Uri(app.Urls.Single()), DefaultRequestHeaders = { { "X-Requested-With", "benchmark" } },
        };
    }

    /// <summary>Opens it. The benchmark's own process isn't one that the office would open with, so the parts are put together here.</summary>
    public static async Task<OfficeOverHttp> OpenAsync(ApprovingOffice office, int clients)
    {
        await office.ReadAsync(db =>
        {
            db.Users.Add(Approver());
            return db.SaveChangesAsync();
        });
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddRouting()
            .AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions(StorageProvider.Postgres, office.ConnectionString))
            .AddSingleton(OfficeFiles.Open(TestOffice.Workflows, TimeZoneInfo.Utc))
            .AddUseCases()
            .AddOfficeSteps()
            .AddEmbeddedEngine(steps => DefinitionCatalogue.Load([Chain.File], steps).OrThrow())
            .AddLetters(ApprovingOffice.Letters)
            .AddOfficeWeb(new OfficeWebOptions { RateLimits = new() { AccountPerMinute = 1_000_000 } });
        var app = builder.Build();
        app.MapOfficeWeb();
        await app.StartAsync();
        var opened = new OfficeOverHttp(app, clients);
        await opened.LogInAsync();
        return opened;
    }

    /// <summary>One durable approval over the JSON API.</summary>
    public async Task ApproveAsync(Waiting waiting)
    {
        var command = new DecideWorkItem.Command(waiting.WorkItemId, waiting.Revision, Guid.CreateVersion7(), Outcomes.Approved, "同意");
        using var response = await http.PostAsync("/api/work-items/decide", JsonContent.Create(command, options: PolicyJson.Options));
        if (response.StatusCode is not HttpStatusCode.OK)
            throw new InvalidOperationException($"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task LogInAsync()
    {
        var token = Token().Match(await http.GetStringAsync("/login")).Groups["value"].Value;
        using var answer = await http.PostAsync("/session", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["userName"] = UserName, ["password"] = Password,
        }));
        if (answer.Headers.Location?.ToString() is not "/")
            throw new InvalidOperationException($"Not logged in: {answer.StatusCode} {answer.Headers.Location}");
    }

    private static Account Approver()
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = UserName, NormalizedUserName = UserName.ToUpperInvariant(), DisplayName = "审批人", Email = "approver@example.org",
            SecurityStamp = $"{Guid.CreateVersion7()}",
        };
        account.Hats.Add(new Hat { AccountId = account.Id, Role = OfficeRole.PersonnelBureau });
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        return account;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<value>[^"]*)""")]
    private static partial Regex Token();
}
