using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Roster;

public sealed class PersonPageTests
{
    [Fact]
    public async Task The_page_tells_the_history_what_counted_and_what_R12_says()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        using var principal = await office.BrowseAsAsync(OfficeRole.Leadership);
        var person = await PersonAsync(office, "张秀珍");
        var page = await principal.ReadAsync($"/roster/{person.Id}");
        page.ShouldContain("沙县区青州中学");
        page.ShouldContain("2022-2023-1");
        page.ShouldContain("三年一次挂职");
        page.ShouldContain("暂定校历");
        page.ShouldContain("下校天数");
        page.ShouldNotContain("更正");
        page.ShouldNotContain(person.IdNumber);
    }

    [Fact]
    public async Task HR_corrects_a_title_with_a_reason_and_the_wrong_one_stays_struck_through()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        var title = await office.Office.ReadAsync(async db => await db.TitleChanges.FirstAsync(one => one.Title == "一级教师"));
        var page = await hr.SubmitAndReadAsync($"/roster/{title.PersonId}", $"/roster/titles/{title.Id}/correct",
            new() { ["from"] = "2010-01-15", ["title"] = "一级教师", ["words"] = "证书日期为2010年1月15日" });
        page.ShouldContain("已更正");
        page.ShouldContain("class=\"retracted\"");
        page.ShouldContain("证书日期为2010年1月15日");
        page.ShouldContain("2010-01-15");

        var refused = await hr.SubmitAndReadAsync($"/roster/{title.PersonId}", "/correct", new() { ["from"] = "2010-13-45", ["title"] = "一级教师", ["words"] = "误登" });
        refused.ShouldContain("请写明起始日期");
    }

    [Fact]
    public async Task A_retracted_stay_changes_what_R12_says_at_once()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        var person = await PersonAsync(office, "张秀珍");
        var stays = await office.Office.ReadAsync(db => db.Placements.Where(one => one.PersonId == person.Id).ToListAsync());
        foreach (var stay in stays)
        {
            (await hr.SubmitAndReadAsync($"/roster/{person.Id}", $"/roster/placements/{stay.Id}/correct", new() { ["retract"] = "on", ["words"] = "查无此事" }))
                .ShouldContain("已作废");
        }

        (await hr.ReadAsync($"/roster/{person.Id}")).ShouldContain("尚未完成过一个学期");
    }

    [Fact]
    public async Task HR_sees_masked_data_once_and_the_look_is_recorded_and_nobody_else_does()
    {
        await using var office = await WebOffice.OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await RosterFileTests.ConfirmAsync(hr, await RosterFileTests.SampleAsync());
        var person = await PersonAsync(office, "张秀珍");
        using var shown = await hr.SubmitAsync($"/roster/{person.Id}", $"/roster/{person.Id}/personal", []);
        (await Browser.WordsAsync(shown)).ShouldContain(person.IdNumber);
        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.CaseId == OfficeRecord.RosterCaseId && entry.Action == "PersonalDataViewed"))).ShouldBe(1);

        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        var page = await auditor.ReadAsync($"/roster/{person.Id}");
        page.ShouldContain("查看个人信息");
        using var refused = await auditor.PostAsync(
            Browser.Form.On(page, "/session/end") with { Action = $"/roster/{person.Id}/personal" }, new() { ["operation"] = $"{Guid.CreateVersion7()}" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Person> PersonAsync(WebOffice office, string name) => office.Office.ReadAsync(db => db.People.SingleAsync(person => person.Name == name));
}
