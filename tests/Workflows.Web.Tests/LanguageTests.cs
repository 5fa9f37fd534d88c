using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Applicants;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class LanguageTests
{
    [Fact]
    public async Task Pages_speak_Chinese_unless_asked_otherwise()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        var page = await browser.ReadAsync("/login");
        page.ShouldContain("<html lang=\"zh-CN\">");
        page.ShouldContain("用户名");
        page.ShouldNotContain("User name");
    }

    [Fact]
    public async Task A_chosen_language_stays_for_the_next_page_and_can_be_changed_back()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Leadership);
        await browser.ReadAsync("/?lang=en");
        var page = await browser.ReadAsync("/");
        page.ShouldContain("<html lang=\"en\">");
        page.ShouldContain("Nothing waits for you.");
        page.ShouldNotContain("没有等您办理的事项");
        (await browser.ReadAsync("/?lang=zh-CN")).ShouldContain("没有等您办理的事项");
    }

    [Fact]
    public async Task An_application_read_in_English_names_its_cells_in_English()
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var address = $"/applications/{(await office.Office.ApplicationsAsync(round))[0].Id}";
        var (chinese, english) = (await browser.ReadAsync(address), await browser.ReadAsync($"{address}?lang=en"));
        foreach (var column in ApplicantColumns.All)
        {
            chinese.ShouldContain($"<dt>{column.Chinese}</dt>");
            english.ShouldNotContain($"<dt>{column.Chinese}</dt>");
        }

        english.ShouldContain("<dt>Birth date</dt>");
        english.ShouldContain("Correct Birth date");
    }

    [Fact]
    public async Task An_account_s_own_language_counts_where_none_was_chosen()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.Office.ReadAsync(db => db.Users.Where(account => account.UserName == "Auditor")
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Language, "en")));
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await browser.ReadAsync("/")).ShouldContain("<html lang=\"en\">");
    }

    [Fact]
    public async Task An_unknown_language_is_no_error()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        (await browser.ReadAsync("/login?lang=xx")).ShouldContain("<html lang=\"zh-CN\">");
    }
}
