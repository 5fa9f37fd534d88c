using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed partial class AccountTests
{
    [Fact]
    public async Task HR_opens_an_account_whose_password_is_shown_once_and_logs_in()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var form = Browser.Form.On(await hr.ReadAsync("/accounts"), "/accounts");
        var (first, second) = (await OpenAsync(hr, form, "Teacher"), await OpenAsync(hr, form, "Teacher"));
        var password = Password().Match(first).Groups["password"].Value;
        password.Length.ShouldBe(14);
        second.ShouldContain("密码不再显示");
        second.ShouldNotContain("<code>");

        using var newcomer = office.Browse();
        await newcomer.LogInAsync("zhoumin", password);
        (await newcomer.ReadAsync("/account")).ShouldContain("您用的是一次性密码");
        (await newcomer.GetAsync("/?tab=done")).Headers.Location!.ToString().ShouldBe("/account");
        var account = await office.Office.ReadAsync(db => db.Users.SingleAsync(one => one.UserName == "zhoumin"));
        account.MustChangePassword.ShouldBeTrue();
        (await office.Office.ReadAsync(db => db.Operations.Select(one => one.Answer).ToListAsync())).ShouldAllBe(answer => !answer.Contains(password));
        (await hr.ReadAsync($"/accounts/{account.Id}")).ShouldContain("开设账户：教师");
    }

    [Fact]
    public async Task An_auditor_holds_no_role_that_decides_and_two_hats_are_warned_of()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.ReadAsync("/accounts");
        (await OpenAsync(hr, Browser.Form.On(page, "/accounts"), "HumanResources", "Auditor")).ShouldContain("审计人员不得同时担任");
        (await OpenAsync(hr, Browser.Form.On(page, "/accounts"), "HumanResources", "Leadership")).ShouldContain("请注意：该账户同时担任人事干部、学校领导");
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_role_and_the_last_HR_stays()
    {
        await using var office = await WebOffice.OpenAsync();
        var me = TestOffice.Of(OfficeRole.HumanResources);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await RolesAsync(hr, me, "HumanResources", "Leadership")).ShouldContain("不能给自己增加角色");
        (await RolesAsync(hr, me, "Teacher")).ShouldContain("不能给自己增加角色");
        (await hr.SubmitAndReadAsync($"/accounts/{me}", "/close", new() { ["words"] = "调离" })).ShouldContain("最后一个在用的人事干部");
        await office.HireAsync("第二人事", OfficeRole.HumanResources);
        (await hr.SubmitAndReadAsync($"/accounts/{TestOffice.Of(OfficeRole.Teacher)}", "/close", new() { ["words"] = "调离" })).ShouldContain("已停用");
    }

    [Fact]
    public async Task A_closed_account_is_out_at_the_next_click_and_its_work_is_assigned_anew()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var bureau = TestOffice.Of(OfficeRole.PersonnelBureau);
        using var gone = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/orphans")).ShouldContain("每个事项都有人可以办理");
        await hr.SubmitAndReadAsync($"/accounts/{bureau}", "/close", new() { ["words"] = "<i>调离" });
        using (var next = await gone.GetAsync("/"))
            next.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var orphans = await hr.ReadAsync("/orphans");
        orphans.ShouldContain("现在没有在用的账户");
        orphans.ShouldContain("没有可以指定的同事");
        orphans.ShouldContain("<b class=\"count\">1</b>");

        // Everybody but one named colleague is gone: HR names another.
        await office.HireAsync("邓科长", OfficeRole.PersonnelBureau);
        await office.Office.ReadAsync(db => db.WorkItemParts.Where(part => part.Role == OfficeRole.PersonnelBureau)
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.AssigneeId, bureau)));
        (await hr.ReadAsync("/orphans")).ShouldContain("已停用或不再属于");
        var deng = await office.Office.ReadAsync(db => db.Users.Where(one => one.UserName == "邓科长").Select(one => one.Id).SingleAsync());
        var item = await office.Office.OpenItemAsync("countersign");
        (await hr.SubmitAndReadAsync("/orphans", $"/orphans/{item.Id}", new() { ["to"] = $"{deng}", ["words"] = "接手" })).ShouldContain("已指定办理人");
        (await hr.ReadAsync($"/cases/{@case}")).ShouldContain("由邓科长办理");
        (await hr.ReadAsync($"/accounts/{bureau}")).ShouldContain("&lt;i&gt;调离");
    }

    [Fact]
    public async Task A_password_is_reset_and_a_closed_account_reopened()
    {
        await using var office = await WebOffice.OpenAsync();
        var teacher = TestOffice.Of(OfficeRole.Teacher);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var reset = await hr.SubmitAsync($"/accounts/{teacher}", "/password", []);
        using (var browser = office.Browse())
            await browser.LogInAsync("Teacher", Password().Match(await Browser.WordsAsync(reset)).Groups["password"].Value);
        await hr.SubmitAndReadAsync($"/accounts/{teacher}", "/close", new() { ["words"] = "退休" });
        using var reopened = await hr.SubmitAsync($"/accounts/{teacher}", "/reopen", []);
        using (var browser = office.Browse())
            await browser.LogInAsync("Teacher", Password().Match(await Browser.WordsAsync(reopened)).Groups["password"].Value);
        using var own = await hr.GetAsync($"/accounts/{TestOffice.Of(OfficeRole.HumanResources)}");
        (await Browser.WordsAsync(own)).ShouldNotContain("重置密码");
    }

    [Fact]
    public async Task What_was_done_to_accounts_and_deputies_stands_in_one_whole_chain()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RolesAsync(hr, TestOffice.Of(OfficeRole.Teacher), "Teacher", "Leadership");
        await hr.SubmitAndReadAsync("/deputies", "/deputies", new()
        {
            ["principal"] = $"{TestOffice.Of(OfficeRole.EducationBureau)}", ["deputy"] = $"{TestOffice.Of(OfficeRole.Teacher)}",
            ["from"] = "2026-08-03", ["until"] = "2026-08-09", ["reason"] = "病假",
        });
        var deputyship = await office.Office.ReadAsync(db => db.Deputyships.SingleAsync());
        await hr.SubmitAndReadAsync("/deputies", $"{deputyship.Id}/end", []);
        var (entries, head) = await office.Office.ReadAsync(async db => (
            await db.Audit.Include(one => one.Personal).Where(one => one.CaseId == OfficeRecord.CaseId).OrderBy(one => one.Number).ToListAsync(),
            await db.Cases.SingleAsync(one => one.Id == OfficeRecord.CaseId)));
        entries.Select(entry => entry.Action).ShouldBe(["RolesChanged", "DeputyNamed", "DeputyshipEnded"]);
        AuditChain.FirstBroken(entries, head.AuditLength, head.AuditHead).ShouldBeNull();
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        var record = await auditor.ReadAsync($"/audit/{OfficeRecord.CaseId}");
        record.ShouldContain("记录链完整");
        record.ShouldContain("指定代理人");
        using var page = await hr.GetAsync($"/cases/{OfficeRecord.CaseId}");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_colleague_names_a_deputy_for_themselves_and_not_for_others()
    {
        await using var office = await WebOffice.OpenAsync();
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        var fields = new Dictionary<string, string>
        {
            ["deputy"] = $"{TestOffice.Of(OfficeRole.EducationBureau)}", ["from"] = "2026-08-03", ["until"] = "2026-08-09", ["reason"] = "年休假",
        };
        (await teacher.SubmitAndReadAsync("/deputies", "/deputies", new(fields) { ["principal"] = $"{TestOffice.Of(OfficeRole.Leadership)}" }))
            .ShouldContain("没有办理这件事的权限");
        (await teacher.SubmitAndReadAsync("/deputies", "/deputies", fields)).ShouldContain("由EducationBureau代理Teacher");
    }

    private static async Task<string> OpenAsync(Browser hr, Browser.Form form, params string[] roles)
    {
        List<KeyValuePair<string, string>> fields =
        [
            .. form.Fields, new("userName", "zhoumin"), new("displayName", "周敏"), new("email", ""), new("language", "zh-CN"),
            .. roles.Select(role => KeyValuePair.Create("role", role)),
        ];
        using var response = await hr.Http.PostAsync(form.Action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        return response.StatusCode is HttpStatusCode.SeeOther ? await hr.ReadAsync(response.Headers.Location!.ToString()) : await Browser.WordsAsync(response);
    }

    private static async Task<string> RolesAsync(Browser hr, Guid account, params string[] roles)
    {
        var form = Browser.Form.On(await hr.ReadAsync($"/accounts/{account}"), "/roles");
        List<KeyValuePair<string, string>> fields = [.. form.Fields, new("words", "分工调整"), .. roles.Select(role => KeyValuePair.Create("role", role))];
        using var response = await hr.Http.PostAsync(form.Action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
        return await hr.ReadAsync(response.Headers.Location!.ToString());
    }

    [GeneratedRegex("<code>(?<password>[^<]*)</code>")]
    private static partial Regex Password();
}
