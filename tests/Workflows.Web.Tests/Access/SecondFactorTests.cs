using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing;
using Workflows.Web.Access;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class SecondFactorTests
{
    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing_and_the_code_goes_on_to_the_page_wanted()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, _) = await SetUpAsync(office);
        using var browser = office.Browse();
        var step = await PasswordAsync(browser, "/?tab=done");
        step.ShouldBe("/login/code?returnUrl=%2F%3Ftab%3Ddone");
        await IsOutsideAsync(browser);
        (await CodeAsync(browser, step, phone.NextCode())).ShouldBe("/?tab=done");
        await browser.ReadAsync("/?tab=done");
    }

    [Fact]
    public async Task A_code_is_accepted_once()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, _) = await SetUpAsync(office);
        var code = phone.NextCode();
        using var mine = office.Browse();
        (await CodeAsync(mine, await PasswordAsync(mine), code)).ShouldBe("/");
        using var overTheShoulder = office.Browse();
        (await CodeAsync(overTheShoulder, await PasswordAsync(overTheShoulder), code)).ShouldStartWith("/login/code?failed=1");
        await IsOutsideAsync(overTheShoulder);
        (await CodeAsync(overTheShoulder, "/login/code", phone.NextCode())).ShouldBe("/");
    }

    [Fact]
    public async Task Of_one_code_posted_twice_at_once_one_wins()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, _) = await SetUpAsync(office);
        var code = phone.NextCode();
        using var one = office.Browse();
        using var two = office.Browse();
        var (first, second) = (await PasswordAsync(one), await PasswordAsync(two));
        var answers = await Task.WhenAll(CodeAsync(one, first, code), CodeAsync(two, second, code));
        answers.Count(answer => answer == "/").ShouldBe(1);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_against_the_right_one()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, recovery) = await SetUpAsync(office);
        using var browser = office.Browse();
        var step = await PasswordAsync(browser);
        for (var attempt = 0; attempt < 3; attempt++)
            (await CodeAsync(browser, step, phone.WrongCode())).ShouldStartWith("/login/code?failed=1");
        for (var attempt = 0; attempt < 2; attempt++)
            (await RecoverAsync(browser, step, "AAAAA-AAAAA")).ShouldStartWith("/login/code?failed=1");
        (await CodeAsync(browser, step, phone.NextCode())).ShouldStartWith("/login/code?failed=1");
        (await RecoverAsync(browser, step, recovery[0])).ShouldStartWith("/login/code?failed=1");
        (await PasswordAsync(browser)).ShouldStartWith("/login?failed=1");
        await IsOutsideAsync(browser);
    }

    [Fact]
    public async Task The_right_password_does_not_wash_wrong_codes_away()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, _) = await SetUpAsync(office);
        using var browser = office.Browse();
        for (var attempt = 0; attempt < 5; attempt++)
            (await CodeAsync(browser, await PasswordAsync(browser), phone.WrongCode())).ShouldStartWith("/login/code?failed=1");
        (await PasswordAsync(browser)).ShouldStartWith("/login?failed=1");
    }

    [Fact]
    public async Task A_recovery_code_logs_in_once_however_it_is_written()
    {
        await using var office = await WebOffice.OpenAsync();
        var (_, recovery) = await SetUpAsync(office);
        recovery.Count.ShouldBe(10);
        using var browser = office.Browse();
        (await RecoverAsync(browser, await PasswordAsync(browser), recovery[3].ToLowerInvariant().Replace("-", " "))).ShouldBe("/");
        (await browser.ReadAsync("/account")).ShouldContain("还有9个恢复码可用");
        using var again = office.Browse();
        (await RecoverAsync(again, await PasswordAsync(again), recovery[3])).ShouldStartWith("/login/code?failed=1");
    }

    [Fact]
    public async Task The_key_and_the_recovery_codes_are_not_readable_in_the_database()
    {
        await using var office = await WebOffice.OpenAsync();
        var (phone, recovery) = await SetUpAsync(office);
        var kept = string.Concat(await office.Office.ReadAsync(db => db.UserTokens.Select(token => token.Value).ToListAsync()));
        kept.ShouldNotContain(phone.Secret);
        recovery.ShouldAllBe(code => !kept.Contains(code));
    }

    [Fact]
    public async Task The_key_and_the_codes_are_shown_once_and_only_to_their_owner()
    {
        await using var office = await WebOffice.OpenAsync();
        using var owner = await office.BrowseAsAsync(OfficeRole.Leadership);
        var page = await owner.SubmitAndReadAsync("/account", "/account/second-factor", []);
        var phone = Phone.Scan(page);
        page.ShouldContain("<svg class=\"qr\"");
        page.Replace(" ", "").ShouldContain($"<code class=\"secret\">{phone.Secret}".Replace(" ", ""));
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/account/second-factor")).ShouldNotContain("otpauth");
        using var shown = await owner.SubmitAsync("/account/second-factor", "/confirm", new() { ["code"] = phone.NextCode() });
        shown.Headers.CacheControl!.NoStore.ShouldBeTrue();
        Phone.Codes(await Browser.WordsAsync(shown)).Count.ShouldBe(10);
        (await owner.ReadAsync("/account/second-factor")).ShouldNotContain(phone.Secret);
        Phone.Codes(await owner.ReadAsync("/account")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_code_at_the_set_up_turns_nothing_on()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        var phone = Phone.Scan(await browser.SubmitAndReadAsync("/account", "/account/second-factor", []));
        (await browser.SubmitAndReadAsync("/account/second-factor", "/confirm", new() { ["code"] = phone.WrongCode() })).ShouldContain("验证码不对");
        using var another = await office.BrowseAsAsync(OfficeRole.Leadership);
        await another.ReadAsync("/");
    }

    [Fact]
    public async Task Setting_it_up_ends_the_sessions_elsewhere_and_keeps_this_one()
    {
        await using var office = await WebOffice.OpenAsync();
        using var elsewhere = await office.BrowseAsAsync(OfficeRole.Leadership);
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        await Phone.SetUpAsync(browser);
        await browser.ReadAsync("/");
        await IsOutsideAsync(elsewhere);
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password_and_a_code()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        var (phone, _) = await Phone.SetUpAsync(browser);
        const string off = "/account/second-factor/off";
        var code = phone.NextCode();
        (await browser.SubmitAndReadAsync("/account", off, new() { ["password"] = "wrong", ["code"] = code })).ShouldContain("密码或验证码不对");
        (await browser.SubmitAndReadAsync("/account", off, new() { ["password"] = WebOffice.Password, ["code"] = phone.WrongCode() }))
            .ShouldContain("密码或验证码不对");
        (await browser.SubmitAndReadAsync("/account", off, new() { ["password"] = WebOffice.Password, ["code"] = code })).ShouldContain("两步验证已关闭");
        (await office.Office.ReadAsync(db => db.UserTokens.CountAsync())).ShouldBe(0);
        using var later = await office.BrowseAsAsync(OfficeRole.Leadership);
        await later.ReadAsync("/");
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_void()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        var (phone, old) = await Phone.SetUpAsync(browser);
        var form = Browser.Form.On(await browser.ReadAsync("/account"), "/account/second-factor/off") with { Action = "/account/second-factor/codes" };
        using var shown = await browser.PostAsync(form, new() { ["password"] = WebOffice.Password, ["code"] = phone.NextCode() });
        var renewed = Phone.Codes(await Browser.WordsAsync(shown));
        using var another = office.Browse();
        var step = await PasswordAsync(another);
        (await RecoverAsync(another, step, old[0])).ShouldStartWith("/login/code?failed=1");
        (await RecoverAsync(another, step, renewed[0])).ShouldBe("/");
    }

    [Fact]
    public async Task A_role_that_must_have_it_does_nothing_else_before()
    {
        var login = new LoginOptions { SecondFactorRoles = [OfficeRole.Leadership] };
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = login });
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        await teacher.ReadAsync("/");

        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        using var led = await browser.GetAsync("/rounds");
        led.Headers.Location!.ToString().ShouldBe("/account");
        using var api = await browser.GetAsync("/api/inbox");
        api.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var reason = JsonDocument.Parse(await api.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        reason.RootElement.GetProperty("refusal").GetString().ShouldBe("SecondFactorMissing");
        (await browser.ReadAsync("/account")).ShouldContain("您的角色必须先设置两步验证");

        await Phone.SetUpAsync(browser);
        await browser.ReadAsync("/rounds");
    }

    [Fact]
    public async Task A_code_without_a_password_before_it_leads_back_to_the_login()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        (await CodeAsync(browser, "/login/code", "123456")).ShouldStartWith("/login?failed=1");
    }

    private static async Task<(Authenticator Phone, List<string> Recovery)> SetUpAsync(WebOffice office)
    {
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        return await Phone.SetUpAsync(browser);
    }

    private static async Task<string> PasswordAsync(Browser browser, string returnUrl = "/")
    {
        using var response = await browser.SubmitAsync("/login", "/session",
            new() { ["userName"] = "Leadership", ["password"] = WebOffice.Password, ["returnUrl"] = returnUrl });
        return response.Headers.Location!.ToString();
    }

    private static async Task<string> CodeAsync(Browser browser, string page, string code)
    {
        using var response = await browser.SubmitAsync(page, "/session/code", new() { ["code"] = code });
        return response.Headers.Location!.ToString();
    }

    private static async Task<string> RecoverAsync(Browser browser, string page, string code)
    {
        using var response = await browser.SubmitAsync(page, "/session/code", new() { ["recovery"] = code });
        return response.Headers.Location!.ToString();
    }

    private static async Task IsOutsideAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
