using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Workflows.Testing;

namespace Workflows.EndToEnd;

/// <summary>
/// The demo's office on the real worker and a real browser in it, for one story. Everybody who logs in has a window of their own. Screenshots are
/// numbered in the order of the story.
/// </summary>
internal sealed class OfficeBrowser : IAsyncDisposable
{
    /// <summary>The variable by which somebody asks for pictures; they take a third of the time, and nobody looks at those of every run.</summary>
    private const string Pictures = "WORKFLOWS_PICTURES";

    private const string Violations = """
        axe.run({ resultTypes: ["violations"] }).then(found =>
            found.violations.map(one => `${one.id} ${one.help} at ${one.nodes.map(node => node.target).join(" ")}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly string pictures;
    private int screenshots;

    private OfficeBrowser(IPlaywright playwright, IBrowser browser, OfficeProcess office, string folder, string pictures) =>
        (this.playwright, this.browser, Office, Folder, this.pictures) = (playwright, browser, office, folder, pictures);

    /// <summary>Whether somebody asks for pictures.</summary>
    public static bool TakesPictures => Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 };

    /// <summary>The office's worker.</summary>
    public OfficeProcess Office { get; }

    /// <summary>Where the office's pages are.</summary>
    public Uri Address => Office.Address;

    /// <summary>The office's data and mail; the story may put files of its own here.</summary>
    public string Folder { get; }

    /// <summary>What axe found on the pages that were looked at: barriers for people who use a keyboard or a screen reader.</summary>
    public List<string> Barriers { get; } = [];

    /// <summary>Tells a story from the office's first day, and sees that no page in it had a barrier. If it fails, what the office printed is said too.</summary>
    /// <param name="story">Its name, for folders.</param>
    /// <param name="tell">What happens.</param>
    /// <param name="day">The day on which it begins.</param>
    /// <param name="connection">The database; a file of its own where none is given.</param>
    public static async Task TellAsync(string story, Func<OfficeBrowser, Task> tell, string day = FoundedOffice.Day, string? connection = null)
    {
        await using var browser = await OpenAsync(story, day, connection);
        try
        {
            await tell(browser);
        }
        catch
        {
            TestContext.Current.TestOutputHelper?.WriteLine(browser.Office.Output);
            throw;
        }

        browser.Barriers.ShouldBeEmpty();
    }

    /// <summary>Opens an office with nobody in it yet. Where no browser is installed the test is skipped, before anything is started.</summary>
    public static async Task<OfficeBrowser> OpenAsync(string story, string day = FoundedOffice.Day, string? connection = null)
    {
        var program = Chromium.Find();
        var folder = ScratchFolder.NameFor(story);
        if (day == FoundedOffice.Day && connection is null)
            await (await TestContext.Current.GetFixture<FoundedOffice>())!.CopyAsync(folder);
        var office = await OfficeProcess.DemoAsync(folder, connection, "--as-of", day);
        try
        {
            var pictures = Path.Combine(AppContext.BaseDirectory, "screenshots", story);
            if (Directory.Exists(pictures))
                Directory.Delete(pictures, recursive: true);
            Directory.CreateDirectory(pictures);
            var playwright = await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Chromium.Arguments });
            return new OfficeBrowser(playwright, browser, office, folder, pictures);
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
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
            await page.ScreenshotAsync(new() { Path = Path.Combine(pictures, $"{++screenshots:00}-{name}.png"), FullPage = true });
    }

    /// <summary>Has the page checked for accessibility, as it stands.</summary>
    public async Task CheckAsync(IPage page, string name) => Barriers.AddRange((await BarriersOnAsync(page)).Select(found => $"{name}: {found}"));

    /// <summary>What axe finds on the page as it stands.</summary>
    public static async Task<IReadOnlyList<string>> BarriersOnAsync(IPage page)
    {
        // By axe itself: with its wrapper for this browser a check takes more than twice as long.
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Violations);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Office.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
