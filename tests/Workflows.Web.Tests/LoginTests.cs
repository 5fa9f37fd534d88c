using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class LoginTests
{
    [Fact]
    public async Task Somebody_unknown_is_led_to_the_login_and_back()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var turned = await browser.GetAsync("/?tab=done");
        turned.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var login = turned.Headers.Location!.ToString();
        login.ShouldStartWith("/login?returnUrl=");
        using var entered = await browser.SubmitAsync(login, "/session", new() { ["userName"] = "HumanResources",
            ["password"] = WebOffice.Password });
        entered.Headers.Location!.ToString().ShouldBe("/?tab=done");
    }

    [Theory]
    [InlineData("HumanResources", "wrong password")]
    [InlineData("nobody-of-that-name", "wrong password")]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer(string userName, string password)
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = userName, ["password"] = password });
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        response.Headers.Location!.ToString().ShouldBe("/login?failed=1&returnUrl=%2F");
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        for (var attempt = 0; attempt < 5; attempt++)
            (await browser.SubmitAsync("/login", "/session", new() { ["userName"] = "Auditor", ["password"] = "wrong" })).Dispose();
        using var locked = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = "Auditor",
            ["password"] = WebOffice.Password });
        locked.Headers.Location!.ToString().ShouldStartWith("/login?failed=1");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task A_link_cannot_lead_elsewhere_after_the_login(string returnUrl)
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.SubmitAsync(
            $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}", "/session",
            new() { ["userName"] = "Auditor", ["password"] = WebOffice.Password, ["returnUrl"] = returnUrl });
        response.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Somebody_deactivated_is_logged_out_at_the_next_page()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        await browser.ReadAsync("/");
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Leadership")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false)));
        using var response = await browser.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.PostAsync(
            new Browser.Form("/session", []), new() { ["userName"] = "Auditor", ["password"] = WebOffice.Password });
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Logging_out_ends_the_session()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var left = await browser.SubmitAsync("/", "/session/end", []);
        left.Headers.Location!.ToString().ShouldBe("/login");
        using var response = await browser.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_logging_out_and_other_sessions_go_on()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var page = await browser.GetAsync("/login");
        using var entered = await browser.PostAsync(Browser.Form.On(await Browser.WordsAsync(page), "/session"), new() { ["userName"] = "Teacher", ["password"] = WebOffice.Password });
        using var elsewhere = await office.BrowseAsAsync(OfficeRole.Teacher);
        (await browser.SubmitAsync("/", "/session/end", [])).Dispose();

        using var thief = office.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("office=", StringComparison.Ordinal)).Split(';')[0]);
        using var response = await thief.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldStartWith("/login");
        await elsewhere.ReadAsync("/");
    }
}
