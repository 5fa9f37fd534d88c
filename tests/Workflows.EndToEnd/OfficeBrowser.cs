using Microsoft.Playwright;
using Workflows.Testing;

namespace Workflows.EndToEnd;

/// <summary>A real browser in the office; everybody who logs in has a window of their own. Screenshots are numbered in the order of the story.</summary>
internal sealed class OfficeBrowser : IAsyncDisposable
{
    /// <summary>The variable by which somebody asks for pictures; they take a third of the time, and nobody looks at those of every run.</summary>
    private const string Pictures = "WORKFLOWS_PICTURES";

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string folder;
    private int screenshots;

    private OfficeBrowser(IPlaywright playwright, IBrowser browser, Uri address, string folder) =>
        (this.playwright, this.browser, Address, this.folder) = (playwright, browser, address, folder);

    /// <summary>Whether somebody asks for pictures.</summary>
    public static bool TakesPictures => Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 };

    /// <summary>Where the office's pages are.</summary>
    public Uri Address { get; }

    /// <summary>What axe found on the pages that were looked at: barriers for people who use a keyboard or a screen reader.</summary>
    public List<string> Barriers { get; } = [];

    public static async Task<OfficeBrowser> StartAsync(Uri address, string story)
    {
        var program = Chromium.Find();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Chromium.Arguments });
        var folder = Path.Combine(AppContext.BaseDirectory, "screenshots", story);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return new OfficeBrowser(playwright, browser, address, Directory.CreateDirectory(folder).FullName);
    }

    /// <summary>Somebody logs in at their desk; their browser may be one that runs no scripts.</summary>
    public async Task<PersonAtWork> LogInAsync(string userName, bool runsScripts = true)
    {
        var page = await TryLogInAsync(userName, runsScripts);
        await page.ArriveAsync("^(?!.*/login)");
        return new PersonAtWork(page, this);
    }

    /// <summary>Somebody tries to log in; the page to which that led.</summary>
    public async Task<IPage> TryLogInAsync(string userName, bool runsScripts = true)
    {
        var window = await browser.NewContextAsync(new()
        {
            BaseURL = Address.AbsoluteUri, ViewportSize = new() { Width = 1366, Height = 768 }, JavaScriptEnabled = runsScripts,
        });
        window.SetDefaultTimeout(30_000);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/login");
        await page.FillAsync("input[name=userName][required]", userName);
        await page.FillAsync("input[name=password][required]", "Shaxian-2026");
        await page.ClickAsync("form.stack button[type=submit]");
        return page;
    }

    /// <summary>Keeps what the page looks like now, where pictures are asked for.</summary>
    public async Task KeepAsync(IPage page, string name)
    {
        if (TakesPictures)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{++screenshots:00}-{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
