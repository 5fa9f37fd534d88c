namespace Workflows.Worker.Hosting;

/// <summary>Puts the pages and the API into the host.</summary>
internal static class Pages
{
    /// <summary>The host with its pages.</summary>
    public static WebApplication WithPages(this WebApplication app) => app;
}
