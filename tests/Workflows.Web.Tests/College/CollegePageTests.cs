using System.IO.Compression;
using System.Net;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Documents;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;
using Workflows.Web.Tests.Roster;

namespace Workflows.Web.Tests.College;

/// <summary>The page of the clauses about the college, and what a decision does to them beside its button.</summary>
public sealed class CollegePageTests
{
    [Fact]
    public async Task Leadership_sees_which_clauses_fall_short_how_far_and_what_would_fix_it()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);

        var page = await leader.ReadAsync("/college?asOf=2026-11-26");

        foreach (var clause in new[] { "R01", "R02", "R03", "R04", "R11", "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R25", "R26" })
            page.ShouldContain($"id=\"{clause}\"");
        page.ShouldContain("尽快安排：汤丽娜");
        page.ShouldContain("取决于口径");
        page.ShouldContain("2030年末");
        (await leader.ReadAsync("/college?asOf=2026-11-26&verdict=NotMet")).ShouldNotContain("id=\"R04\"");
        (await leader.ReadAsync("/college?asOf=gestern")).ShouldContain("不是日期，请写成 2026-09-01");
        (await leader.ReadAsync("/college?asOf=2026-11-26&lang=en")).ShouldContain("place them as soon as possible: 汤丽娜");
    }

    [Fact]
    public async Task The_evidence_of_a_past_day_shows_what_was_true_then_without_personal_data_and_that_it_was_taken_is_recorded()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);

        using var taken = await leader.SubmitAsync("/college?asOf=2023-12-31", "/college/evidence", []);

        taken.Content.Headers.ContentType!.MediaType.ShouldBe(XlsxWriter.MediaType);
        var file = await taken.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var sheets = new[] { "结论", "口径", "人员", "更新R13", "兼职教师R16", "年度投入", "标准项R26", "逐年" }
            .ToDictionary(name => name, name => TableFile.Read(new MemoryStream(file), "佐证.xlsx", name).Value!.Rows);
        sheets["结论"].Select(row => row.Cell(0)).ShouldBe(
            ["条款", "R01", "R02", "R03", "R04", "R11", "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R25", "R26"]);
        (sheets["结论"][2].Cell(4), sheets["结论"][2].Cell(5)).ShouldBe(("34", "34"));
        sheets["年度投入"].Select(row => row.Cell(0)).ShouldNotContain("2024");
        sheets.Values.SelectMany(rows => rows).SelectMany(row => row.Cells).ShouldAllBe(cell => !cell.Contains("350403", StringComparison.Ordinal));
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        var record = await auditor.ReadAsync($"/audit/{OfficeRecord.RosterCaseId}");
        record.ShouldContain("取用条款佐证");
        record.ShouldContain("2023-12-31");

        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var refused = await teacher.PostAsync(
            Browser.Form.On(await teacher.ReadAsync("/"), "/session/end") with { Action = "/college/evidence" },
            new() { ["operation"] = $"{Guid.CreateVersion7()}", ["asOf"] = "2023-12-31" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_evidence_is_a_paper_to_be_signed_too_with_a_part_for_each_clause()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());

        using var taken = await hr.SubmitAsync("/college?asOf=2023-12-31", "/college/evidence", new() { ["format"] = "Word" });

        taken.Content.Headers.ContentType!.MediaType.ShouldBe(OfficialDocument.MediaType);
        using var file = new ZipArchive(await taken.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var reader = new StreamReader(file.GetEntry("word/document.xml")!.Open());
        var words = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        words.ShouldContain("截至2023年12月31日的情况");
        words.ShouldContain("2．中高级职称（R02）");
        words.ShouldContain("19．标准项台账（R26）：资料不足");
        words.ShouldContain("按聘任岗位");
        words.ShouldNotContain("350403");
    }

    [Fact]
    public async Task Other_offices_do_not_see_it()
    {
        await using var office = await WebOffice.OpenAsync();
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var page = await teacher.GetAsync("/college");
        page.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_decides_sees_the_effect_on_the_structure_beside_the_button_and_over_the_API()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.Office.AddPersonAsync("周敏", title: "一级教师");
        var person = await office.Office.AddPersonAsync("罗建平");
        var @case = await office.Office.OpenedExitAsync(person, new ExitProposal
        {
            Kind = ExitKind.Resignation, LastDay = new DateOnly(2026, 9, 2), Reason = "个人原因", Ground = "书面辞职申请", NoticeGivenOn = new DateOnly(2026, 8, 3),
        });
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var page = await hr.ReadAsync($"/cases/{@case}");
        page.ShouldContain("对队伍结构的影响");
        page.ShouldContain("2026-09-03");
        (await hr.ReadAsync($"/api/cases/{@case}/outlook")).ShouldContain("\"clause\":\"R03\"");

        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        using var refused = await teacher.GetAsync($"/api/cases/{@case}/outlook");
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
