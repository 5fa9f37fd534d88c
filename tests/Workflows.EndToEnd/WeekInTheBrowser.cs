using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>
/// What happens in an office beside the straight way: an approver is away, somebody changes their mind in time, and too late.
/// </summary>
public sealed class WeekInTheBrowser
{
    private const string Countersign = "三部门会签编制与岗位";

    [Fact]
    public Task A_deputy_decides_and_a_decision_comes_back_in_time_but_not_too_late() => OfficeBrowser.TellAsync("week", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        await hr.PlanRoundAsync();
        await StandInAsync(browser);
        await TakeBackAsync(browser, hr);
    });

    private static async Task StandInAsync(OfficeBrowser browser)
    {
        var personnel = await browser.LogInAsync("personnel");
        await personnel.Page.GotoAsync("/deputies");
        var teacher = personnel.Page.Locator("select[name=deputy] option").Filter(new() { HasText = "周敏" });
        await personnel.Page.SelectOptionAsync("select[name=deputy]", (await teacher.GetAttributeAsync("value"))!);
        await personnel.FillAsync(new Dictionary<string, string> { ["until"] = "2026-08-07", ["reason"] = "外出培训" });
        await personnel.Page.ClickAsync("main form.stack button.primary");
        await personnel.SeeDoneAsync();
        await personnel.LookAsync("deputies");

        var deputy = await browser.LogInAsync("teacher");
        await deputy.LookAsync("deputy-inbox");
        await deputy.OpenItemAsync(Countersign);
        await deputy.LookAsync("deputy-case");
        await deputy.DecideAsync(Countersign, "Approved");
        await personnel.Page.GotoAsync(new Uri(deputy.Page.Url).AbsolutePath);
        await Assertions.Expect(personnel.Page.Locator("ol.story")).ToContainTextAsync("代邓丽华");
    }

    private static async Task TakeBackAsync(OfficeBrowser browser, PersonAtWork hr)
    {
        await (await browser.LogInAsync("establishment")).DecideAsync(Countersign, "Approved");
        var education = await browser.LogInAsync("education");
        await education.DecideAsync(Countersign, "Approved");
        var path = new Uri(education.Page.Url).AbsolutePath;
        await OpenTakingBackAsync(education, path, "岗位数看错了");
        await education.LookAsync("take-back");
        await OpenTakingBackAsync(education, path, "岗位数看错了");
        await education.Page.ClickAsync("form[action$='/take-back'] button[type=submit]");
        await education.SeeDoneAsync();
        await education.DecideAsync(Countersign, "Approved");

        await OpenTakingBackAsync(education, path, "又想了想");
        await hr.DecideAsync("发布招聘公告", "Announced", documentNumber: "沙教招〔2026〕1号");
        await education.Page.ClickAsync("form[action$='/take-back'] button[type=submit]");
        await Assertions.Expect(education.Page.Locator(".answer.refused")).ToBeVisibleAsync();
        await education.Page.GotoAsync(path);
        await Assertions.Expect(education.Page.Locator("form[action$='/take-back']")).ToHaveCountAsync(0);
    }

    private static async Task OpenTakingBackAsync(PersonAtWork somebody, string path, string why)
    {
        await somebody.Page.GotoAsync(path);
        await somebody.Page.ClickAsync("details.act:has(form[action$='/take-back']) summary");
        await somebody.Page.FillAsync("form[action$='/take-back'] [name=words]", why);
    }
}
