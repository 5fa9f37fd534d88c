using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rounds;

public sealed class RoundRightsTests
{
    private const string Readers = "HumanResources Leadership EducationBureau EstablishmentOffice PersonnelBureau Auditor";

    [Theory]
    [InlineData("/rounds", Readers)]
    [InlineData("/rounds/{round}", Readers)]
    [InlineData("/rounds/{round}/applicants", Readers)]
    [InlineData("/rounds/{round}/scores", Readers)]
    [InlineData("/rounds/{round}/checks", Readers)]
    [InlineData("/rounds/{round}/notices", Readers)]
    [InlineData("/rounds/{round}/announcement", Readers)]
    [InlineData("/applications/{application}", Readers)]
    [InlineData("/rounds/new", "HumanResources")]
    [InlineData("/rounds/{round}/plan", "HumanResources")]
    [InlineData("/rounds/{round}/import", "HumanResources")]
    [InlineData("/roster", "HumanResources Leadership Auditor")]
    public async Task Each_role_opens_its_own_pages_and_no_others(string path, string roles)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var application = (await office.Office.ApplicationsAsync(round))[0].Id;
        var allowed = new List<OfficeRole>();
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            using var browser = await office.BrowseAsAsync(role);
            using var response = await browser.GetAsync(path.Replace("{round}", $"{round}").Replace("{application}", $"{application}"));
            if (response.StatusCode is HttpStatusCode.OK)
                allowed.Add(role);
            else
                response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        allowed.ShouldBe(roles.Split(' ').Select(Enum.Parse<OfficeRole>), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/rounds/plan")]
    [InlineData("/rounds/{round}/revise")]
    [InlineData("/rounds/{round}/submit")]
    [InlineData("/rounds/{round}/withdraw")]
    [InlineData("/rounds/{round}/record-scores")]
    [InlineData("/rounds/{round}/preview-import")]
    [InlineData("/rounds/{round}/confirm-import")]
    [InlineData("/applications/{application}/correct")]
    [InlineData("/applications/{application}/re-review")]
    [InlineData("/applications/{application}/withdraw")]
    [InlineData("/notices/{round}/objections")]
    public async Task Nobody_but_the_personnel_office_may_post_its_forms(string path)
    {
        await using var office = await WebOffice.OpenAsync();
        var round = await office.UnderReviewAsync();
        var application = (await office.Office.ApplicationsAsync(round))[0].Id;
        var action = path.Replace("{round}", $"{round}").Replace("{application}", $"{application}");
        foreach (var role in Enum.GetValues<OfficeRole>().Except([OfficeRole.HumanResources]))
        {
            using var browser = await office.BrowseAsAsync(role);
            var token = Browser.Form.On(await browser.ReadAsync("/"), "/session/end");
            using var response = await browser.PostAsync(token with { Action = action }, new() { ["withdraw-reason"] = "x" });
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role} posting {path}");
        }

        (await office.Office.RoundAsync(round)).Stage.ShouldBe(RoundStage.QualificationReview);
    }

    [Fact]
    public async Task A_page_of_a_round_that_isnt_there_says_so()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        foreach (var page in new[] { "", "/plan", "/applicants", "/scores", "/checks", "/notices", "/notice", "/announcement", "/import" })
        {
            using var response = await browser.GetAsync($"/rounds/01900000-0000-7000-8000-000000000000{page}");
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, page);
        }

        (await office.Office.ReadAsync(db => db.Rounds.CountAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }
}
