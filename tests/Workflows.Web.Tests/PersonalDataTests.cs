using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData(OfficeRole.HumanResources)]
    [InlineData(OfficeRole.Leadership)]
    [InlineData(OfficeRole.Auditor)]
    public async Task An_ID_number_and_a_mail_address_are_masked_on_the_case_page(OfficeRole role)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        using var browser = await office.BrowseAsAsync(role);
        var page = await browser.ReadAsync($"/cases/{(await office.Office.ApplicationsAsync(round))[0].CaseId}");
        page.ShouldNotContain(Stories.ZhangsIdNumber);
        page.ShouldContain("**************0016");
        page.ShouldNotContain("zhang@example.org");
        page.ShouldContain("z***@example.org");
        var api = await browser.ReadAsync($"/api/rounds/{round}/applications");
        api.ShouldNotContain(Stories.ZhangsIdNumber);
        api.ShouldNotContain("zhang@example.org");
    }

    [Fact]
    public async Task HR_sees_them_once_on_demand_and_the_look_is_recorded()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var zhang = (await office.Office.ApplicationsAsync(round))[0];
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var shown = await browser.SubmitAsync($"/cases/{zhang.CaseId}", $"/applications/{zhang.Id}/personal", []);
        shown.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Browser.WordsAsync(shown)).ShouldContain(Stories.ZhangsIdNumber);
        var looks = await office.Office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "PersonalDataViewed").ToListAsync());
        looks.ShouldHaveSingleItem().ActorId.ShouldBe(TestOffice.Of(OfficeRole.HumanResources));
        (await browser.ReadAsync($"/cases/{zhang.CaseId}")).ShouldNotContain(Stories.ZhangsIdNumber);
    }

    [Fact]
    public async Task HR_hands_an_applicant_out_what_is_kept_about_them_and_that_is_recorded()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var zhang = (await office.Office.ApplicationsAsync(round))[0];
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var taken = await browser.SubmitAsync($"/applications/{zhang.Id}", $"/applications/{zhang.Id}/export", []);
        taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        taken.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var all = await Browser.WordsAsync(taken);
        all.ShouldContain(Stories.ZhangsIdNumber);
        all.ShouldNotContain("李娜");
        (await office.Office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "PersonExported").ToListAsync()))
            .ShouldHaveSingleItem().Subject.ShouldBe($"{zhang.Id}");
    }

    [Fact]
    public async Task An_account_s_mail_address_is_masked_and_shown_to_HR_on_demand_on_record()
    {
        await using var office = await WebOffice.OpenAsync();
        var teacher = TestOffice.Of(OfficeRole.Teacher);
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        foreach (var page in (string[])["/accounts", $"/accounts/{teacher}", "/api/accounts"])
        {
            var words = await browser.ReadAsync(page);
            words.ShouldNotContain("Teacher@example.org");
            words.ShouldContain("T***@example.org");
        }

        using var shown = await browser.SubmitAsync($"/accounts/{teacher}", $"/accounts/{teacher}/address", []);
        (await Browser.WordsAsync(shown)).ShouldContain("Teacher@example.org");
        var look = (await office.Office.ReadAsync(db => db.Audit.Where(entry => entry.Action == "PersonalDataViewed").ToListAsync())).ShouldHaveSingleItem();
        (look.ActorId, look.Subject).ShouldBe((TestOffice.Of(OfficeRole.HumanResources), $"{teacher}"));
    }

    [Fact]
    public async Task Leadership_may_not_unmask_them()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var zhang = (await office.Office.ApplicationsAsync(round))[0];
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await browser.ReadAsync($"/cases/{zhang.CaseId}");
        page.ShouldNotContain("/personal");
        using var response = await browser.PostAsync(
            Browser.Form.On(page, "/session/end") with { Action = $"/applications/{zhang.Id}/personal" },
            new() { ["operation"] = $"{Guid.CreateVersion7()}" });
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Browser.WordsAsync(response)).ShouldNotContain(Stories.ZhangsIdNumber);
    }

    [Fact]
    public async Task Approvers_learn_that_somebody_failed_the_background_review_but_not_why()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.Office.RankFiveAsync(Plans.Usual);
        await office.Office.CheckAsync("张伟", background: false);
        var zhang = (await office.Office.ApplicationsAsync(round))[0];
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync($"/cases/{zhang.CaseId}")).ShouldContain("档案年龄涂改");
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await leader.ReadAsync($"/cases/{zhang.CaseId}");
        page.ShouldContain("考察体检不合格");
        page.ShouldNotContain("档案年龄涂改");
        page.ShouldNotContain("见档案");
    }
}
