using System.Text;
using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>Appointments, an exit and a waiver in the browser, on the real worker with the sample college.</summary>
public sealed class StaffInTheBrowser
{
    private const string Applicants = """
        姓名,出生日期,最高学历,职称,任教经历,任教学段,荣誉,现单位,现单位所在区
        张伟,1979-03-01,本科,一级教师,2008-09~至今 城关小学,小学,,城关小学,沙县区
        李娜,1980-03-01,本科,一级教师,2022-03~至今 第二小学,小学,,第二小学,沙县区
        """;

    [Fact]
    public Task Somebody_is_appointed_somebody_leaves_and_two_waivers_are_decided() => OfficeBrowser.TellAsync("staff", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        await WaiveAsync(hr, browser);
        await AppointAsync(hr, browser);
        await LeaveAsync(hr, browser);
    });

    private static async Task AppointAsync(PersonAtWork hr, OfficeBrowser browser)
    {
        await hr.Page.GotoAsync("/appointments/new");
        await hr.LookAsync("appointment-new");
        await hr.ChooseAsync("吴晓梅");
        await hr.FillAsync(new Dictionary<string, string>
        {
            ["fromGrade"] = "5", ["toGrade"] = "4", ["effectiveOn"] = "2026-10-01", ["reason"] = "竞聘上岗", ["plan"] = "沙教聘方案〔2026〕1号",
            ["announcement"] = "2026-07-01", ["assessment"] = "考评 93 分，第 1 名",
        });
        await hr.Page.ClickAsync("main button.primary");
        await Assertions.Expect(hr.Page.Locator(".answer.refused")).ToContainTextAsync("不能聘任到高于职称的岗位");
        await hr.Page.FillAsync("main [name=fromGrade]", "5");
        await hr.Page.FillAsync("main [name=toGrade]", "6");
        await hr.Page.FillAsync("main [name=reason]", "任期考核未达到五级岗位要求");
        await hr.Page.ClickAsync("main button.primary");
        await hr.SeeDoneAsync();
        await hr.LookAsync("appointment-told");
        await hr.Page.FillAsync("main [name=statement]", "对考核结果有不同意见，请组织复核。");
        await hr.Page.ClickAsync("button[name=objects][value=yes]");
        await hr.SeeDoneAsync();
        var path = new Uri(hr.Page.Url).AbsolutePath;
        await hr.DeclareAsync(path, look: true);
        await hr.DecideAsync("提请领导班子研究", "Approved", "吴晓梅");

        var vice = await browser.LogInAsync("vice");
        await vice.Page.GotoAsync(path);
        await Assertions.Expect(vice.Page.Locator("section.item")).ToContainTextAsync("涉及本人");
        await vice.LookAsync("appointment-oneself");
        var principal = await browser.LogInAsync("principal");
        await principal.DeclareAsync(path);
        await principal.Page.GotoAsync(path);
        await principal.LookAsync("appointment-vote");
        await principal.DecideAsync("领导班子集体研究（票决）", "Approved", "吴晓梅", minutes: "校务会纪要〔2026〕11号");
        await hr.Page.GotoAsync("/appointments");
        await hr.LookAsync("appointments");
    }

    private static async Task LeaveAsync(PersonAtWork hr, OfficeBrowser browser)
    {
        await hr.Page.GotoAsync("/exits/new");
        await hr.LookAsync("exit-new");
        var path = await hr.OpenTransferAsync("周敏");
        await hr.DeclareAsync(path);
        await hr.DecideAsync("听取本人意见，如实记录", "Heard", "周敏", comment: "本人同意调动");
        foreach (var user in new[] { "principal", "vice" })
        {
            var leader = await browser.LogInAsync(user);
            await leader.DeclareAsync(path);
            await leader.DecideAsync("领导班子集体研究（票决）", "Approved", "周敏", minutes: "校务会纪要〔2026〕11号");
        }

        foreach (var user in new[] { "personnel", "establishment" })
        {
            var bureau = await browser.LogInAsync(user);
            await bureau.DeclareAsync(path);
            await bureau.DecideAsync("人社局、编办依次会签", "Approved", "周敏");
        }

        var item = await hr.OpenItemAsync("离岗交接", "周敏");
        await hr.LookAsync("exit-handover");
        foreach (var choice in await item.Locator("form:has(button.good) select").AllAsync())
            await choice.SelectOptionAsync("done");
        await item.Locator("button.good[type=submit]").ClickAsync();
        await hr.SeeDoneAsync();
        await hr.DecideAsync("签发离岗文件", "Issued", "周敏", documentNumber: "沙教调〔2026〕6号");
        await hr.Page.GotoAsync(path);
        await hr.LookAsync("exit-issued");
        await RoundInTheBrowser.GoToAsync(hr, "2026-09-01");
        await hr.Page.GotoAsync("/exits");
        await Assertions.Expect(hr.Page.Locator("tbody tr").Filter(new() { HasText = "周敏" })).ToContainTextAsync("已离岗");
        await hr.LookAsync("exits");
        await Assertions.Expect((await browser.TryLogInAsync("teacher")).Locator("main")).ToContainTextAsync("登录");
    }

    private static async Task WaiveAsync(PersonAtWork hr, OfficeBrowser browser)
    {
        var round = await RoundInTheBrowser.PlanAsync(hr);
        await RoundInTheBrowser.CountersignAsync(browser);
        await hr.DecideAsync("发布招聘公告", "Announced", documentNumber: "沙教招〔2026〕1号");
        var file = Path.Combine(hr.Folder, "waivers.csv");
        await File.WriteAllTextAsync(file, Applicants, Encoding.UTF8);
        await hr.Page.GotoAsync($"/rounds/{round}/import");
        await hr.Page.SetInputFilesAsync("input[type=file]", file);
        await hr.Page.ClickAsync("form:has(input[type=file]) button[type=submit]");
        await hr.Page.ClickAsync("button:has-text('确认导入')");
        await hr.SeeDoneAsync();
        await RoundInTheBrowser.GoToAsync(hr, "2026-08-15");
        await hr.DeclareNoKinAsync(round);
        await hr.DecideAsync("确认资格审查结论", "WaiverAsked", "张伟", comment: "学科带头人，教学业绩突出");
        await hr.DecideAsync("确认资格审查结论", "WaiverAsked", "李娜", comment: "紧缺学科");
        var principal = await browser.LogInAsync("principal");
        await principal.DeclareNoKinAsync(round);
        await principal.DecideAsync("集体研究适当放宽", "Rejected", "张伟", comment: "超出年龄过多", minutes: "校务会纪要〔2026〕12号");
        await principal.OpenItemAsync("集体研究适当放宽", "李娜");
        await principal.LookAsync("waiver-decide");
        await principal.DecideAsync("集体研究适当放宽", "Approved", "李娜", comment: "幅度较小，同意", minutes: "校务会纪要〔2026〕12号");
        await principal.Page.GotoAsync("/waivers");
        await Assertions.Expect(principal.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await principal.LookAsync("waivers");
    }
}
