using Microsoft.Playwright;

namespace Workflows.EndToEnd;

/// <summary>People don't agree: a relative is recused, a case goes back past the step before and comes again, a vote gets a veto.</summary>
public sealed class DisagreementInTheBrowser
{
    private const string Hearing = "听取本人意见，如实记录";
    private const string Vote = "领导班子集体研究（票决）";
    private const string Offices = "人社局、编办依次会签";

    [Fact]
    public Task A_relative_is_recused_a_case_returns_to_a_named_step_and_comes_back_and_a_vote_gets_a_veto() => OfficeBrowser.TellAsync("disagreement", async browser =>
    {
        var hr = await browser.LogInAsync("hr");
        var principal = await browser.LogInAsync("principal");
        var education = await browser.LogInAsync("education");
        await ReturnAsync(browser, hr, principal, education);
        await VetoAsync(hr, principal, education);
    });

    private static async Task ReturnAsync(OfficeBrowser browser, PersonAtWork hr, PersonAtWork principal, PersonAtWork education)
    {
        const string Name = "苏婷婷";
        var path = await ToVoteAsync(hr, Name);
        await Assertions.Expect(hr.Page.Locator("ol.story")).ToContainTextAsync("与上一环节同一审批人，自动通过");

        var vice = await browser.LogInAsync("vice");
        await vice.DeclareAsync(path, "表姐妹");
        await vice.Page.GotoAsync(path);
        await Assertions.Expect(vice.Page.Locator("section.item")).ToContainTextAsync("应当回避");
        await Assertions.Expect(vice.Page.Locator("button[name=outcome]")).ToHaveCountAsync(0);
        await vice.LookAsync("recused");

        foreach (var voter in new[] { principal, education })
            await voter.DeclareAsync(path);
        await principal.OpenItemAsync(Vote, Name);
        await principal.LookAsync("vote");
        await CarryAsync(Name, "校务会纪要〔2026〕11号", principal, education);
        var personnel = await browser.LogInAsync("personnel");
        await personnel.DeclareAsync(path);
        await personnel.DecideAsync(Offices, "ReturnedToDecision", Name, comment: "纪要缺少签名，请补签");

        await principal.OpenItemAsync(Vote, Name);
        await Assertions.Expect(principal.Page.Locator("ol.story")).ToContainTextAsync("纪要缺少签名，请补签");
        await Assertions.Expect(principal.Page.Locator("ol.story")).ToContainTextAsync("会议纪要：校务会纪要〔2026〕11号");
        await principal.LookAsync("returned");
        await CarryAsync(Name, "校务会纪要〔2026〕11号（补签）", principal, education);
        await personnel.DecideAsync(Offices, "Approved", Name);
        await Assertions.Expect(personnel.Page.Locator("main")).ToContainTextAsync("编办");
    }

    private static async Task VetoAsync(PersonAtWork hr, PersonAtWork principal, PersonAtWork education)
    {
        const string Name = "肖建军";
        var path = await ToVoteAsync(hr, Name);
        foreach (var voter in new[] { principal, education })
            await voter.DeclareAsync(path);
        await CarryAsync(Name, "校务会纪要〔2026〕12号", principal);
        await education.DecideAsync(Vote, "Rejected", Name, comment: "化学教研员紧缺，不同意调出");
        await hr.Page.GotoAsync(path);
        await Assertions.Expect(hr.Page.Locator("main .head").First).ToContainTextAsync("已办结");
        await Assertions.Expect(hr.Page.Locator("ol.story")).ToContainTextAsync("不同意调出");
        await hr.LookAsync("veto");
        await hr.Page.GotoAsync("/exits");
        await Assertions.Expect(hr.Page.Locator("tbody tr").Filter(new() { HasText = Name })).ToContainTextAsync("未离岗");
    }

    private static async Task<string> ToVoteAsync(PersonAtWork hr, string name)
    {
        var path = await hr.OpenTransferAsync(name);
        await hr.DeclareAsync(path);
        await hr.DecideAsync(Hearing, "Heard", name, comment: "本人同意调动");
        await hr.Page.GotoAsync(path);
        return path;
    }

    private static async Task CarryAsync(string name, string minutes, params PersonAtWork[] voters)
    {
        foreach (var voter in voters)
            await voter.DecideAsync(Vote, "Approved", name, minutes: minutes);
    }
}
