using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Web.Tests.Offices;

/// <summary>A test office with its pages: the real login, the real database, the office's own clock.</summary>
internal sealed class WebOffice : IAsyncDisposable
{
    public const string Password = "demo-2026-密码";

    private static readonly Lazy<string> PasswordHash = new(() =>
    {
        var options = new PasswordHasherOptions();
        Cheaply(options);
        return new PasswordHasher<Account>(Options.Create(options)).HashPassword(new Account(), Password);
    });

    private readonly WebApplication app;

    private WebOffice(TestOffice office, WebApplication app) => (Office, this.app) = (office, app);

    public TestOffice Office { get; }

    public static async Task<WebOffice> OpenAsync(
        OfficeWebOptions? options = null, Action<WebApplicationBuilder>? host = null, Action<IServiceCollection>? behind = null) =>
        await StartAsync(await TestOffice.OnSqliteAsync(more: behind), StorageProvider.Sqlite, options ?? new OfficeWebOptions(),
            host ?? (builder => builder.WebHost.UseTestServer()));

    /// <summary>The same on a database of its own on a real PostgreSQL.</summary>
    public static async Task<WebOffice> OpenOnPostgresAsync(PostgresCluster cluster) =>
        await StartAsync(await TestOffice.OnPostgresAsync(cluster), StorageProvider.Postgres, new OfficeWebOptions(), builder => builder.WebHost.UseTestServer());

    /// <summary>Whatever can be asked of the pages and the API.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>A browser in which nobody is logged in.</summary>
    public Browser Browse(string scheme = "http") => new(new HttpClient(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() })
    {
        BaseAddress = new Uri($"{scheme}://office.test"),
    });

    /// <summary>A browser in which the role's account is logged in.</summary>
    public async Task<Browser> BrowseAsAsync(OfficeRole role)
    {
        var browser = Browse();
        await browser.LogInAsync($"{role}");
        return browser;
    }

    /// <summary>A further account with roles, which can log in by its name.</summary>
    public Task<Guid> HireAsync(string name, params OfficeRole[] roles) => Office.ReadAsync(async db =>
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, SecurityStamp = name,
        };
        account.Hats.AddRange(roles.Select(role => new Hat { AccountId = account.Id, Role = role }));
        account.PasswordHash = PasswordHash.Value;
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });

    /// <summary>A browser in which the account of that name is logged in.</summary>
    public async Task<Browser> BrowseAsAsync(string userName)
    {
        var browser = Browse();
        await browser.LogInAsync(userName);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Office.DisposeAsync();
    }

    private static async Task<WebOffice> StartAsync(TestOffice office, StorageProvider provider, OfficeWebOptions options, Action<WebApplicationBuilder> host)
    {
        var connection = await office.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Test" });
        host(builder);
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services
            .AddRouting()
            .AddSingleton<TimeProvider>(office.Clock)
            .AddStorage(new StorageOptions(provider, connection))
            .AddSingleton(OfficeFiles.Open(TestOffice.Workflows, office.Clock.LocalTimeZone))
            .AddUseCases()
            .AddPlanSearching()
            .AddOfficeSteps()
            .AddEmbeddedEngine(steps => OfficeFiles.Definitions(TestOffice.Workflows, steps).OrThrow())
            .AddLetters(new ReminderOptions
            {
                Storage = new StorageOptions(provider, connection), PublicUrl = "http://office.test", WorkflowsFolder = TestOffice.Workflows,
                Mail = new MailOptions { Host = "127.0.0.1", From = "hr@example.cn" },
            })
            .AddOfficeWeb(options)
            .Configure<PasswordHasherOptions>(Cheaply);
        var app = builder.Build();
        app.MapOfficeWeb();
        await SetPasswordsAsync(office);
        await app.StartAsync();
        return new WebOffice(office, app);
    }

    private static Task<int> SetPasswordsAsync(TestOffice office) => office.ReadAsync(async db =>
    {
        foreach (var account in await db.Users.ToListAsync())
        {
            account.NormalizedUserName = account.UserName!.ToUpperInvariant();
            account.NormalizedEmail = account.Email?.ToUpperInvariant();
            account.LockoutEnabled = true;
            account.SecurityStamp = $"{account.Id:N}";
            account.PasswordHash = PasswordHash.Value;
        }

        return await db.SaveChangesAsync();
    });

    // Guessing is made slow on purpose; for a password that stands above it need not be.
    private static void Cheaply(PasswordHasherOptions hasher) => hasher.IterationCount = 1;
}
