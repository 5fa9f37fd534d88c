using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Policy.College.Futures;
using Workflows.Processes.Cases;
using Workflows.Processes.Futures;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests.College;

/// <summary>Two futures of the college: compared by everybody who may read it, kept only when leadership approves.</summary>
public sealed class WhatIfTests
{
    private const string Path = "/college/what-if";

    [Fact]
    public async Task HR_sends_an_address_leadership_approves_it_and_HR_begins_by_it()
    {
        await using var office = await WebOffice.OpenAsync();
        var leaver = await office.Office.AddPersonAsync("罗建平");
        await office.Office.AddPersonAsync("周敏", title: "一级教师");
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        var before = await CountAsync(office);

        // As the form sends it, the empty fields with it.
        var page = await hr.ReadAsync($"{Path}?day=2026-12-31&a-R02=&b-R02=&b-minimumSeniorPercent=60&b-hire-people=2&b-hire-from=2026-09-01"
            + $"&b-hire-kind=FullTimeTeacher&b-hire-education=&b-hire-title=&b-hire-born=&b-hire-subject=数学&b-exit-person={leaver}&b-exit-from=2026-10-01&b-level-person=&b-level-from=2026-09-01");

        page.ShouldContain("R03：2 人中高级及以上 1 人（50.0%）");
        page.ShouldContain("R03：3 人中高级及以上 0 人（0.0%）");
        page.ShouldContain("要求不低于 60%：未达标，还差 2 人。");
        page.ShouldContain("罗建平 2026-10-01 起离开");
        page.ShouldContain("由学校领导批准");
        page.ShouldNotContain($"action=\"{Path}/approve\"");
        (await hr.ReadAsync($"{Path}?day=2026-12-31&b-exit={leaver}~2026-10-01&lang=en")).ShouldContain("Because: 罗建平 gone from 2026-10-01.");
        (await hr.ReadAsync($"{Path}?day=gestern&b-hire=zwei&b-minimumSeniorPercent=400&lang=zh-CN")).ShouldContain("无法识别，未计入");
        (await CountAsync(office)).ShouldBe(before, "looking keeps nothing");

        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        var address = $"{Path}?day=2026-12-31&b-hire=2~2026-09-01~FullTimeTeacher~~~~数学&b-exit={leaver}~2026-10-01";
        (await leader.SubmitAndReadAsync(address, $"{Path}/approve", new() { ["comment"] = " " })).ShouldContain("请写明批准意见");
        (await leader.SubmitAndReadAsync(address, $"{Path}/approve", new() { ["comment"] = "同意，秋季进人", ["seal"] = "0" })).ShouldContain("数据有变");
        (await leader.SubmitAndReadAsync(address, $"{Path}/approve", new() { ["comment"] = "同意，秋季进人" })).ShouldContain("已批准并存档未来 B");

        // The roster goes on; what was approved stays.
        await office.Office.AddPersonAsync("黄志明");
        var kept = await hr.ReadAsync($"{Path}?kept=1");
        kept.ShouldContain("同意，秋季进人");
        kept.ShouldContain("R03：3 人中高级及以上 0 人");
        kept.ShouldContain("/rounds/new?places=2&amp;joinsOn=2026-09-01");
        kept.ShouldContain($"/exits/new?person={leaver}&amp;lastDay=2026-09-30");
        (await hr.ReadAsync($"/exits/new?person={leaver}&lastDay=2026-09-30")).ShouldContain("value=\"2026-09-30\"");
        (await hr.ReadAsync("/rounds/new?places=2&joinsOn=2026-09-01")).ShouldContain("value=\"2026-09-01\"");
        using var auditor = await office.BrowseAsAsync(OfficeRole.Auditor);
        var record = await auditor.ReadAsync($"/audit/{OfficeRecord.FuturesCaseId}");
        record.ShouldContain("批准推演");
        record.ShouldContain("记录链完整");
        (await office.Office.ReadAsync(db => db.Audit.SingleAsync(one => one.Action == "FutureApproved"))).NewValue.ShouldNotContain("罗建平");
    }

    [Fact]
    public async Task Over_the_API_all_readers_compare_and_leadership_alone_approves_what_it_saw()
    {
        await using var office = await WebOffice.OpenAsync();
        var rising = await office.Office.AddPersonAsync("周敏", title: "一级教师");
        var question = new CompareFutures.Question(new DateOnly(2026, 12, 31)) { B = new() { Levels = [new(rising, new DateOnly(2026, 10, 1), LevelKind.Title, Policy.Titles.TitleLevel.Senior)] } };
        var seals = new List<string>();
        foreach (var role in Enum.GetValues<OfficeRole>())
        {
            using var browser = await office.BrowseAsAsync(role);
            using var compared = await PostAsync(browser, "/api/college/what-if", question);
            if (role is not (OfficeRole.HumanResources or OfficeRole.Leadership or OfficeRole.Auditor))
            {
                compared.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{role}");
                continue;
            }

            using var told = JsonDocument.Parse(await compared.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var seniors = told.RootElement.GetProperty("comparison").GetProperty("days")[0].GetProperty("clauses")[2];
            (seniors.GetProperty("clause").GetString(), seniors.GetProperty("differs").GetBoolean()).ShouldBe(("R03", true));
            (seniors.GetProperty("a").GetProperty("report").GetProperty("numerator").GetInt32(), seniors.GetProperty("b").GetProperty("report").GetProperty("numerator").GetInt32()).ShouldBe((0, 1));
            seals.Add(told.RootElement.GetProperty("seal").GetString()!);
        }

        seals.Distinct().ShouldHaveSingleItem();
        using var hr = await office.BrowseAsAsync(OfficeRole.HumanResources);
        using var leader = await office.BrowseAsAsync(OfficeRole.Leadership);
        using var wrong = await PostAsync(hr, "/api/college/what-if", new { day = "2026-12-31", b = new { numbers = new { minimumSeniorPercent = 0 }, hires = new object?[] { null } } });
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var refused = await PostAsync(hr, "/api/college/what-if/approve", new ApproveFuture.Command(Guid.CreateVersion7(), question, seals[0], "同意"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await office.Office.AddPersonAsync("罗建平");
        using var stale = await PostAsync(leader, "/api/college/what-if/approve", new ApproveFuture.Command(Guid.CreateVersion7(), question, seals[0], "同意"));
        stale.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var again = JsonDocument.Parse(await (await PostAsync(leader, "/api/college/what-if", question)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var command = new ApproveFuture.Command(Guid.CreateVersion7(), question, again.RootElement.GetProperty("seal").GetString(), "同意");
        foreach (var _ in new[] { 1, 2 })
        {
            using var approved = await PostAsync(leader, "/api/college/what-if/approve", command);
            approved.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // The record is no case: nobody else writes into it.
        using var withdrawn = await PostAsync(hr, "/api/cases/withdraw", new WithdrawPersonCase.Command(Guid.CreateVersion7(), OfficeRecord.FuturesCaseId, "误批"));
        using var commented = await PostAsync(hr, "/api/cases/comments", new CommentOnCase.Command(Guid.CreateVersion7(), OfficeRecord.FuturesCaseId, "误批"));
        (withdrawn.StatusCode, commented.StatusCode).ShouldBe((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        using var all = JsonDocument.Parse(await hr.ReadAsync("/api/college/what-if/approved"));
        all.RootElement.GetArrayLength().ShouldBe(1);
        all.RootElement[0].GetProperty("kept").GetProperty("question").GetProperty("b").GetProperty("levels")[0].GetProperty("person").GetGuid().ShouldBe(rising);
    }

    private static Task<(int Audit, int Operations)> CountAsync(WebOffice office) =>
        office.Office.ReadAsync(async db => (await db.Audit.CountAsync(), await db.Operations.CountAsync()));

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: PolicyJson.Options) };
        request.Headers.Add("X-Requested-With", "test");
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
