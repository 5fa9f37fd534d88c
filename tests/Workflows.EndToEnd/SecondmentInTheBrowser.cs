using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>A semester's list of secondments in the browser, on the real worker with the sample college: heard, countersigned, decided, noticed, documented.</summary>
public sealed class SecondmentInTheBrowser
{
    private const string Semester = "2026-2027-2";
    private const string Host = "沙县区富口中心小学";

    [Fact]
    public Task A_teacher_objects_and_is_heard_and_the_list_opens_the_placement() => OfficeBrowser.TellAsync("secondment", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        await EnterHostAsync(hr);
        var plan = await MakeListAsync(hr);
        await HearAsync(hr, browser, plan);
        await SignAsync(browser, plan);
        await IssueAsync(hr, plan);
    });

    private static async Task EnterHostAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/secondment/schools");
        var known = hr.Page.Locator("summary").Filter(new() { HasText = $"修改 {Host}" });
        if (await known.CountAsync() > 0)
            await known.First.ClickAsync();
        var form = await known.CountAsync() > 0
            ? hr.Page.Locator("details[open] form").First : hr.Page.Locator("section.card form").Last;
        if (await known.CountAsync() == 0)
        {
            await form.Locator("[name=name]").FillAsync(Host);
            await form.Locator("[name=stage]").SelectOptionAsync("Primary");
        }

        await form.Locator("[name=places]").FillAsync("语文 3\n数学 3");
        await form.Locator("button.primary").ClickAsync();
        await hr.SeeDoneAsync();
        await hr.LookAsync("schools");
    }

    private static async Task<Guid> MakeListAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/secondment");
        await hr.LookAsync("board");
        await hr.Page.GotoAsync($"/secondment?semester={Semester}");
        await hr.Page.ClickAsync($"button:has-text('开列 {Semester} 派出名单')");
        await hr.SeeDoneAsync();
        var plan = Guid.Parse(new Uri(hr.Page.Url).Segments[^1].Trim('/'));
        await hr.LookAsync("list-proposed");
        await StrikeAllAsync(hr, plan);

        await hr.Page.GotoAsync($"/secondment/plans/{plan}");
        var add = hr.Page.Locator("section.card form").Filter(new() { Has = hr.Page.Locator("select[name=person]") });
        await add.Locator("select[name=person]").SelectOptionAsync(new SelectOptionValue { Value = await PersonAsync(add, "周敏") });
        await add.Locator("select[name=host]").SelectOptionAsync($"Primary|{Host}");
        await add.Locator("[name=reason]").FillAsync("R12：本学期安排");
        await add.Locator("button.primary").ClickAsync();
        await hr.SeeDoneAsync();
        await hr.LookAsync("list");
        await hr.DeclareAsync($"/cases/{plan}", look: true);
        await hr.DecideAsync("编制派出名单", "Submitted", Semester);
        return plan;
    }

    private static async Task HearAsync(PersonAtWork hr, OfficeBrowser browser, Guid plan)
    {
        var line = (await LinesAsync(hr, plan)).Lines.Single(one => one.Stands).Id;
        var teacher = await browser.LogInAsync("teacher");
        await teacher.Page.GotoAsync($"/secondment/lines/{line}");
        await teacher.LookAsync("my-line");
        await teacher.Page.FillAsync("main [name=words]", "家中老人住院，路途较远");
        await teacher.Page.ClickAsync("button[name=objects][value=yes]");
        await teacher.SeeDoneAsync();

        await hr.Page.GotoAsync($"/secondment/plans/{plan}");
        await hr.LookAsync("objection");
        await hr.Page.FillAsync("main [name=reason]", "已安排校车接送，本学科无人可替换");
        await hr.Page.ClickAsync("button[name=how][value=Kept]");
        await hr.SeeDoneAsync();
        await hr.DecideAsync("逐条处理异议", "Closed", Semester);
    }

    private static async Task SignAsync(OfficeBrowser browser, Guid plan)
    {
        var principal = await browser.LogInAsync("principal");
        await principal.DeclareAsync($"/cases/{plan}");
        await principal.Page.GotoAsync($"/cases/{plan}");
        await principal.LookAsync("countersign");
        await principal.DecideAsync("派出、接收学校会签", "Approved", Semester);
        var school = await browser.LogInAsync("school");
        await school.DeclareAsync($"/cases/{plan}");
        await school.DecideAsync("派出、接收学校会签", "Approved", Semester);
        await principal.DecideAsync("校务会集体研究", "Approved", Semester, minutes: "校务会纪要〔2026〕21号");
        var bureau = await browser.LogInAsync("education");
        await bureau.DeclareAsync($"/cases/{plan}");
        await bureau.DecideAsync("教育局审批", "Approved", Semester);
    }

    private static async Task IssueAsync(PersonAtWork hr, Guid plan)
    {
        await hr.Page.GotoAsync($"/cases/{plan}");
        await hr.LookAsync("notice");
        await RoundInTheBrowser.GoToAsync(hr, "2026-08-12");
        await hr.DecideAsync("签发派出文件", "Issued", Semester, documentNumber: "沙教派〔2026〕7号");
        await hr.Page.GotoAsync($"/cases/{plan}");
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("沙教派〔2026〕7号");
        await hr.Page.GotoAsync("/secondment");
        await hr.Page.Locator("table.board tbody tr").Filter(new() { HasText = "周敏" }).Locator("a.strong").ClickAsync();
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("待报到");
        await hr.LookAsync("teacher");
        await hr.Page.Locator("main a").Filter(new() { HasText = "挂职周期 周敏" }).First.ClickAsync();
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync(Host);
        await hr.LookAsync("cycle");
    }

    // The sample college's list is long; the story follows one of them, so the others come off by the API.
    private static async Task StrikeAllAsync(PersonAtWork hr, Guid plan)
    {
        while ((await LinesAsync(hr, plan)) is var (version, lines) && lines.Find(one => one.Stands) is { } line)
        {
            var answer = await hr.Page.Context.APIRequest.PostAsync("/api/secondment/lines/strike", new()
            {
                Headers = new Dictionary<string, string> { ["X-Requested-With"] = "test" },
                DataObject = new { operationId = Guid.CreateVersion7(), lineId = line.Id, version, reason = "本学期不派" },
            });
            answer.Status.ShouldBe(200, await answer.TextAsync());
        }
    }

    private static async Task<(long Version, List<Line> Lines)> LinesAsync(PersonAtWork hr, Guid plan)
    {
        var answer = await hr.Page.Context.APIRequest.GetAsync("/api/secondment/plans");
        var found = (await answer.JsonAsync())!.Value.EnumerateArray().Single(one => one.GetProperty("caseId").GetGuid() == plan);
        return (found.GetProperty("version").GetInt64(),
            [.. found.GetProperty("lines").EnumerateArray().Select(one => new Line(one.GetProperty("id").GetGuid(), one.GetProperty("stands").GetBoolean()))]);
    }

    private static async Task<string> PersonAsync(ILocator form, string name) =>
        await form.Locator("select[name=person] option").Filter(new() { HasText = name }).First.GetAttributeAsync("value") ?? "";

    private sealed record Line(Guid Id, bool Stands);
}
