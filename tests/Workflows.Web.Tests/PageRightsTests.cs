using System.Net;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class PageRightsTests
{
    private const string Everybody = "HumanResources Leadership EducationBureau EstablishmentOffice PersonnelBureau Teacher Auditor School Administrator";

    [Theory]
    [InlineData("/", Everybody)]
    [InlineData("/?tab=done", Everybody)]
    [InlineData("/?tab=mine", Everybody)]
    [InlineData("/?tab=copies", Everybody)]
    [InlineData("/deputies", Everybody)]
    [InlineData("/calendars", Everybody)]
    [InlineData("/calendars/holidays-2026.json", Everybody)]
    [InlineData("/calendars/semesters-2026.json", Everybody)]
    [InlineData("/calendars/holidays-2026.json/edit", "HumanResources")]
    [InlineData("/api/calendars", Everybody)]
    [InlineData("/orphans", "HumanResources")]
    [InlineData("/accounts", "HumanResources")]
    [InlineData("/api/orphans", "HumanResources")]
    [InlineData("/api/accounts", "HumanResources")]
    [InlineData("/status", Everybody)]
    [InlineData("/operations", "Administrator")]
    [InlineData("/mail", "HumanResources Auditor")]
    [InlineData("/definitions", "HumanResources Auditor")]
    [InlineData("/definitions/hiring-round/1", "HumanResources Auditor")]
    [InlineData("/definitions/hiring-round/1/2", "HumanResources Auditor")]
    [InlineData("/api/definitions", "HumanResources Auditor")]
    [InlineData("/api/definitions/hiring-round/1/2", "HumanResources Auditor")]
    [InlineData("/appointments", "HumanResources Leadership Auditor")]
    [InlineData("/appointments/new", "HumanResources")]
    [InlineData("/exits", "HumanResources Leadership Auditor")]
    [InlineData("/exits/new", "HumanResources")]
    [InlineData("/waivers", "HumanResources Leadership Auditor")]
    [InlineData("/secondment", "HumanResources Leadership Auditor")]
    [InlineData("/secondment?semester=2026-2027-2&stage=Primary&standing=overdue", "HumanResources Leadership Auditor")]
    [InlineData("/secondment/planner", "HumanResources Leadership Auditor")]
    [InlineData("/secondment/schools", "HumanResources Leadership Auditor")]
    [InlineData("/api/secondment/findings", "HumanResources Leadership Auditor")]
    [InlineData("/rotation", "HumanResources Leadership Auditor")]
    [InlineData("/rotation/planner?from=2027-2028-1", "HumanResources Leadership Auditor")]
    [InlineData("/rotation?on=2026-11-01", "HumanResources Leadership Auditor")]
    [InlineData("/rotation?on=gestern", "HumanResources Leadership Auditor")]
    [InlineData("/api/rotation/need", "HumanResources Leadership Auditor")]
    [InlineData("/api/rotation/rounds", "HumanResources Leadership Auditor")]
    [InlineData("/api/waivers", "HumanResources Leadership Auditor")]
    [InlineData("/standards", Everybody)]
    [InlineData("/api/standards", Everybody)]
    [InlineData("/api/inspections", "HumanResources Leadership Auditor")]
    [InlineData("/college/what-if", "HumanResources Leadership Auditor")]
    [InlineData("/college/inputs", "HumanResources Leadership Auditor")]
    [InlineData("/api/college/inputs", "HumanResources Leadership Auditor")]
    [InlineData("/me", Everybody)]
    [InlineData("/days", "HumanResources Leadership Auditor")]
    [InlineData("/days?tab=leaders", "HumanResources Leadership Auditor")]
    [InlineData("/days/new", "HumanResources")]
    [InlineData("/days/verify", "School")]
    [InlineData("/api/days/findings", "HumanResources Leadership Auditor")]
    [InlineData("/api/days/waiting", "School")]
    [InlineData("/roster", "HumanResources Leadership Auditor")]
    [InlineData("/roster/import", "HumanResources")]
    [InlineData("/roster/spellings", "HumanResources Leadership Auditor")]
    [InlineData("/api/roster/spellings", "HumanResources Leadership Auditor")]
    [InlineData("/audit", "Auditor")]
    [InlineData("/audit/{case}", "Auditor")]
    [InlineData("/kinship/{round}", "HumanResources Leadership EducationBureau EstablishmentOffice PersonnelBureau Auditor")]
    [InlineData("/cases/{case}", "HumanResources Leadership EducationBureau EstablishmentOffice PersonnelBureau Auditor")]
    [InlineData("/cases/{application}", "HumanResources Leadership Auditor")]
    [InlineData("/api/cases/{application}", "HumanResources Leadership Auditor")]
    [InlineData("/api/rounds/{round}", "HumanResources Leadership EducationBureau EstablishmentOffice PersonnelBureau Auditor")]
    public async Task Each_role_opens_its_own_pages_and_no_others(string path, string roles)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var @case = (await office.Office.RoundAsync(round)).CaseId;
        var application = (await office.Office.ApplicationsAsync(round))[0].CaseId;
        var address = path.Replace("{round}", $"{round}").Replace("{case}", $"{@case}").Replace("{application}", $"{application}");
        var allowed = new List<OfficeRole>();
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            using var browser = await office.BrowseAsAsync(role);
            using var response = await browser.GetAsync(address);
            if (response.StatusCode is HttpStatusCode.OK)
                allowed.Add(role);
            else
                response.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
        }

        allowed.ShouldBe(roles.Split(' ').Select(Enum.Parse<OfficeRole>), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/mail")]
    [InlineData("/audit")]
    [InlineData("/status")]
    public async Task Nobody_sees_a_page_without_logging_in(string path)
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.ToString().ShouldStartWith("/login?returnUrl=");
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so_in_words()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        using var response = await browser.GetAsync("/nowhere");
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Browser.WordsAsync(response)).ShouldContain("没有这个页面");
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/office.css")]
    [InlineData("/health")]
    public async Task Every_answer_keeps_other_sites_and_injected_scripts_out(string path)
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
    }
}
