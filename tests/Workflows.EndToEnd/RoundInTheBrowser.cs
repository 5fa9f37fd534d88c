using System.Text;
using Microsoft.Playwright;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.EndToEnd;

/// <summary>The people of the office run a hiring round in the browser, on the real worker with PostgreSQL; the other stories run on SQLite.</summary>
public sealed class RoundInTheBrowser(PostgresCluster cluster)
{
    private static readonly string[] Bureaus = ["establishment", "personnel", "education"];

    [Fact]
    public async Task Five_candidates_for_two_places_end_with_two_transfers_in_one_called_up_from_rank_three() =>
        await OfficeBrowser.TellAsync("round", RunRoundAsync, connection: await cluster.CreateDatabaseAsync());

    private static async Task RunRoundAsync(OfficeBrowser browser)
    {
        var hr = await browser.LogInAsync("hr");
        var principal = await browser.LogInAsync("principal");
        var education = await browser.LogInAsync("education");

        var round = await PlanAsync(hr);
        await CountersignAsync(browser);
        await hr.DecideAsync("发布招聘公告", "Announced", documentNumber: "沙教招〔2026〕1号");
        await SeeAsync(hr, $"/rounds/{round}/announcement", "announcement");
        await ImportAsync(hr, round);
        await SeeAsync(hr, "/rounds", "rounds");
        await GoToAsync(hr, "2026-08-15");
        await QualifyAsync(hr, round);
        await GoToAsync(hr, "2026-08-29");
        await ScoreAsync(hr, round);
        await CheckAsync(hr, round);
        await DecideListAsync(principal, round);
        await hr.NumberNoticeAsync(round);
        await GoToAsync(hr, "2026-09-08");
        await education.DeclareNoKinAsync(round);
        await education.DecideAsync("备案", "Filed", documentNumber: "沙教备〔2026〕3号");
        await hr.DecideAsync("签发调令或合同", "Issued", documentNumber: "沙教调〔2026〕5号");
        await SeeTheResultAsync(hr, browser, round);
    }

    internal static async Task<Guid> PlanAsync(PersonAtWork hr)
    {
        await SeeAsync(hr, "/rounds/new", "plan");
        return await hr.PlanRoundAsync();
    }

    internal static async Task CountersignAsync(OfficeBrowser browser)
    {
        foreach (var bureau in Bureaus)
        {
            var person = await browser.LogInAsync(bureau);
            if (bureau == Bureaus[0])
            {
                await person.LookAsync("inbox");
                await person.OpenItemAsync("三部门会签编制与岗位");
                await person.LookAsync("countersign");
                await person.AttachAndCommentAsync();
            }

            await person.DecideAsync("三部门会签编制与岗位", "Approved", comment: "有空缺");
        }
    }

    private static async Task ImportAsync(PersonAtWork hr, Guid round)
    {
        var file = Path.Combine(hr.Folder, "applicants.csv");
        await File.WriteAllTextAsync(file, HiringOffice.FiveApplicants, Encoding.UTF8);
        await hr.Page.GotoAsync($"/rounds/{round}/import");
        await hr.Page.SetInputFilesAsync("input[type=file]", file);
        await hr.Page.ClickAsync("form:has(input[type=file]) button[type=submit]");
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("张伟");
        await hr.Page.ClickAsync("button:has-text('确认导入')");
        await hr.SeeDoneAsync();
        await hr.Page.GotoAsync($"/rounds/{round}/applicants");
        await hr.Page.ClickAsync("main a[href^='/applications/'] >> text=张伟");
        await hr.Page.ArriveAsync("/applications/");
        await hr.LookAsync("application");
    }

    private static async Task QualifyAsync(PersonAtWork hr, Guid round)
    {
        await SeeAsync(hr, $"/kinship/{round}", "kinship");
        await hr.DeclareNoKinAsync(round);
        await hr.OpenItemAsync("确认资格审查结论");
        await hr.LookAsync("qualification");
        while (await hr.CountItemsAsync("确认资格审查结论") > 0)
            await hr.DecideAsync("确认资格审查结论", "Qualified");
        await hr.DecideAsync("公布资格审查结果", "Closed");
        await SeeAsync(hr, $"/rounds/{round}/applicants", "applicants");
    }

    private static async Task ScoreAsync(PersonAtWork hr, Guid round)
    {
        await SeeAsync(hr, $"/rounds/{round}/scores", "scores");
        foreach (var (name, points) in new[] { ("张伟", 95), ("李娜", 90), ("王芳", 85), ("刘洋", 80), ("陈静", 75) })
        {
            var row = hr.Page.Locator("tr").Filter(new() { HasText = name });
            await row.Locator("input[name^=written]").FillAsync($"{points}");
            await row.Locator("input[name^=interview]").FillAsync($"{points}");
        }

        await hr.Page.ClickAsync("button:has-text('保存成绩')");
        await hr.SeeDoneAsync();
        await hr.DecideAsync("录入成绩", "Closed");
        await SeeAsync(hr, $"/rounds/{round}/scores", "ranking");
    }

    private static async Task CheckAsync(PersonAtWork hr, Guid round)
    {
        await hr.ReviewBackgroundAsync("张伟", inOrder: true);
        await hr.DecideAsync("体检", "Passed", name: "张伟");
        await hr.ReviewBackgroundAsync("李娜", inOrder: false);
        await hr.SeeAsync($"/rounds/{round}/checks", "main:has-text('王芳')");
        await hr.LookAsync("checks");
        await hr.ReviewBackgroundAsync("王芳", inOrder: true);
        await hr.DecideAsync("体检", "Passed", name: "王芳");
    }

    private static async Task DecideListAsync(PersonAtWork principal, Guid round)
    {
        await principal.DeclareNoKinAsync(round);
        await principal.OpenItemAsync("集体研究拟录用名单");
        await principal.LookAsync("list");
        await principal.DecideAsync("集体研究拟录用名单", "Approved", minutes: "校务会纪要〔2026〕9号");
    }

    private static async Task SeeTheResultAsync(PersonAtWork hr, OfficeBrowser browser, Guid round)
    {
        await hr.SeeAsync($"/roster?name={Uri.EscapeDataString("张伟")}", "tbody:has-text('2026-11-01')");
        await SeeAsync(hr, $"/rounds/{round}", "round");
        foreach (var (name, isThere) in new[] { ("张伟", true), ("王芳", true), ("李娜", false), ("刘洋", false), ("陈静", false) })
        {
            await hr.Page.GotoAsync($"/roster?name={Uri.EscapeDataString(name)}");
            (await hr.Page.Locator("tbody tr").Filter(new() { HasText = "2026-11-01" }).CountAsync()).ShouldBe(isThere ? 1 : 0, name);
        }

        foreach (var (address, name) in new[]
            { ("", "processes"), ("/hiring-round/2", "process"), ("/hiring-round/1/2", "migration") })
        {
            await hr.Page.GotoAsync($"/definitions{address}");
            await hr.LookAsync(name);
        }

        var auditor = await browser.LogInAsync("auditor");
        await SeeAsync(auditor, "/audit", "audit");
        await SeeMailAsync(hr);
    }

    // Letters are planned once a minute and sent a few seconds later: the page is loaded again until the first is there.
    private static async Task SeeMailAsync(PersonAtWork hr)
    {
        var mail = Path.Combine(hr.Folder, "mail");
        for (var seconds = 0; seconds < 150 && !Directory.EnumerateFiles(mail, "*.eml").Any(); seconds++)
            await hr.Page.WaitForTimeoutAsync(1000);
        Directory.EnumerateFiles(mail, "*.eml").ShouldNotBeEmpty("letters go out while the round runs");
        await SeeAsync(hr, "/mail", "mail");
    }

    private static async Task SeeAsync(PersonAtWork person, string address, string name)
    {
        await person.Page.GotoAsync(address);
        await person.LookAsync(name);
    }

    internal static async Task GoToAsync(PersonAtWork hr, string day)
    {
        await hr.Page.GotoAsync("/clock");
        await hr.Page.FillAsync("input[type=date]", day);
        await hr.Page.ClickAsync("form:has(input[type=date]) button:has-text('前进')");
        await Assertions.Expect(hr.Page.Locator("main time").First).ToHaveTextAsync(day);
    }
}
