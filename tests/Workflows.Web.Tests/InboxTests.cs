using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Hiring;
using Workflows.Processes.Staff;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class InboxTests(PostgresCluster cluster)
{
    private const string Nothing = "没有等您办理的事项";

    [Fact]
    public async Task A_deputy_finds_the_absent_colleague_s_work_marked_and_decides_it_in_their_name()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var deputy = await office.BrowseAsAsync(OfficeRole.Teacher);
        (await deputy.ReadAsync("/")).ShouldContain(Nothing);
        await office.Office.DoAsync<NameDeputy>(u => u.RunAsync(new(
            Guid.CreateVersion7(), TestOffice.Of(OfficeRole.PersonnelBureau), TestOffice.Of(OfficeRole.Teacher), new DateOnly(2026, 8, 3),
            new DateOnly(2026, 8, 4), "培训"), TestOffice.Of(OfficeRole.PersonnelBureau), CancellationToken.None));

        (await deputy.ReadAsync("/")).ShouldContain("代PersonnelBureau");
        (await deputy.SubmitAndReadAsync($"/cases/{@case}", item.Address(), new() { ["outcome"] = Outcomes.Approved })).ShouldContain("（代PersonnelBureau）");
        (await deputy.ReadAsync("/")).ShouldContain(Nothing);
        (await deputy.ReadAsync("/?tab=done")).ShouldContain("（代PersonnelBureau）");
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await auditor.ReadAsync($"/audit/{@case}")).ShouldContain("（代PersonnelBureau）");
    }

    [Fact]
    public async Task Who_is_recused_or_has_spoken_finds_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var zhang = (await office.Office.ApplicationsAsync(round))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/")).ShouldContain("先签声明");
        await office.Office.DoAsync<DeclareKinship>(u => u.RunAsync(
            new(Guid.CreateVersion7(), round, [new KinshipLine(zhang.Id, "表弟")]), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));
        var inbox = await hr.ReadAsync("/");
        inbox.ShouldNotContain($"/cases/{zhang.CaseId}");
        inbox.ShouldContain("李娜");
    }

    [Fact]
    public async Task The_address_filters_and_searches()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.UnderReviewAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var found = await hr.ReadAsync("/?find=李娜");
        found.ShouldContain("李娜");
        found.ShouldNotContain("王芳");
        (await hr.ReadAsync("/?kind=hiring-round&find=李娜")).ShouldContain("没有符合条件的待办事项");
        (await hr.ReadAsync("/?kind=hiring-application")).ShouldContain("王芳");
        (await hr.ReadAsync("/?due=overdue")).ShouldContain("没有符合条件的待办事项");
        await office.Office.GoToAsync("2026-12-01 08:00");
        (await hr.ReadAsync("/?due=overdue&role=HumanResources")).ShouldContain("王芳");
        (await hr.ReadAsync("/?role=Leadership")).ShouldContain("没有符合条件的待办事项");
    }

    [Fact]
    public async Task A_long_inbox_is_paged_by_key_without_a_gap_or_a_repeat()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var number = 1; number <= 53; number++)
            await office.Office.SubmitAsync(Plans.Usual with { Post = $"教研员{number:00}" });
        var all = (await office.Office.OpenItemsAsync("countersign")).ConvertAll(item => item.Id);
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var first = await browser.ReadAsync("/");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"(?<next>[^\"]*after=[^\"]*)\"").Groups["next"].Value;
        var second = await browser.ReadAsync(new Uri(new Uri("http://office.test"), WebUtility.HtmlDecode(next)).PathAndQuery);
        all.Count(id => first.Contains($"{id}", StringComparison.Ordinal)).ShouldBe(50);
        all.Count(id => second.Contains($"#item-{id}", StringComparison.Ordinal)).ShouldBe(3);
        all.ShouldAllBe(id => first.Contains($"#item-{id}") != second.Contains($"#item-{id}"));
    }

    [Fact]
    public async Task Several_are_decided_together_each_for_itself_and_a_second_post_changes_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var number = 1; number <= 3; number++)
            await office.Office.SubmitAsync(Plans.Usual with { Post = $"教研员{number}" });
        var items = await office.Office.OpenItemsAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var form = Browser.Form.On(await browser.ReadAsync("/"), "/inbox/decide");
        // One of them is claimed by a colleague meanwhile: it is refused, the others are done.
        await office.Office.ReadAsync(db => db.WorkItemParts.Where(part => part.WorkItemId == items[2].Id && part.Role == OfficeRole.PersonnelBureau)
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.AssigneeId, TestOffice.Of(OfficeRole.Leadership))));
        for (var time = 1; time <= 2; time++)
        {
            using var response = await PostAsync(browser, form, items);
            var page = await browser.ReadAsync(response.Headers.Location!.ToString());
            page.ShouldContain("已办理2项，未办理1项");
            page.ShouldContain("这个事项已由同事签收");
        }

        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided" && entry.Reason == "同意设岗"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_hundred_posts_of_one_decision_at_once_apply_once()
    {
        await using var office = await WebOffice.OpenOnPostgresAsync(cluster);
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var form = Browser.Form.On(await browser.ReadAsync($"/cases/{@case}"), item.Address());
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => browser.PostAsync(form, new() { ["outcome"] = Outcomes.Approved })));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        (await browser.ReadAsync(answers[^1].Headers.Location!.ToString())).ShouldContain("已记录");
        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided"))).ShouldBe(1);
        (await office.Office.OpenItemAsync("countersign")).Parts.Count(part => part.Outcome is not null).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, Browser.Form form, IEnumerable<WorkItem> items)
    {
        List<KeyValuePair<string, string>> fields = [.. form.Fields, new("outcome", Outcomes.Approved), new("comment", "同意设岗")];
        fields.AddRange(items.Select(item => KeyValuePair.Create("item", $"{item.Id}:{item.Revision}")));
        return browser.Http.PostAsync(form.Action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }
}
