using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>The inbox in the browser: several decided together, what one has done, opened and got copies of, and what nobody can decide any more.</summary>
public sealed class InboxInTheBrowser
{
    [Fact]
    public Task Several_are_decided_together_a_copy_is_read_and_work_of_somebody_who_left_is_orphaned() => OfficeBrowser.TellAsync("inbox", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        await hr.PlanRoundAsync();
        await hr.PlanRoundAsync();
        await DecideTogetherAsync(browser);
        await CopyAsync(browser, hr);
        await OrphanAsync(hr);
    });

    private static async Task DecideTogetherAsync(OfficeBrowser browser)
    {
        var personnel = await browser.LogInAsync("personnel");
        foreach (var box in await personnel.Page.Locator("input[name=item]").AllAsync())
            await box.CheckAsync();
        await personnel.Page.FillAsync("#bulk [name=comment]", "均有空缺，同意");
        await personnel.Page.ClickAsync("#bulk button[value=Approved]");
        await Assertions.Expect(personnel.Page.Locator(".answer").First).ToContainTextAsync("已办理2项");
        await personnel.Page.GotoAsync("/?tab=done");
        await personnel.LookAsync("inbox-done");
        var education = await browser.LogInAsync("education");
        await education.LookAsync("inbox-bulk");
    }

    private static async Task CopyAsync(OfficeBrowser browser, PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/?tab=mine");
        await hr.LookAsync("inbox-mine");
        await hr.Page.Locator("tbody a.strong").First.ClickAsync();
        await hr.Page.Locator("details:has(form[action$='/copies']) > summary").ClickAsync();
        await hr.Page.Locator("label.tick").Filter(new() { HasText = "周敏" }).Locator("input").CheckAsync();
        await hr.Page.FillAsync("form[action$='/copies'] [name=words]", "请知悉招聘安排");
        await hr.Page.ClickAsync("form[action$='/copies'] button");
        await hr.SeeDoneAsync();

        var teacher = await browser.LogInAsync("teacher");
        await teacher.Page.GotoAsync("/?tab=copies");
        await teacher.LookAsync("inbox-copies");
        await teacher.Page.ClickAsync("form[action$='/read'] button");
        await teacher.SeeDoneAsync();
        await Assertions.Expect(teacher.Page.Locator("main h2")).ToHaveTextAsync("已阅");
        await hr.Page.ReloadAsync();
        await Assertions.Expect(hr.Page.Locator("ol.story")).ToContainTextAsync("请知悉招聘安排");
        await Assertions.Expect(hr.Page.Locator("ol.story li.new").Filter(new() { HasText = "周敏" })).ToContainTextAsync("已阅");
    }

    private static async Task OrphanAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/accounts");
        await hr.LookAsync("accounts");
        await hr.Page.Locator("tbody tr").Filter(new() { HasText = "罗建平" }).Locator("a").First.ClickAsync();
        await hr.Page.Locator("details:has(form[action$='/close']) > summary").ClickAsync();
        await hr.Page.FillAsync("form[action$='/close'] [name=words]", "调离编办");
        await hr.Page.ClickAsync("form[action$='/close'] button");
        await hr.SeeDoneAsync();
        await hr.LookAsync("account-closed");
        await hr.Page.GotoAsync("/orphans");
        await Assertions.Expect(hr.Page.Locator("section.card")).ToHaveCountAsync(2);
        await hr.LookAsync("orphans");
    }
}
