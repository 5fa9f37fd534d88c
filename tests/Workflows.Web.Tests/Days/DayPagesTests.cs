using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Days;

/// <summary>The day ledger on its pages, without any script.</summary>
public sealed class DayPagesTests
{
    private static readonly Dictionary<string, string> Today = new()
    {
        ["on"] = "2026-09-15", ["school"] = DayOffice.Rural, ["kind"] = "LessonObservation", ["note"] = "识字课",
    };

    [Fact]
    public async Task A_teacher_lands_on_their_own_page_logs_a_day_and_the_school_verifies_it()
    {
        await using var office = await OpenAsync();
        using var teacher = office.Browse();
        using (var login = await teacher.SubmitAsync("/login", "/session", new() { ["userName"] = "Teacher", ["password"] = WebOffice.Password }))
            login.Headers.Location!.ToString().ShouldBe("/me");
        var before = await teacher.ReadAsync("/me");
        before.ShouldContain("我的挂职周期");
        before.ShouldContain("进度落后");
        (await teacher.SubmitAndReadAsync("/me", "/me/days", Today)).ShouldContain("已登记：2026-09-15 富口中心小学");
        (await teacher.ReadAsync("/me")).ShouldContain("另有 1 待核实");

        using var school = await office.BrowseAsAsync(OfficeRole.School);
        (await school.ReadAsync("/")).ShouldContain("有 1 条到校等您核实");
        var entry = await office.Office.ReadAsync(db => db.Days.SingleAsync());
        (await school.SubmitAndReadAsync("/days/verify", "/days/verify", new() { ["entry"] = $"{entry.Id}:0" })).ShouldContain("已核实 1 天");
        (await school.ReadAsync("/days/verify")).ShouldContain("没有待核实的到校");
        (await teacher.ReadAsync("/me")).ShouldContain("<b>1</b> / 20");
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        (await hr.ReadAsync("/days?standing=Behind")).ShouldContain("周敏");
        (await hr.ReadAsync("/days?standing=Reached")).ShouldContain("没有符合条件的教师");
        (await hr.ReadAsync("/days?tab=leaders")).ShouldContain("没有标明班子成员");
        (await hr.ReadAsync($"/days/people/{entry.PersonId}")).ShouldContain("核实人");
    }

    [Fact]
    public async Task A_refused_day_says_why_and_what_was_typed_is_kept_when_something_is_missing()
    {
        await using var office = await OpenAsync();
        using var teacher = await BrowseAsTeacherAsync(office);
        var refused = await teacher.SubmitAndReadAsync("/me", "/me/days", new(Today) { ["on"] = "2026-09-16" });
        refused.ShouldContain("2026-09-16 还没有到");
        refused.ShouldContain("value=\"识字课\"");
        await teacher.SubmitAndReadAsync("/me", "/me/days", Today);
        var entry = await office.Office.ReadAsync(db => db.Days.SingleAsync());
        using var school = await office.BrowseAsAsync(OfficeRole.School);
        (await school.SubmitAndReadAsync("/days/verify", $"/days/{entry.Id}/refuse", new() { ["words"] = "<b>当天停课" })).ShouldContain("已退回");
        (await teacher.ReadAsync("/me")).ShouldContain("退回原因：&lt;b&gt;当天停课");
    }

    [Fact]
    public async Task A_photo_is_handed_out_to_those_concerned_alone()
    {
        await using var office = await OpenAsync();
        using var teacher = await BrowseAsTeacherAsync(office);
        var form = Browser.Form.On(await teacher.ReadAsync("/me"), "/me/days");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields.Concat(Today))
            content.Add(new StringContent(value), name);
        var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        content.Add(photo, "photo", "课堂.jpg");
        using (var logged = await teacher.Http.PostAsync(form.Action, content, TestContext.Current.CancellationToken))
            logged.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var evidence = await office.Office.ReadAsync(db => db.DayEvidence.SingleAsync());
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            using var browser = await BrowseAsync(office, role);
            using var answer = await browser.GetAsync($"/days/evidence/{evidence.Id}");
            var mayRead = role is OfficeRole.Teacher or OfficeRole.School or OfficeRole.HumanResources or OfficeRole.Leadership or OfficeRole.Auditor;
            answer.StatusCode.ShouldBe(mayRead ? HttpStatusCode.OK : HttpStatusCode.NotFound, $"{role}");
            if (!mayRead)
                continue;
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg", "by what is in it, not by what the browser said");
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        }
    }

    [Fact]
    public async Task HR_logs_several_days_brings_a_file_and_records_a_schools_word()
    {
        await using var office = await OpenAsync();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var person = await office.Office.ReadAsync(db => db.People.Select(one => one.Id).SingleAsync());
        (await hr.SubmitAndReadAsync("/days/new", "/days", new()
        {
            ["person-0"] = $"{person}", ["on-0"] = "2026-09-14", ["school-0"] = DayOffice.Urban, ["kind-0"] = "Guidance",
            ["person-3"] = $"{person}", ["on-3"] = "2026-09-15", ["school-3"] = DayOffice.Urban, ["kind-3"] = "FieldStudy", ["half-3"] = "on",
        })).ShouldContain("已登记 2 天");
        var entry = await office.Office.ReadAsync(db => db.Days.SingleAsync(one => one.IsHalf));
        (await hr.SubmitAndReadAsync($"/days/people/{person}", $"/days/{entry.Id}/verify", new() { ["named"] = "王主任" })).ShouldContain("已核实 1 天");
        (await hr.ReadAsync($"/days/people/{person}")).ShouldContain("王主任");

        var form = Browser.Form.On(await hr.ReadAsync("/days/new"), "/days/preview-import");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in form.Fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent("姓名,日期,学校,类型,半天,核实人\n周敏,2026-09-10,城南小学,听课,,教务处\n"u8.ToArray()), "file", "days.csv");
        using var preview = await hr.Http.PostAsync(form.Action, content, TestContext.Current.CancellationToken);
        var page = await Browser.WordsAsync(preview);
        page.ShouldContain("确认导入 1 行");
        (await office.Office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(2);
        using var confirmed = await hr.PostAsync(Browser.Form.On(page, "/days/confirm-import"), []);
        (await hr.ReadAsync(confirmed.Headers.Location!.ToString())).ShouldContain("新增 1 天");
    }

    [Fact]
    public async Task The_cycle_is_drawn_with_the_placements()
    {
        await using var office = await OpenAsync();
        await office.Office.ReadAsync(async db =>
        {
            var person = await db.People.SingleAsync();
            person.SecondmentAnchor = new DateOnly(2022, 6, 1);
            db.Placements.Add(new Placement
            {
                Id = Guid.CreateVersion7(), PersonId = person.Id, From = new DateOnly(2025, 3, 1), Until = new DateOnly(2025, 7, 5), School = DayOffice.Urban,
                Stage = SchoolStage.Primary, State = PlacementState.Completed,
            });
            return await db.SaveChangesAsync();
        });
        using var teacher = await BrowseAsTeacherAsync(office);
        var page = await teacher.ReadAsync("/me");
        page.ShouldContain("<svg class=\"timeline\"");
        page.ShouldContain("2025-07-04 起算");
        page.ShouldContain("最迟学期 2027-2028-2");
        page.ShouldContain("rect class=\"stay ");
    }

    [Fact]
    public async Task Whoever_is_not_on_the_roster_is_told_so()
    {
        await using var office = await WebOffice.OpenAsync();
        using var bureau = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        (await bureau.ReadAsync("/me")).ShouldContain("没有关联花名册");
        using var page = await bureau.GetAsync("/days/new");
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<WebOffice> OpenAsync()
    {
        var office = await WebOffice.OpenAsync();
        await office.Office.GoToAsync("2026-09-15 16:00");
        await office.Office.KeepLedgerAsync();
        return office;
    }

    private static Task<Browser> BrowseAsync(WebOffice office, OfficeRole role) => role is OfficeRole.Teacher ? BrowseAsTeacherAsync(office) : office.BrowseAsAsync(role);

    // A teacher on the roster is led to their own page.
    private static async Task<Browser> BrowseAsTeacherAsync(WebOffice office)
    {
        var browser = office.Browse();
        using var login = await browser.SubmitAsync("/login", "/session", new() { ["userName"] = "Teacher", ["password"] = WebOffice.Password });
        login.Headers.Location!.ToString().ShouldBe("/me");
        return browser;
    }
}
