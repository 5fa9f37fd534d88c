using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Benchmarks;

/// <summary>The hand-written approval behind an endpoint that does nothing else: no login, no rights, no refusals in words.</summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private BareEndpoint(WebApplication app, int clients)
    {
        this.app = app;
        http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public static async Task<BareEndpoint> OpenAsync(HandWrittenSql sql, int clients)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/approve", async context =>
        {
            await sql.ApproveAsync(await context.Request.ReadFromJsonAsync<Waiting>());
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        await app.StartAsync();
        return new BareEndpoint(app, clients);
    }

    public async Task ApproveAsync(Waiting waiting)
    {
        using var response = await http.PostAsync("/approve", JsonContent.Create(waiting));
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }
}
