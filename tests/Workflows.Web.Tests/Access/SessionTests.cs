using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflows.Personnel.Cases;
using Workflows.Web.Access;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class SessionTests
{
    private const string New = "长江后浪推前浪2026";

    [Fact]
    public async Task A_new_password_ends_the_sessions_elsewhere_at_once_and_keeps_this_one()
    {
        await using var office = await WebOffice.OpenAsync();
        using var elsewhere = await office.BrowseAsAsync(OfficeRole.Auditor);
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await ChangeAsync(browser, WebOffice.Password, New, New)).ShouldContain("密码已更改");
        await IsOutsideAsync(elsewhere);
        await browser.ReadAsync("/audit");
        using var later = office.Browse();
        await later.LogInAsync("Auditor", New);
        await later.ReadAsync("/audit");
    }

    [Theory]
    [InlineData("wrong", New, New, "原密码不对")]
    [InlineData(WebOffice.Password, New, "长江后浪推前浪2027", "两次输入的新密码不一样")]
    [InlineData(WebOffice.Password, "kurz-12", "kurz-12", "新密码至少8个字符")]
    [InlineData(WebOffice.Password, "Password123", "Password123", "这个密码太常见")]
    [InlineData(WebOffice.Password, "88886666", "88886666", "这个密码太常见")]
    [InlineData(WebOffice.Password, "auditor1", "auditor1", "这个密码太常见")]
    public async Task A_password_that_cannot_be_taken_changes_nothing_and_says_why(string old, string wanted, string repeated, string reason)
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await ChangeAsync(browser, old, wanted, repeated)).ShouldContain(reason);
        using var later = await office.BrowseAsAsync(OfficeRole.Auditor);
        await later.ReadAsync("/audit");
    }

    [Fact]
    public async Task Guessing_the_old_password_on_an_open_session_locks_the_account_too()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        for (var attempt = 0; attempt < 5; attempt++)
            await ChangeAsync(browser, $"guess {attempt}", New, New);
        (await ChangeAsync(browser, WebOffice.Password, New, New)).ShouldContain("原密码不对，或者账户暂时锁定");
    }

    [Fact]
    public async Task Logging_out_everywhere_ends_every_session()
    {
        await using var office = await WebOffice.OpenAsync();
        using var elsewhere = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var another = await office.BrowseAsAsync(OfficeRole.Auditor);
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var left = await browser.SubmitAsync("/account", "/account/sessions/end", []);
        left.Headers.Location!.ToString().ShouldBe("/login");
        await IsOutsideAsync(browser);
        await IsOutsideAsync(elsewhere);
        await another.ReadAsync("/");
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_its_account_was_deactivated()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Teacher")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false)));
        using var api = await browser.GetAsync("/api/inbox");
        api.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await IsOutsideAsync(browser);
    }

    [Theory]
    [InlineData(119, 1, true)]
    [InlineData(121, 1, false)]
    [InlineData(90, 7, true)]
    [InlineData(90, 8, false)]
    public async Task A_session_ends_when_nobody_uses_it_for_two_hours_and_after_twelve_hours_at_the_latest(int minutes, int times, bool isInside)
    {
        var wall = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var office = await WebOffice.OpenAsync(host: builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton(new WallClock(wall));
        });
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        for (var time = 1; time < times; time++)
        {
            wall.Advance(TimeSpan.FromMinutes(minutes));
            await browser.ReadAsync("/");
        }

        wall.Advance(TimeSpan.FromMinutes(minutes));
        using var last = await browser.GetAsync("/");
        last.StatusCode.ShouldBe(isInside ? HttpStatusCode.OK : HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_account_page_s_forms_ask_for_their_token()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Teacher);
        foreach (var action in new[] { "/account/password", "/account/sessions/end", "/account/second-factor", "/account/second-factor/confirm",
            "/account/second-factor/codes", "/account/second-factor/off", "/session/code", "/session/again" })
        {
            using var response = await browser.PostAsync(new Browser.Form(action, []), new() { ["password"] = WebOffice.Password });
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, action);
        }

        await browser.ReadAsync("/");
    }

    private static Task<string> ChangeAsync(Browser browser, string old, string wanted, string repeated) =>
        browser.SubmitAndReadAsync("/account", "/account/password", new() { ["password"] = old, ["newPassword"] = wanted, ["repeated"] = repeated });

    private static async Task IsOutsideAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
