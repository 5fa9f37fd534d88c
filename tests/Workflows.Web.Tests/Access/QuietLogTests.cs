using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Testing;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.Access;

/// <summary>A log is read by people who must not learn about people.</summary>
public sealed class QuietLogTests
{
    private static readonly string[] Personal =
        ["张伟", "李娜", "王芳", "刘洋", "陈静", "欧阳小明", "@example", Stories.ZhangsIdNumber, "13800000000", WebOffice.Password, "typed-as-a-name"];

    [Fact]
    public async Task No_line_of_the_log_names_anybody()
    {
        using var log = new KeptLog();
        await using var office = await OpenAsync(log);
        var round = await office.UnderReviewAsync();
        await office.Office.DeclareNoKinAsync(round, OfficeRole.HumanResources);
        await office.Office.QualifyAllAsync();
        var application = (await office.Office.ApplicationsAsync(round))[0];
        await office.HireAsync("欧阳小明", OfficeRole.HumanResources);
        await office.Office.ReadAsync(async db =>
        {
            db.People.Add(new Person { Id = Guid.CreateVersion7(), Name = "欧阳小明", Phone = "13800000000" });
            return await db.SaveChangesAsync();
        });
        using var hr = await office.BrowseAsAsync("欧阳小明");
        foreach (var page in (string[])["/", "/roster?find=欧阳小明", $"/applications/{application.Id}", $"/cases/{application.CaseId}", "/accounts?find=欧阳小明", "/mail?find=zhang@example.org", "/calendar/张伟.ics"])
            (await hr.GetAsync(page)).Dispose();
        (await hr.SubmitAsync($"/applications/{application.Id}", $"/applications/{application.Id}/personal", [])).Dispose();
        (await hr.SubmitAsync($"/applications/{application.Id}", $"/applications/{application.Id}/withdraw", new() { ["withdraw-reason"] = "张伟来电" })).Dispose();
        using var content = new StringContent("""{"operationId":"张伟"}""", null, "application/json");
        (await hr.Http.PostAsync("/api/rounds", content, TestContext.Current.CancellationToken)).Dispose();
        await BreakAsync(office, hr);

        log.Lines.ShouldContain(line => line.Contains("no such table", StringComparison.Ordinal), "an error was to be in it");
        foreach (var personal in Personal)
            log.Lines.ShouldAllBe(line => !line.Contains(personal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logins_that_went_well_and_badly_are_told_by_account_and_address()
    {
        using var log = new KeptLog();
        await using var office = await OpenAsync(log);
        using var browser = office.Browse();
        foreach (var (name, password) in new[] { ("typed-as-a-name", "wrong"), ("Teacher", "wrong"), ("Teacher", WebOffice.Password) })
            (await browser.SubmitAsync("/login", "/session", new() { ["userName"] = name, ["password"] = password })).Dispose();
        (await browser.GetAsync("/accounts")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.PostAsync(new Browser.Form("/deputies", []), [])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var teacher = $"{TestOffice.Of(OfficeRole.Teacher)}";
        log.Of(4001).ShouldHaveSingleItem().ShouldContain(teacher);
        log.Of(4002).Count.ShouldBe(2);
        log.Of(4002)[0].ShouldContain("unknown");
        log.Of(4002)[1].ShouldContain(teacher);
        log.Of(4006).ShouldHaveSingleItem().ShouldContain("/accounts");
        log.Of(4007).ShouldHaveSingleItem().ShouldContain("/deputies");
        foreach (var personal in Personal)
            log.Lines.ShouldAllBe(line => !line.Contains(personal, StringComparison.Ordinal));
    }

    private static Task<WebOffice> OpenAsync(KeptLog log) => WebOffice.OpenAsync(
        host: builder =>
        {
            builder.WebHost.UseTestServer();
            log.Keep(builder.Logging);
        },
        behind: services => services.AddLogging(log.Keep));

    // Something that is no one's fault breaks, with a name in what was asked and in what was to be written.
    private static async Task BreakAsync(WebOffice office, Browser hr)
    {
        var form = Browser.Form.On(await hr.ReadAsync("/deputies"), "/deputies");
        await office.Office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE deputyships RENAME TO gone"));
        using var broken = await hr.PostAsync(form, new() { ["deputy"] = $"{TestOffice.Of(OfficeRole.Teacher)}", ["from"] = "2026-08-16", ["until"] = "2026-08-17", ["reason"] = "欧阳小明请假" });
        broken.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
