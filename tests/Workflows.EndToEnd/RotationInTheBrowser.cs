using System.Text.Json;
using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>A year's rotation in the browser, on the real worker with the sample college: forecast, proposal, hearing, decisions, document, transfers, hiring rounds.</summary>
public sealed class RotationInTheBrowser
{
    private const string Name = "2026 年教师轮岗";
    private const string Host = "沙县区富口中心小学";

    [Fact]
    public Task A_rotation_is_adjusted_objected_to_decided_and_moves_a_teacher() => OfficeBrowser.TellAsync("rotation", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        var round = await ProposeAsync(hr);
        await HearAsync(hr, browser, round);
        await SignAsync(browser, round);
        await IssueAsync(hr, round);
    });

    private static async Task<Guid> ProposeAsync(PersonAtWork hr)
    {
        await hr.Page.GotoAsync("/secondment/schools");
        if (await hr.Page.Locator("summary").Filter(new() { HasText = $"修改 {Host}" }).CountAsync() == 0)
        {
            var school = hr.Page.Locator("section.card form").Last;
            await school.Locator("[name=name]").FillAsync(Host);
            await school.Locator("[name=stage]").SelectOptionAsync("Primary");
            await school.Locator("button.primary").ClickAsync();
            await hr.SeeDoneAsync();
        }

        await hr.Page.GotoAsync("/rotation?on=2026-11-01");
        await hr.LookAsync("forecast");
        await hr.Page.Locator("form:has([name=effectiveOn]) button.primary").ClickAsync();
        await hr.SeeDoneAsync();
        var round = Guid.Parse(new Uri(hr.Page.Url).Segments[^1].Trim('/'));
        await hr.LookAsync("proposal");
        await StrikeAllAsync(hr, round);

        await hr.Page.GotoAsync($"/rotation/rounds/{round}");
        var add = hr.Page.Locator("section.card form").Filter(new() { Has = hr.Page.Locator("select[name=person]") });
        var teacher = await add.Locator("select[name=person] option").Filter(new() { HasText = "周敏" }).First.GetAttributeAsync("value") ?? "";
        await add.Locator("select[name=person]").SelectOptionAsync(new SelectOptionValue { Value = teacher });
        await add.Locator("select[name=host]").SelectOptionAsync($"Primary|{Host}");
        await add.Locator("[name=reason]").FillAsync("R13：本人申请到学校任教");
        await add.Locator("button.primary").ClickAsync();
        await hr.SeeDoneAsync();
        await hr.Page.ClickAsync("summary:has-text('添加补充岗位')");
        var vacancy = hr.Page.Locator("details[open] form").Filter(new() { Has = hr.Page.Locator("[name=subject]") });
        await vacancy.Locator("[name=subject]").FillAsync("语文");
        await vacancy.Locator("[name=stage]").SelectOptionAsync("Primary");
        await vacancy.Locator("[name=reason]").FillAsync("R13：接替轮岗调出的语文教师");
        await vacancy.Locator("button.primary").ClickAsync();
        await hr.SeeDoneAsync();
        await hr.LookAsync("adjusted");
        await hr.DeclareAsync($"/cases/{round}");
        await hr.DecideAsync("核对轮岗建议", "Submitted", Name);
        return round;
    }

    private static async Task HearAsync(PersonAtWork hr, OfficeBrowser browser, Guid round)
    {
        var line = (await LinesAsync(hr, round)).Lines.Single(one => one.Stands).Id;
        var teacher = await browser.LogInAsync("teacher");
        await teacher.Page.GotoAsync($"/rotation/lines/{line}");
        await teacher.LookAsync("my-line");
        await teacher.Page.FillAsync("main [name=words]", "家中老人住院，路途较远");
        await teacher.Page.ClickAsync("button[name=objects][value=yes]");
        await teacher.SeeDoneAsync();

        await hr.Page.GotoAsync($"/rotation/rounds/{round}");
        await hr.LookAsync("objection");
        await hr.Page.FillAsync("main [name=reason]", "已协调就近住宿，按本人原申请办理");
        await hr.Page.ClickAsync("button[name=how][value=Kept]");
        await hr.SeeDoneAsync();
        await hr.DecideAsync("逐条处理异议", "Closed", Name);
    }

    private static async Task SignAsync(OfficeBrowser browser, Guid round)
    {
        var principal = await browser.LogInAsync("principal");
        await principal.DeclareAsync($"/cases/{round}");
        await principal.Page.GotoAsync($"/cases/{round}");
        await principal.LookAsync("countersign");
        await principal.DecideAsync("调出、调入学校会签", "Approved", Name);
        var school = await browser.LogInAsync("school");
        await school.DeclareAsync($"/cases/{round}");
        await school.DecideAsync("调出、调入学校会签", "Approved", Name);
        await principal.DecideAsync("校务会集体研究", "Approved", Name, minutes: "校务会纪要〔2026〕21号");
        var bureau = await browser.LogInAsync("education");
        await bureau.DeclareAsync($"/cases/{round}");
        await bureau.DecideAsync("教育局审批", "Approved", Name);
    }

    private static async Task IssueAsync(PersonAtWork hr, Guid round)
    {
        await RoundInTheBrowser.GoToAsync(hr, "2026-08-12");
        await hr.DecideAsync("签发轮岗文件", "Issued", Name, documentNumber: "沙教调〔2026〕3号");
        await RoundInTheBrowser.GoToAsync(hr, "2026-11-01");
        await hr.Page.GotoAsync($"/rotation/rounds/{round}");
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("已调动");
        await hr.LookAsync("moved");
        await hr.Page.Locator("main tr").Filter(new() { HasText = "接替轮岗调出的语文教师" }).Locator("a").First.ClickAsync();
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("小学语文教研员");
        await hr.Page.GotoAsync("/rotation");
        await Assertions.Expect(hr.Page.Locator("main")).ToContainTextAsync("沙教调〔2026〕3号");
        await hr.LookAsync("rotations");
    }

    // The proposal for the sample college may name anybody; the story follows one of them, so the others come off by the API.
    private static async Task StrikeAllAsync(PersonAtWork hr, Guid round)
    {
        while ((await LinesAsync(hr, round)) is var (version, lines) && lines.Find(one => one.Stands) is { } line)
        {
            var answer = await hr.Page.Context.APIRequest.PostAsync("/api/rotation/lines/strike", new()
            {
                Headers = new Dictionary<string, string> { ["X-Requested-With"] = "test" },
                DataObject = new { operationId = Guid.CreateVersion7(), lineId = line.Id, version, reason = "今年不动" },
            });
            answer.Status.ShouldBe(200, await answer.TextAsync());
        }
    }

    private static async Task<(long Version, List<Line> Lines)> LinesAsync(PersonAtWork hr, Guid round)
    {
        var answer = await hr.Page.Context.APIRequest.GetAsync($"/api/rotation/rounds/{round}");
        var found = (await answer.JsonAsync())!.Value.GetProperty("round");
        return (found.GetProperty("version").GetInt64(), [.. found.GetProperty("lines").EnumerateArray().Select(Read)]);

        static Line Read(JsonElement one) => new(one.GetProperty("id").GetGuid(), one.GetProperty("stands").GetBoolean());
    }

    private sealed record Line(Guid Id, bool Stands);
}
