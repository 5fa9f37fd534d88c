using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>What a link does in a browser that runs scripts, and that everything works in one that doesn't.</summary>
public sealed class NavigationTests(SharedOffice office) : IClassFixture<SharedOffice>
{
    [Fact]
    public async Task A_link_changes_the_page_in_place_and_its_heading_is_read_out()
    {
        var browser = await office.OpenAsync();
        var page = (await browser.LogInAsync("hr")).Page;
        var complaints = new List<string>();
        page.Console += (_, line) => complaints.Add($"{line.Type} {line.Text}");
        page.WebSocket += (_, socket) => complaints.Add($"a socket to {socket.Url}");
        await MarkAsync(page);

        await page.ClickAsync("header nav >> text=招聘");
        await page.ArriveAsync("/rounds$");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("header nav a[aria-current]")).ToHaveTextAsync("招聘");
        (await page.TitleAsync()).ShouldContain("招聘");
        await page.ClickAsync("header a.language");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.Locator("a.skip").PressAsync("Enter");
        page.Url.ShouldEndWith("#main");
        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("header nav a[aria-current]")).ToHaveTextAsync("Inbox");

        (await IsMarkedAsync(page)).ShouldBeTrue("the document was loaded again");
        complaints.ShouldBeEmpty("the content security policy forbids something, or a circuit was opened");
    }

    [Fact]
    public async Task A_form_and_logging_out_load_a_new_document()
    {
        var browser = await office.OpenAsync();
        var hr = await browser.LogInAsync("hr");
        await MarkAsync(hr.Page);
        await hr.Page.ClickAsync("header nav >> text=招聘");
        await hr.Page.ClickAsync("main a[href='/rounds/new']");
        await hr.Page.ArriveAsync("/rounds/new$");
        (await IsMarkedAsync(hr.Page)).ShouldBeTrue();
        await hr.Page.ClickAsync("header button.quiet");
        await hr.Page.ArriveAsync("/login$");
        (await IsMarkedAsync(hr.Page)).ShouldBeFalse("nothing of the old document stays behind for the next person");
    }

    [Fact]
    public Task A_link_that_gets_no_answer_is_not_silent() => OfficeBrowser.TellAsync("silence", async browser =>
    {
        var page = (await browser.LogInAsync("hr")).Page;
        var tried = new TaskCompletionSource<string>();
        page.RequestFailed += (_, request) =>
        {
            if (request.IsNavigationRequest)
                tried.TrySetResult(request.Url);
        };
        browser.Office.Kill();
        await page.ClickAsync("header nav >> text=招聘");
        (await tried.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken)).ShouldEndWith("/rounds", customMessage: "the browser itself says that nobody answers");
    });

    [Fact]
    public async Task A_barrier_on_a_page_is_found()
    {
        var browser = await office.OpenAsync();
        var page = (await browser.LogInAsync("hr")).Page;
        (await OfficeBrowser.BarriersOnAsync(page)).ShouldBeEmpty();
        await page.EvaluateAsync("document.querySelector('main').append(new Image())");
        (await OfficeBrowser.BarriersOnAsync(page)).ShouldHaveSingleItem().ShouldStartWith("image-alt ");
    }

    [Fact]
    public async Task Without_scripts_a_plan_is_handed_in_and_an_office_approves_it()
    {
        var browser = await office.OpenAsync();
        var hr = await browser.LogInAsync("hr", runsScripts: false);
        await hr.PlanRoundAsync();
        var establishment = await browser.LogInAsync("establishment", runsScripts: false);
        await MarkAsync(establishment.Page);
        await establishment.DecideAsync("三部门会签编制与岗位", "Approved", comment: "有空缺");
        (await establishment.CountItemsAsync("三部门会签编制与岗位")).ShouldBe(0);
        (await IsMarkedAsync(establishment.Page)).ShouldBeFalse("a script was running");
    }

    private static async Task MarkAsync(IPage page) => await page.EvaluateAsync("window.marked = true");

    private static Task<bool> IsMarkedAsync(IPage page) => page.EvaluateAsync<bool>("window.marked === true");
}
