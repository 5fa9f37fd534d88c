using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Rotation;

/// <summary>A year's rotation on its pages and over the API: the forecast, the proposal, what HR changes, what a teacher says, what others may not do.</summary>
public sealed partial class RotationPagesTests
{
    [Fact]
    public async Task HR_plans_the_rotations_of_some_years_together_and_holds_somebody_fast()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.Office.AddCollegeAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/rotation/planner?from=2019-2020-1")).ShouldContain("不是今后的学期");

        var page = await hr.ReadAsync("/rotation/planner?from=2027-2028-1&semesters=4");
        page.ShouldContain("R13：2027 年末五年更新应有");
        page.ShouldContain("R01：");
        page.ShouldNotContain("id=\"difference\"");
        (await hr.ReadAsync("/rotation/planner?from=2027-2028-1&semesters=4&lang=en")).ShouldContain("R13: at the end of 2027 the renewal should be");

        var held = await hr.ReadAsync(WebUtility.HtmlDecode(PinLink().Match(page).Groups["address"].Value) + "&lang=zh-CN");
        held.ShouldContain("已固定");
        held.ShouldContain("没有不同");
    }

    [Fact]
    public async Task HR_sees_the_forecast_opens_a_rotation_adjusts_it_with_reasons_and_sees_what_it_does_to_every_reading()
    {
        await using var office = await WebOffice.OpenAsync();
        var people = await office.Office.AddCollegeAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var forecast = await hr.ReadAsync("/rotation?on=2026-11-01");
        forecast.ShouldContain("到 2026 年末五年更新 0/12，应有 2");
        forecast.ShouldContain("本轮须补充 2 人");
        (await hr.ReadAsync("/rotation?on=2026-11-01&lang=en")).ShouldContain("by the end of 2026 the renewal is 0/12 and should be 2 to 3");

        var opened = await hr.SubmitAndReadAsync("/rotation?on=2026-11-01&lang=zh-CN", "/rotation/rounds", new() { ["effectiveOn"] = "2026-11-01" });
        opened.ShouldContain("已提出 2 人轮岗、补充 2 人的建议");
        var round = await office.Office.ReadAsync(db => db.RotationRounds.AsNoTracking().Include(one => one.Lines).SingleAsync());
        var page = await hr.ReadAsync($"/rotation/rounds/{round.CaseId}");
        page.ShouldContain("在岗 28 年（1998-08 起）");
        page.ShouldContain("更新率的全部口径（R13）");
        page.ShouldContain("对队伍结构的影响");
        foreach (var clause in new[] { "R02", "R03", "R04", "R13", "R15", "R16" })
            page.ShouldContain($"<span class=\"muted\">{clause}</span>");
        page.ShouldNotContain("id=\"\"");
        (await hr.ReadAsync($"/rotation/rounds/{round.CaseId}?lang=en")).ShouldContain("28 years in post (since 1998-08)");

        var line = round.Lines.Single(one => one.PersonId == people["罗建平"]);
        using (var refused = await hr.SubmitAsync($"/rotation/rounds/{round.CaseId}?lang=zh-CN", $"/rotation/lines/{line.Id}/strike", new() { ["reason"] = "" }))
            (await hr.ReadAsync(refused.Headers.Location!.ToString())).ShouldContain("请写明去掉的理由");
        (await hr.SubmitAndReadAsync($"/rotation/rounds/{round.CaseId}", $"/rotation/lines/{line.Id}/strike", new() { ["reason"] = "另有安排" }))
            .ShouldContain("另有安排");
        (await hr.SubmitAndReadAsync($"/rotation/rounds/{round.CaseId}", $"/rotation/rounds/{round.CaseId}/lines", new()
        {
            ["person"] = $"{people["教师1"]}", ["host"] = $"Primary|{SecondmentOffice.Host}", ["reason"] = "R13：本人申请",
        })).ShouldContain("R13：本人申请");
        var vacant = await hr.SubmitAndReadAsync($"/rotation/rounds/{round.CaseId}", $"/rotation/rounds/{round.CaseId}/vacancies", new()
        {
            ["vacancy"] = "", ["subject"] = "美术", ["stage"] = "Primary", ["level"] = "Intermediate", ["places"] = "1", ["reason"] = "学科需要",
        });
        vacant.ShouldContain("美术");
        vacant.ShouldContain("补充 3 人，多于调出人数加空额 2");
        (await hr.SubmitAndReadAsync($"/rotation/rounds/{round.CaseId}", $"/rotation/rounds/{round.CaseId}/day", new()
        {
            ["effectiveOn"] = "2026-12-01", ["reason"] = "学期安排",
        })).ShouldContain("2026-12-01");
    }

    [Fact]
    public async Task A_teacher_reads_the_reason_and_objects_and_HR_answers_it()
    {
        await using var office = await WebOffice.OpenAsync();
        var people = await office.Office.AddCollegeAsync();
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        await office.Office.IsPersonAsync(OfficeRole.Teacher, people["周敏"]);
        var @case = await office.Office.OpenRotationAsync();
        (await office.Office.HandInRotationAsync()).IsDone.ShouldBeTrue();
        var line = await office.Office.RotationLineAsync(@case, people["周敏"]);
        (await teacher.ReadAsync($"/rotation/lines/{line.Id}")).ShouldContain("在岗 21 年（2005-08 起）");
        (await teacher.SubmitAndReadAsync($"/rotation/lines/{line.Id}", $"/rotation/lines/{line.Id}", new() { ["objects"] = "yes", ["words"] = "家中老人住院" }))
            .ShouldContain("家中老人住院");
        var other = await office.Office.RotationLineAsync(@case, people["罗建平"]);
        using (var strange = await teacher.GetAsync($"/rotation/lines/{other.Id}"))
            strange.StatusCode.ShouldBe(HttpStatusCode.NotFound, "another teacher's line");

        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        await hr.SubmitAndReadAsync($"/rotation/rounds/{@case}", $"/rotation/lines/{other.Id}", new() { ["objects"] = "no", ["words"] = "电话确认" });
        var handled = await hr.SubmitAndReadAsync($"/rotation/rounds/{@case}", $"/rotation/lines/{line.Id}/handle", new() { ["how"] = "Kept", ["reason"] = "已协调就近学校" });
        handled.ShouldContain("已处理");
        (await teacher.ReadAsync($"/rotation/lines/{line.Id}")).ShouldContain("已协调就近学校");
        (await hr.ReadAsync($"/cases/{@case}")).ShouldContain("逐条处理异议");
    }

    [Fact]
    public async Task Every_move_is_there_over_the_API_and_asks_for_the_right_when_it_is_made()
    {
        await using var office = await WebOffice.OpenAsync();
        var people = await office.Office.AddCollegeAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        (await PostAsync(leader, "/api/rotation/rounds", new { operationId = Guid.CreateVersion7(), effectiveOn = "2026-11-01" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(hr, "/api/rotation/rounds", new { operationId = Guid.CreateVersion7(), effectiveOn = "2026-11-01" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var @case = await office.Office.ReadAsync(db => db.RotationRounds.Select(one => one.CaseId).SingleAsync());
        var version = async () => (await office.Office.RotationAsync(@case)).Version;
        var line = (await office.Office.RotationLineAsync(@case, people["周敏"])).Id;
        object[] moves(long now) =>
        [
            new { operationId = Guid.CreateVersion7(), roundId = @case, version = now, personId = people["教师1"], school = SecondmentOffice.Host, stage = "Primary", reason = "本人申请" },
            new { operationId = Guid.CreateVersion7(), roundId = @case, version = now, subject = "美术", stage = "Primary", level = "Intermediate", places = 1, reason = "学科需要" },
            new { operationId = Guid.CreateVersion7(), roundId = @case, version = now, effectiveOn = "2026-12-01", reason = "学期安排" },
            new { operationId = Guid.CreateVersion7(), lineId = line, version = now, reason = "另有安排" },
            new { operationId = Guid.CreateVersion7(), lineId = line, version = now, how = "Kept", reason = "经研究" },
        ];
        string[] paths = ["/api/rotation/lines/edit", "/api/rotation/vacancies/edit", "/api/rotation/day", "/api/rotation/lines/strike", "/api/rotation/lines/handle"];
        for (var place = 0; place < paths.Length; place++)
        {
            (await PostAsync(leader, paths[place], moves(await version())[place])).StatusCode.ShouldBe(HttpStatusCode.Forbidden, paths[place]);
            (await PostAsync(hr, paths[place], moves(await version())[place])).StatusCode
                .ShouldBe(place < 4 ? HttpStatusCode.OK : HttpStatusCode.Conflict, $"{paths[place]}: no objection is open");
        }

        (await PostAsync(hr, "/api/rotation/lines/answer", new { operationId = Guid.CreateVersion7(), lineId = line, objects = false, words = "" })).StatusCode
            .ShouldBe(HttpStatusCode.Conflict, "nobody is asked yet");
        await office.Office.DeclareAsync(@case, OfficeRole.HumanResources);
        var item = await office.Office.OpenItemAsync("draft");
        (await PostAsync(hr, "/api/work-items/rotation-list", new
        {
            operationId = Guid.CreateVersion7(), workItemId = item.Id, revision = item.Revision, outcome = "Submitted", comment = "",
        })).StatusCode.ShouldBe(HttpStatusCode.OK);
        var read = JsonNode.Parse(await leader.ReadAsync($"/api/rotation/rounds/{@case}"))!;
        ((int)read["need"]!["newcomers"]!, read["outlook"]!["days"]!.AsArray().Count).ShouldBe((2, 6));
        read["round"]!["lines"]!.AsArray().Count.ShouldBe(3);
        JsonNode.Parse(await leader.ReadAsync("/api/rotation/rounds"))!.AsArray().Count.ShouldBe(1);
        (await leader.ReadAsync("/api/rotation/need?effectiveOn=2026-11-01")).ShouldContain("本轮须补充 2 人");
    }

    [Fact]
    public async Task The_public_notice_shows_name_birth_month_education_subject_and_school_and_the_document_closes_the_round()
    {
        await using var office = await WebOffice.OpenAsync();
        var people = await office.Office.AddCollegeAsync();
        var @case = await office.Office.OpenRotationAsync();
        await office.Office.HandInRotationAsync();
        await office.Office.AnswerRotationAsync(@case, people["周敏"]);
        await office.Office.AnswerRotationAsync(@case, people["罗建平"]);
        await office.Office.DeclareAsync(@case, OfficeRole.Leadership);
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        (await leader.ReadAsync($"/cases/{@case}")).ShouldContain("更新率的全部口径（R13）");
        await office.Office.ApproveAsync(@case);
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var notice = await office.Office.ReadAsync(db => db.Notices.Select(one => one.Id).SingleAsync());
        var paper = await hr.ReadAsync($"/rotation/notices/{notice}");
        paper.ShouldContain("2026年轮岗教师的公示");
        paper.ShouldContain("拟自2026年11月1日起");
        paper.ShouldContain("<td>周敏</td><td>1985-04</td><td>本科</td><td>语文</td><td>城关小学</td>");
        await office.Office.GoToAsync("2026-08-11 00:00");
        await office.Office.IssueRotationAsync();
        await office.Office.GoToAsync("2026-11-01 00:00");
        var done = await hr.ReadAsync($"/rotation/rounds/{@case}");
        done.ShouldContain("已调动");
        done.ShouldContain("2026-01</a>");
        (await hr.ReadAsync("/rotation")).ShouldContain("沙教调〔2026〕3号");
        (await office.Office.PersonAsync(people["周敏"])).Status.ShouldBe(StaffStatus.TransferredOut);
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Requested-With", "test");
        return browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("""<a href="(?<address>/rotation/planner\?[^"]*pin=[^"]*)">""")]
    private static partial Regex PinLink();
}
