using Microsoft.EntityFrameworkCore;
using Workflows.Testing;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

public sealed class LockoutTests(PostgresCluster cluster)
{
    private const string Wrong = "wrong";

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_answered_like_a_wrong_one_from_any_browser()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var attempt = 0; attempt < 5; attempt++)
            await FailsAsync(office, "Auditor", Wrong);
        await FailsAsync(office, "Auditor", WebOffice.Password);
        using var colleague = office.Browse();
        await colleague.LogInAsync("Teacher");
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not_lock_and_the_right_one_forgives_them()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++)
                await FailsAsync(office, "Auditor", Wrong);
            using var browser = office.Browse();
            await browser.LogInAsync("Auditor");
            await browser.ReadAsync("/audit");
        }
    }

    [Fact]
    public async Task The_lock_lasts_a_quarter_of_an_hour_and_opens_by_itself()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var attempt = 0; attempt < 5; attempt++)
            await FailsAsync(office, "Auditor", Wrong);
        var end = await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Auditor").Select(account => account.LockoutEnd).SingleAsync());
        (end!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes.ShouldBeInRange(14, 15);
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Auditor")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        using var browser = office.Browse();
        await browser.LogInAsync("Auditor");
        await browser.ReadAsync("/audit");
    }

    [Fact]
    public async Task The_pages_for_a_wrong_password_an_unknown_name_a_lock_and_somebody_who_left_are_one_and_the_same()
    {
        await using var office = await WebOffice.OpenAsync();
        for (var attempt = 0; attempt < 5; attempt++)
            await FailsAsync(office, "Auditor", Wrong);
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Leadership")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false)));
        string[] pages =
        [
            await FailsAsync(office, "Teacher", Wrong), await FailsAsync(office, "nobody-of-that-name", Wrong),
            await FailsAsync(office, "Auditor", WebOffice.Password), await FailsAsync(office, "Leadership", WebOffice.Password),
        ];
        pages.Distinct().Count().ShouldBe(1);
        pages[0].ShouldContain("用户名或密码不对，或者账户暂时锁定");
    }

    [Fact]
    public async Task Strangers_who_lock_an_account_do_not_lock_its_owner_out_of_a_browser_used_before()
    {
        await using var office = await WebOffice.OpenAsync();
        using var known = await office.BrowseAsAsync("Leadership");
        await known.SubmitAsync("/", "/session/end", []);
        for (var attempt = 0; attempt < 5; attempt++)
            await FailsAsync(office, "Leadership", Wrong);
        await FailsAsync(office, "Leadership", WebOffice.Password);
        await known.LogInAsync("Leadership");
        await known.ReadAsync("/");
        await FailsAsync(office, "Leadership", WebOffice.Password);

        for (var attempt = 0; attempt < 5; attempt++)
            await FailsAsync(known, "Leadership", Wrong);
        await FailsAsync(known, "Leadership", WebOffice.Password);
    }

    [Fact]
    public async Task Guesses_posted_all_at_once_are_counted_one_by_one()
    {
        await using var office = await WebOffice.OpenOnPostgresAsync(cluster);
        using var known = await office.BrowseAsAsync("Auditor");
        await known.SubmitAsync("/", "/session/end", []);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => FailsAsync(office, "Auditor", Wrong)));
        (await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Auditor").Select(account => account.AccessFailedCount).SingleAsync())).ShouldBe(5);
        await FailsAsync(office, "Auditor", WebOffice.Password);
        await known.LogInAsync("Auditor");
    }

    private static async Task<string> FailsAsync(WebOffice office, string userName, string password)
    {
        using var browser = office.Browse();
        return await FailsAsync(browser, userName, password);
    }

    private static async Task<string> FailsAsync(Browser browser, string userName, string password)
    {
        using var response = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = userName, ["password"] = password });
        var page = response.Headers.Location!.ToString();
        page.ShouldBe("/login?failed=1&returnUrl=%2F");
        var words = await browser.ReadAsync(page);
        return System.Text.RegularExpressions.Regex.Replace(words, "(__RequestVerificationToken\" value=\")[^\"]*", "$1");
    }
}
