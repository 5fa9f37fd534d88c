using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class BureauLoginTests
{
    private static string LeadsTo(HttpResponseMessage response) => response.Headers.Location!.ToString();

    [Fact]
    public async Task The_first_login_goes_by_the_name_and_later_ones_by_the_subject_alone()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var first = office.Browse();
        (await first.ReadAsync("/login")).ShouldContain("统一身份认证登录");
        using var entered = await Bureau.PassAsync(first);
        LeadsTo(entered).ShouldBe("/account");
        (await first.ReadAsync("/account")).ShouldContain("HumanResources");

        bureau.Name = "Auditor";
        using var later = office.Browse();
        (await Bureau.PassAsync(later)).Dispose();
        (await later.ReadAsync("/account")).ShouldContain("HumanResources");
        (await office.Office.ReadAsync(db => db.UserLogins.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_without_an_account_is_told_so_and_stays_outside()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = office.Browse();
        bureau.Name = "somebody-of-another-school";
        using var refused = await Bureau.PassAsync(browser);
        (await browser.ReadAsync(LeadsTo(refused))).ShouldContain("本系统没有您可用的账户");
        await IsOutsideAsync(browser);
    }

    [Fact]
    public async Task A_name_that_was_given_to_somebody_else_opens_no_account()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var first = office.Browse();
        (await Bureau.PassAsync(first)).Dispose();
        bureau.Subject = "2002";
        using var browser = office.Browse();
        using var refused = await Bureau.PassAsync(browser);
        LeadsTo(refused).ShouldBe("/login/refused?reason=unknown");
        await IsOutsideAsync(browser);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_who_left_the_office_can_no_longer_enter_through_the_bureau(bool isBound)
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = office.Browse();
        if (isBound)
            (await Bureau.PassAsync(browser)).Dispose();
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "HumanResources")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false)));
        using var refused = await Bureau.PassAsync(browser);
        LeadsTo(refused).ShouldBe("/login/refused?reason=unknown");
        await IsOutsideAsync(browser);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_token_with_another_nonce_or_signature_opens_nothing(bool wrongNonce, bool anotherKey)
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = office.Browse();
        (bureau.SendsWrongNonce, bureau.SignsWithAnotherKey) = (wrongNonce, anotherKey);
        using var refused = await Bureau.PassAsync(browser);
        LeadsTo(refused).ShouldBe("/login/refused?reason=failed");
        (await browser.ReadAsync(LeadsTo(refused))).ShouldContain("统一身份认证没有成功");
        await IsOutsideAsync(browser);
        (await office.Office.ReadAsync(db => db.UserLogins.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_of_the_bureau_opens_nothing_in_another_browser()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var mine = office.Browse();
        using var asked = await mine.GetAsync("/login/bureau");
        using var outside = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var sent = await outside.GetAsync(asked.Headers.Location, TestContext.Current.CancellationToken);
        using var another = office.Browse();
        using var refused = await another.GetAsync(sent.Headers.Location!.ToString());
        LeadsTo(refused).ShouldBe("/login/refused?reason=failed");
        await IsOutsideAsync(another);
    }

    [Fact]
    public async Task Giving_up_at_the_bureau_is_no_error()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = office.Browse();
        bureau.IsCancelled = true;
        using var refused = await Bureau.PassAsync(browser);
        (await browser.ReadAsync(LeadsTo(refused))).ShouldContain("您在统一身份认证取消了登录");
    }

    [Fact]
    public async Task A_bureau_that_does_not_answer_leads_to_a_page_that_says_so()
    {
        var bureau = await Bureau.OpenAsync();
        var login = bureau.Login;
        await bureau.DisposeAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = login });
        using var browser = office.Browse();
        using var refused = await browser.GetAsync("/login/bureau");
        LeadsTo(refused).ShouldBe("/login/refused?reason=failed");
    }

    [Theory]
    [InlineData(true, "/account")]
    [InlineData(false, "/login/refused?reason=unknown")]
    public async Task A_mail_address_counts_only_when_the_bureau_has_verified_it(bool isVerified, string target)
    {
        await using var bureau = await Bureau.OpenAsync();
        bureau.IsEmailVerified = isVerified;
        var login = bureau.Login with { OpenIdConnect = bureau.Login.OpenIdConnect! with { NameClaim = "email" } };
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = login });
        using var browser = office.Browse();
        using var response = await Bureau.PassAsync(browser);
        LeadsTo(response).ShouldBe(target);
    }

    [Fact]
    public async Task With_local_accounts_off_nobody_enters_by_password()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login with { LocalAccounts = false } });
        using var browser = office.Browse();
        var page = await browser.ReadAsync("/login");
        page.ShouldNotContain("name=\"password\"");
        using var entered = await Bureau.PassAsync(browser);
        LeadsTo(entered).ShouldBe("/account");
        (await browser.ReadAsync("/account")).ShouldNotContain("name=\"newPassword\"");

        using var another = office.Browse();
        var form = Browser.Form.On(await browser.ReadAsync("/account"), "/session/end");
        using var tried = await another.PostAsync(form with { Action = "/session" }, new() { ["userName"] = "Auditor", ["password"] = WebOffice.Password });
        await IsOutsideAsync(another);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_after_the_bureau_too()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var local = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var (phone, _) = await Phone.SetUpAsync(local);
        using var browser = office.Browse();
        using var half = await Bureau.PassAsync(browser);
        LeadsTo(half).ShouldBe("/login/code?returnUrl=%2Faccount");
        await IsOutsideAsync(browser);
        using var entered = await browser.SubmitAsync(LeadsTo(half), "/session/code", new() { ["code"] = phone.NextCode() });
        LeadsTo(entered).ShouldBe("/account");
    }

    [Fact]
    public async Task Logging_in_again_asks_the_bureau_for_the_password_now()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = office.Browse();
        bureau.LoggedInAt = TimeProvider.System.GetUtcNow().AddHours(-3);
        (await Bureau.PassAsync(browser)).Dispose();
        using var asked = await browser.SubmitAsync("/account", "/account/second-factor", []);
        LeadsTo(asked).ShouldStartWith("/login/again?returnUrl=");

        const string again = "/login/bureau?again=true&returnUrl=%2Faccount";
        (await browser.ReadAsync("/login/again?returnUrl=%2Faccount")).ShouldContain("/login/bureau?again=true");
        using var stale = await Bureau.PassAsync(browser, again);
        LeadsTo(stale).ShouldBe("/login/refused?reason=stale");
        bureau.LastAsked["prompt"].ToString().ShouldBe("login");
        bureau.LastAsked["max_age"].ToString().ShouldBe("0");

        bureau.LoggedInAt = null;
        using var silent = await Bureau.PassAsync(browser, again);
        LeadsTo(silent).ShouldBe("/login/refused?reason=stale");

        bureau.LoggedInAt = TimeProvider.System.GetUtcNow();
        using var done = await Bureau.PassAsync(browser, again);
        LeadsTo(done).ShouldBe("/account");
        using var started = await browser.SubmitAsync("/account", "/account/second-factor", []);
        LeadsTo(started).ShouldBe("/account/second-factor");
    }

    [Fact]
    public async Task Nobody_makes_a_colleague_s_session_fresh()
    {
        await using var bureau = await Bureau.OpenAsync();
        await using var office = await WebOffice.OpenAsync(new OfficeWebOptions { Login = bureau.Login });
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        using var other = await Bureau.PassAsync(browser, "/login/bureau?again=true&returnUrl=%2Faccount");
        LeadsTo(other).ShouldBe("/login/refused?reason=other");
        (await browser.ReadAsync("/account")).ShouldContain("Leadership");
    }

    private static async Task IsOutsideAsync(Browser browser)
    {
        using var response = await browser.GetAsync("/");
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
