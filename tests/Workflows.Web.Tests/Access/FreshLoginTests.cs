using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;
using Workflows.Web.Access;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class FreshLoginTests
{
    private readonly FakeTimeProvider wall = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_final_decision_with_an_old_login_goes_through_the_login_and_keeps_what_was_typed()
    {
        await using var office = await OpenAsync();
        var item = await AnnouncingAsync(office);
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        wall.Advance(TimeSpan.FromMinutes(16));
        using var asked = await browser.SubmitAsync($"/cases/{item.CaseId}", item.Address(),
            new() { ["outcome"] = Outcomes.Announced, ["comment"] = "请于周五发布", ["documentNumber"] = "沙教人〔2026〕5号" });
        var again = asked.Headers.Location!.ToString();
        again.ShouldStartWith($"/login/again?returnUrl=%2Fcases%2F{item.CaseId}%3Fop%3D");
        (await office.Office.OpenItemAsync("announce")).Stage.ShouldBe(WorkItemStage.Open);

        using var wrong = await browser.SubmitAsync(again, "/session/again", new() { ["password"] = "wrong" });
        (await browser.ReadAsync(wrong.Headers.Location!.ToString())).ShouldContain("没有通过");
        using var proven = await browser.SubmitAsync(wrong.Headers.Location!.ToString(), "/session/again", new() { ["password"] = WebOffice.Password });
        var back = proven.Headers.Location!.ToString();
        var page = await browser.ReadAsync(back);
        page.ShouldContain("请于周五发布");
        page.ShouldContain("沙教人〔2026〕5号");
        var form = Browser.Form.On(page, item.Address());
        using var decided = await browser.PostAsync(form, new() { ["outcome"] = Outcomes.Announced, ["documentNumber"] = "沙教人〔2026〕5号" });
        (await browser.ReadAsync(decided.Headers.Location!.ToString())).ShouldContain("已办理");
    }

    [Fact]
    public async Task The_address_of_another_case_is_no_way_around_it()
    {
        await using var office = await OpenAsync();
        var item = await AnnouncingAsync(office);
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var form = Browser.Form.On(await browser.ReadAsync($"/cases/{item.CaseId}"), item.Address());
        wall.Advance(TimeSpan.FromMinutes(16));
        using var asked = await browser.PostAsync(form with { Action = $"/cases/{Guid.CreateVersion7()}/items/{item.Id}" }, new() { ["outcome"] = Outcomes.Announced });
        asked.Headers.Location!.ToString().ShouldStartWith("/login/again?");
    }

    [Fact]
    public async Task A_login_of_fifteen_minutes_is_still_fresh_and_the_office_s_clock_makes_none_older()
    {
        await using var office = await OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var item = await AnnouncingAsync(office);
        wall.Advance(TimeSpan.FromMinutes(14.9));
        office.Office.Clock.Advance(TimeSpan.FromHours(3));
        using var decided = await browser.SubmitAsync($"/cases/{item.CaseId}", item.Address(),
            new() { ["outcome"] = Outcomes.Announced, ["documentNumber"] = "沙教人〔2026〕5号" });
        decided.Headers.Location!.ToString().ShouldStartWith($"/cases/{item.CaseId}?op=");
    }

    [Fact]
    public async Task Using_the_pages_makes_a_login_no_fresher()
    {
        await using var office = await OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        for (var hour = 0; hour < 9; hour++)
        {
            wall.Advance(TimeSpan.FromHours(1));
            await browser.ReadAsync("/");
        }

        using var asked = await browser.SubmitAsync("/account", "/account/second-factor", []);
        asked.Headers.Location!.ToString().ShouldStartWith("/login/again?returnUrl=%2Faccount");
    }

    [Fact]
    public async Task A_decision_that_is_not_final_asks_for_no_fresh_login()
    {
        await using var office = await OpenAsync();
        var @case = await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        wall.Advance(TimeSpan.FromHours(1));
        (await browser.SubmitAndReadAsync($"/cases/{@case}", item.Address(), new() { ["outcome"] = Outcomes.Approved })).ShouldContain("已记录");
    }

    [Fact]
    public async Task Over_the_API_a_final_decision_with_an_old_login_gets_403_and_the_reason()
    {
        await using var office = await OpenAsync();
        var item = await AnnouncingAsync(office);
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        wall.Advance(TimeSpan.FromMinutes(16));
        var command = new DecideWorkItem.Command(item.Id, item.Revision, Guid.CreateVersion7(), Outcomes.Announced, "") { DocumentNumber = "沙教人〔2026〕5号" };
        (await PostAsync(browser, command)).ShouldBe((HttpStatusCode.Forbidden, "LoginTooOld"));
        (await browser.SubmitAsync("/login/again", "/session/again", new() { ["password"] = WebOffice.Password })).Dispose();
        (await PostAsync(browser, command)).ShouldBe((HttpStatusCode.OK, null));
        wall.Advance(TimeSpan.FromMinutes(16));
        (await PostAsync(browser, command)).ShouldBe((HttpStatusCode.OK, null), "the same again is answered as the first time");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("not JSON")]
    public async Task A_decision_that_cannot_be_read_is_a_bad_request(string body)
    {
        await using var office = await OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/work-items/decide")
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Requested-With", "test");
        using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task With_a_second_factor_logging_in_again_takes_the_code_too()
    {
        await using var office = await OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var (phone, _) = await Phone.SetUpAsync(browser);
        using var alone = await browser.SubmitAsync("/login/again?returnUrl=%2Fmail", "/session/again", new() { ["password"] = WebOffice.Password });
        alone.Headers.Location!.ToString().ShouldBe("/login/again?failed=1&returnUrl=%2Fmail");
        using var both = await browser.SubmitAsync("/login/again?returnUrl=%2Fmail", "/session/again",
            new() { ["password"] = WebOffice.Password, ["code"] = phone.NextCode() });
        both.Headers.Location!.ToString().ShouldBe("/mail");
    }

    [Fact]
    public async Task Guessing_at_the_login_again_locks_the_account()
    {
        await using var office = await OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.SubmitAsync("/login/again", "/session/again", new() { ["password"] = "wrong" })).Dispose();
        using var locked = await browser.SubmitAsync("/login/again", "/session/again", new() { ["password"] = WebOffice.Password });
        locked.Headers.Location!.ToString().ShouldStartWith("/login/again?failed=1");
    }

    private Task<WebOffice> OpenAsync() => WebOffice.OpenAsync(host: builder =>
    {
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(new WallClock(wall));
    });

    private static async Task<WorkItem> AnnouncingAsync(WebOffice office)
    {
        await office.Office.SubmitAsync(Plans.Usual);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.Office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        return await office.Office.OpenItemAsync("announce");
    }

    private static async Task<(HttpStatusCode Status, string? Refusal)> PostAsync(Browser browser, DecideWorkItem.Command command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/work-items/announcement")
        {
            Content = JsonContent.Create(command, options: PolicyJson.Options),
        };
        request.Headers.Add("X-Requested-With", "test");
        using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (response.StatusCode, answer.RootElement.TryGetProperty("refusal", out var refusal) ? refusal.GetString() : null);
    }
}
