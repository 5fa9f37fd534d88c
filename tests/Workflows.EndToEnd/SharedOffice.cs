namespace Workflows.EndToEnd;

/// <summary>One office for the tests of a class that leave it as they found it, or don't mind what the others did. Opened by the first of them, as only a test can be skipped.</summary>
public sealed class SharedOffice : IAsyncDisposable
{
    private OfficeBrowser? browser;

    internal async Task<OfficeBrowser> OpenAsync() => browser ??= await OfficeBrowser.OpenAsync("navigation");

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
    }
}
