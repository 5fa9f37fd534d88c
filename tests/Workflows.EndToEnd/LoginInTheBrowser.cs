using Microsoft.Playwright;
using Workflows.Testing;

namespace Workflows.EndToEnd;

/// <summary>The principal sets a second factor up, logs in with it, and proves it again, in a real browser on the real worker.</summary>
public sealed class LoginInTheBrowser
{
    private const string Password = "Shaxian-2026";

    [Fact]
    public Task The_principal_sets_up_a_second_factor_and_logs_in_with_it() => OfficeBrowser.TellAsync("login", async browser =>
    {
        var principal = await browser.LogInAsync("principal");
        var phone = await SetUpAsync(principal, browser);
        await LogInAsync(principal, phone);
        await principal.Page.GotoAsync("/login/again?returnUrl=%2Frounds");
        await principal.LookAsync("login-again");
        await principal.Page.GotoAsync("/login/again?returnUrl=%2Frounds");
        await principal.Page.FillAsync("input[name=password]", Password);
        await principal.Page.FillAsync("input[name=code]", phone.NextCode());
        await principal.Page.ClickAsync("main button.primary");
        await principal.Page.ArriveAsync("/rounds$");
    });

    private static async Task<Authenticator> SetUpAsync(PersonAtWork principal, OfficeBrowser browser)
    {
        var page = principal.Page;
        await page.ClickAsync("header a[href='/account']");
        await principal.LookAsync("account");
        await page.ClickAsync("form[action='/account/second-factor'] button");
        await Assertions.Expect(page.Locator("svg.qr")).ToBeVisibleAsync();
        await principal.LookAsync("set-up");
        var phone = new Authenticator(await page.Locator("code.secret").InnerTextAsync());
        await page.FillAsync("input[name=code]", phone.NextCode());
        await page.ClickAsync("main button.primary");
        await Assertions.Expect(page.Locator("ol.codes li")).ToHaveCountAsync(10);
        await browser.KeepAsync(page, "recovery-codes");
        await page.ClickAsync("a[href='/account']");
        (await page.Locator(".chip.good").First.InnerTextAsync()).ShouldBe("已开启");
        await page.ClickAsync("summary");
        await browser.KeepAsync(page, "account-with-it");
        return phone;
    }

    private static async Task LogInAsync(PersonAtWork principal, Authenticator phone)
    {
        var page = principal.Page;
        await page.ClickAsync("form[action='/account/sessions/end'] button");
        await page.ArriveAsync("/login$");
        await page.FillAsync("input[name=userName][required]", "principal");
        await page.FillAsync("input[name=password][required]", Password);
        await page.ClickAsync("form.stack button[type=submit]");
        await page.ArriveAsync("/login/code");
        await principal.LookAsync("login-code");
        await page.FillAsync("input[name=code]", phone.WrongCode());
        await page.ClickAsync("button.primary");
        await Assertions.Expect(page.Locator(".answer.refused")).ToBeVisibleAsync();
        await page.FillAsync("input[name=code]", phone.NextCode());
        await page.ClickAsync("button.primary");
        await Assertions.Expect(page.Locator(".tabs").First).ToBeVisibleAsync();
    }
}
