using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>A public notice in the browser: an objection stops its days until it is handled, with a result and a number.</summary>
public sealed class ObjectionInTheBrowser
{
    private const string Name = "苏婷婷";

    [Fact]
    public Task An_objection_pauses_a_notice_until_it_is_handled() => OfficeBrowser.TellAsync("objection", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        var path = await ToNoticeAsync(browser, hr);
        await NumberAsync(hr, path);
        await ObjectAsync(hr, path);
        await RoundInTheBrowser.GoToAsync(hr, "2026-08-20");
        await HandleAsync(hr, path);
        await RoundInTheBrowser.GoToAsync(hr, "2026-09-04");
        var education = await browser.LogInAsync("education");
        await education.DeclareAsync(path);
        await education.OpenItemAsync("报教育局备案", Name);
    });

    private static async Task<string> ToNoticeAsync(OfficeBrowser browser, PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/appointments/new");
        await hr.ChooseAsync(Name);
        await hr.FillAsync(new Dictionary<string, string>
        {
            ["fromGrade"] = "10", ["toGrade"] = "9", ["effectiveOn"] = "2026-10-01", ["reason"] = "竞聘上岗", ["plan"] = "沙教聘方案〔2026〕1号",
            ["announcement"] = "2026-07-01", ["assessment"] = "考评 93 分，第 1 名",
        });
        await hr.Page.ClickAsync("main button.primary");
        await hr.SeeDoneAsync();
        var path = new Uri(hr.Page.Url).AbsolutePath;
        await hr.DeclareAsync(path);
        await hr.DecideAsync("核对竞聘结果", "Passed", Name);
        await hr.DecideAsync("听取本人意见，如实记录", "Heard", Name, comment: "本人同意");
        foreach (var user in new[] { "principal", "vice" })
        {
            var leader = await browser.LogInAsync(user);
            await leader.DeclareAsync(path);
            await leader.DecideAsync("领导班子集体研究（票决）", "Approved", Name, minutes: "校务会纪要〔2026〕11号");
        }

        var personnel = await browser.LogInAsync("personnel");
        await personnel.DeclareAsync(path);
        await personnel.DecideAsync("会签岗位设置", "Approved", Name);
        return path;
    }

    private static async Task NumberAsync(PersonAtWork hr, string path)
    {
        await hr.Page.GotoAsync(path);
        await hr.Page.FillAsync("[name=number]", "沙教示〔2026〕5号");
        await hr.Page.ClickAsync("form[action$='/number'] button");
        await hr.SeeDoneAsync();
        var download = await hr.Page.RunAndWaitForDownloadAsync(() => hr.Page.ClickAsync("a[href$='/docx']"));
        download.SuggestedFilename.ShouldStartWith($"公示-{Name}-");
        await hr.Page.ClickAsync("a[href^='/appointments/notices/']:not([href$='/docx'])");
        await Assertions.Expect(hr.Page.Locator("article")).ToContainTextAsync("沙教示〔2026〕5号");
        await hr.LookAsync("notice-on-paper");
    }

    private static async Task ObjectAsync(PersonAtWork hr, string path)
    {
        await hr.Page.GotoAsync(path);
        await hr.Page.Locator("details:has(form[action$='/objections']) > summary").ClickAsync();
        await hr.Page.FillAsync("[name=from]", "赵启明");
        await hr.Page.FillAsync("[name=contact]", "138-0000-0000");
        await hr.Page.FillAsync("[name=text]", "业绩材料署名不实");
        await hr.Page.ClickAsync("form[action$='/objections'] button");
        await hr.SeeDoneAsync();
        await hr.LookAsync("objection-open");
    }

    private static async Task HandleAsync(PersonAtWork hr, string path)
    {
        await hr.Page.GotoAsync(path);
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("有异议未处理，公示暂停");
        await hr.Page.FillAsync("[name=finding]", "经核查，署名属实");
        await hr.Page.FillAsync("[name=documentNumber]", "沙教复〔2026〕1号");
        await hr.Page.ClickAsync("button[name=upheld][value=no]");
        await hr.SeeDoneAsync();
        await Assertions.Expect(hr.Page.Locator(".objection")).ToContainTextAsync("沙教复〔2026〕1号");
        await Assertions.Expect(hr.Page.Locator("ol.story")).ToContainTextAsync("发布公示：7天");
        await hr.LookAsync("objection-handled");
    }
}
