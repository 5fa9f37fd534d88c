using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

/// <summary>The pages of the process versions, in an office with a round that began on the first one.</summary>
public sealed class DefinitionTests
{
    private const string Address = "/definitions/hiring-round/1/2";

    [Fact]
    public async Task The_list_shows_every_version_with_its_file_and_its_running_cases()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);

        var page = await browser.ReadAsync("/definitions");

        page.ShouldContain("hiring/round.json");
        page.ShouldContain("hiring/round.v1.json");
        page.ShouldContain($"href=\"{Address}\"");
        using var all = JsonDocument.Parse(await browser.ReadAsync("/api/definitions"));
        var versions = all.RootElement.EnumerateArray().Single(one => one.GetProperty("id").GetString() == "hiring-round").GetProperty("versions");
        versions.EnumerateArray().Select(one => (one.GetProperty("version").GetInt32(), one.GetProperty("runningCases").GetInt32()))
            .ShouldBe([(2, 0), (1, 1)]);
    }

    [Fact]
    public async Task Each_version_has_its_picture_and_says_who_decides_what()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);

        var page = await browser.ReadAsync("/definitions/hiring-round/1");

        page.ShouldContain("<svg");
        page.ShouldContain("三部门会签编制与岗位");
        page.ShouldContain("编办、人社局、教育局");
        using var none = await browser.GetAsync("/definitions/hiring-round/99");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_dry_run_shows_differences_and_verdicts_in_both_languages()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);

        var page = await browser.ReadAsync(Address);
        page.ShouldContain("须先签亲属关系声明由");
        page.ShouldContain("试算：在办1件，可改1件");
        page.ShouldContain("可以改版");
        (await browser.ReadAsync($"{Address}?lang=en")).ShouldContain("Dry run: 1 of 1 running cases can move");
        (await VersionAsync(office)).ShouldBe(1);
    }

    [Fact]
    public async Task HR_moves_the_round_with_a_reason_and_its_page_tells_so()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);

        var refused = await browser.SubmitAndReadAsync(Address, Address, new() { ["case"] = "", ["reason"] = " " });
        refused.ShouldContain("请写明改版的理由");
        (await VersionAsync(office)).ShouldBe(1);

        var done = await browser.SubmitAndReadAsync(Address, Address, new() { ["case"] = "", ["reason"] = "按回避要求办理" });

        done.ShouldContain("1个办件按第2版办理");
        done.ShouldContain("没有按第1版在办的办件");
        (await VersionAsync(office)).ShouldBe(2);
        var @case = await office.Office.ReadAsync(db => db.Cases.SingleAsync());
        var story = await browser.ReadAsync($"/cases/{@case.Id}");
        story.ShouldContain("改按新版流程办理：第1版");
        story.ShouldContain("按回避要求办理");
        story.ShouldContain("name=\"outcome\"", customMessage: "what was asked is still there to be decided");
    }

    [Fact]
    public async Task The_auditor_looks_on_and_moves_nothing()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.Auditor);
        (await browser.ReadAsync(Address)).ShouldNotContain("name=\"reason\"");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/definitions/migrate")
        {
            Content = JsonContent.Create(
                new MigrateCases.Command(Guid.CreateVersion7(), "hiring-round", 1, 2, null, "试试"), options: PolicyJson.Options),
        };
        request.Headers.Add("X-Requested-With", "test");
        using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await VersionAsync(office)).ShouldBe(1);
    }

    [Fact]
    public async Task A_program_tries_and_moves_over_the_API()
    {
        await using var office = await OldRoundAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var preview = JsonDocument.Parse(await browser.ReadAsync($"/api{Address}"));
        var verdict = preview.RootElement.GetProperty("cases")[0];
        verdict.GetProperty("canMove").GetBoolean().ShouldBeTrue();
        verdict.GetProperty("waits")[0].GetProperty("en").GetString().ShouldBe("Announce the round");

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/definitions/migrate")
        {
            Content = JsonContent.Create(new MigrateCases.Command(
                Guid.CreateVersion7(), "hiring-round", 1, 2, verdict.GetProperty("caseId").GetGuid(), "按新版办理"), options: PolicyJson.Options),
        };
        request.Headers.Add("X-Requested-With", "test");
        using var response = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await VersionAsync(office)).ShouldBe(2);
        using var upside = await browser.GetAsync("/api/definitions/hiring-round/2/1");
        upside.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static async Task<WebOffice> OldRoundAsync()
    {
        var office = await WebOffice.OpenAsync(behind: new ChangingDefinitions(ChangingDefinitions.FirstVersions).Register);
        await office.Office.SubmitAsync(Plans.Usual);
        foreach (var bureau in new[] { OfficeRole.EstablishmentOffice, OfficeRole.PersonnelBureau, OfficeRole.EducationBureau })
            await office.Office.DecideAsync(bureau, "countersign", Outcomes.Approved);
        return office;
    }

    private static Task<int> VersionAsync(WebOffice office) => office.Office.ReadAsync(db => db.Cases.Select(@case => @case.DefinitionVersion).SingleAsync());
}
