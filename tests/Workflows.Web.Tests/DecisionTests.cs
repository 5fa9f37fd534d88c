using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class DecisionTests
{
    private static Dictionary<string, string> Approve(string comment = "") => new() { ["outcome"] = Outcomes.Approved,
        ["comment"] = comment };

    [Fact]
    public async Task A_decision_is_answered_by_a_redirect_to_a_page_that_says_so()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        var page = await browser.SubmitAndReadAsync($"/cases/{@case}", item.Address(), Approve());
        page.ShouldContain("已记录，等待其他签署人");
        page.ShouldNotContain("name=\"outcome\"");
    }

    [Fact]
    public async Task A_form_posted_twice_applies_once_and_says_the_same_both_times()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        var form = Browser.Form.On(await browser.ReadAsync($"/cases/{@case}"), item.Address());
        using var first = await browser.PostAsync(form, Approve());
        using var second = await browser.PostAsync(form, Approve());
        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await browser.ReadAsync(second.Headers.Location!.ToString())).ShouldContain("已记录，等待其他签署人");
        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_page_left_open_while_a_colleague_decided_is_told_what_happened()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        var form = Browser.Form.On(await browser.ReadAsync($"/cases/{@case}"), item.Address());
        await office.Office.DecideAsync(OfficeRole.EducationBureau, "countersign", Outcomes.Rejected, "今年不补员");
        using var late = await browser.PostAsync(form, Approve());
        var page = await browser.ReadAsync(late.Headers.Location!.ToString());
        page.ShouldContain("情况已经变了");
        page.ShouldContain("这个事项已经办结：不同意。");
        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_shows_its_reason_once()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.SubmitAsync(Plans.Usual);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.Office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        var @case = (await office.Office.RoundAsync(round)).CaseId!.Value;
        var item = await office.Office.OpenItemAsync("announce");
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var posted = await browser.SubmitAsync(
            $"/cases/{@case}", item.Address(), new() { ["outcome"] = Outcomes.Announced, ["comment"] = "请于周五发布" });
        var address = posted.Headers.Location!.ToString();
        var page = await browser.ReadAsync(address);
        page.ShouldContain("请填写文号");
        page.ShouldContain("请于周五发布");
        (await browser.ReadAsync(address)).ShouldNotContain("请填写文号");
    }

    [Fact]
    public async Task A_comment_is_shown_as_text_whatever_it_says()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        var page = await browser.SubmitAndReadAsync($"/cases/{@case}", item.Address(),
            Approve("<script>alert(1)</script><img src=x onerror=alert(1)>"));
        page.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        page.ShouldNotContain("<script>");
        page.ShouldNotContain("<img");
    }

    [Fact]
    public async Task A_decision_without_the_form_s_token_changes_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.EstablishmentOffice);
        var form = Browser.Form.On(await browser.ReadAsync($"/cases/{@case}"), item.Address());
        form.Fields.Remove("__RequestVerificationToken").ShouldBeTrue();
        using var response = await browser.PostAsync(form, Approve());
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await office.Office.OpenItemAsync("countersign")).Parts.ShouldAllBe(part => part.IsOpen);
    }

    [Theory]
    [InlineData(OfficeRole.Teacher)]
    [InlineData(OfficeRole.Auditor)]
    [InlineData(OfficeRole.HumanResources)]
    public async Task Nobody_decides_what_their_role_was_not_asked(OfficeRole role)
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(role);
        var token = Browser.Form.On(await browser.ReadAsync("/"), "/session/end");
        using var response = await browser.PostAsync(
            token with { Action = item.Address() },
            new() { ["outcome"] = Outcomes.Approved, ["revision"] = $"{item.Revision}", ["operation"] = $"{Guid.CreateVersion7()}" });
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await office.Office.OpenItemAsync("countersign")).Parts.ShouldAllBe(part => part.IsOpen);
    }

    [Fact]
    public async Task A_reviewer_signs_the_declaration_before_deciding_and_a_relative_is_recused()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var applications = await office.Office.ApplicationsAsync(round);
        var (zhang, li) = (applications[0], applications[1]);
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await browser.ReadAsync($"/cases/{zhang.CaseId}")).ShouldContain("去签署声明");

        var back = await browser.SubmitAndReadAsync(
            $"/kinship/{round}?from=/cases/{zhang.CaseId}", $"/kinship/{round}", new() { ["sworn"] = "on",
                [$"relation-{zhang.Id}"] = "表弟" });
        back.ShouldContain("应当回避");
        back.ShouldNotContain("name=\"outcome\"");
        (await browser.ReadAsync($"/cases/{li.CaseId}")).ShouldContain("name=\"outcome\"");
    }
}
