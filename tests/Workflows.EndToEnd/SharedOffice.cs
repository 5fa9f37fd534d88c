namespace Workflows.EndToEnd;

/// <summary>
/// One office and browser for tests that don't mind what the others of their class did in it. The first test opens it, not the class, as only a test can
/// be skipped where no browser is installed.
/// </summary>
public sealed class SharedOffice : IAsyncDisposable
{
    private OfficeBrowser? browser;

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }

    internal async Task<OfficeBrowser> OpenAsync() => browser ??= await OfficeBrowser.OpenAsync("navigation");
}
