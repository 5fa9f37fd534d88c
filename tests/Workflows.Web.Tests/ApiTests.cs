using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

public sealed class ApiTests
{
    private static readonly CancellationToken Now = CancellationToken.None;

    [Fact]
    public async Task A_decision_over_the_API_is_durable_and_the_same_again_changes_nothing()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var command = Command(await office.Office.OpenItemAsync("countersign"), Outcomes.Approved);
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        using var first = await PostAsync(browser, "/api/work-items/decide", command);
        using var second = await PostAsync(browser, "/api/work-items/decide", command);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.Content.ReadAsStringAsync(Now)).ShouldBe(await first.Content.ReadAsStringAsync(Now));
        (await office.Office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "WorkItemDecided"))).ShouldBe(1);
    }

    [Fact]
    public async Task Refusals_come_with_their_status_and_reasons_in_both_languages()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var item = await office.Office.OpenItemAsync("countersign");
        using var bureau = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        using var teacher = await office.BrowseAsAsync(OfficeRole.Teacher);
        await RefusedAsync(teacher, Command(item, Outcomes.Approved), HttpStatusCode.Forbidden, "NotAllowed");
        await RefusedAsync(bureau, Command(item, Outcomes.Approved) with { WorkItemId = Guid.CreateVersion7() }, HttpStatusCode.NotFound,
            "NotFound");
        await RefusedAsync(bureau, Command(item, Outcomes.Approved) with { Revision = 99 }, HttpStatusCode.Conflict, "Stale");
        await RefusedAsync(bureau, Command(item, Outcomes.Returned), HttpStatusCode.UnprocessableEntity, "Invalid");
    }

    [Fact]
    public async Task A_request_that_another_site_could_forge_is_turned_away()
    {
        await using var office = await WebOffice.OpenAsync();
        await office.CountersigningAsync();
        var command = Command(await office.Office.OpenItemAsync("countersign"), Outcomes.Approved);
        using var browser = await office.BrowseAsAsync(OfficeRole.PersonnelBureau);
        using var response = await browser.Http.PostAsJsonAsync("/api/work-items/decide", command, PolicyJson.Options, Now);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await office.Office.OpenItemAsync("countersign")).Parts.ShouldAllBe(part => part.IsOpen);
    }

    [Fact]
    public async Task Somebody_unknown_gets_401_and_no_redirect()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var response = await browser.GetAsync("/api/inbox");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_inbox_lists_what_the_role_is_asked()
    {
        await using var office = await WebOffice.OpenAsync();
        var @case = await office.CountersigningAsync();
        using var browser = await office.BrowseAsAsync(OfficeRole.EducationBureau);
        using var inbox = JsonDocument.Parse(await browser.ReadAsync("/api/inbox"));
        inbox.RootElement.GetArrayLength().ShouldBe(1);
        inbox.RootElement[0].GetProperty("caseId").GetGuid().ShouldBe(@case);
        inbox.RootElement[0].GetProperty("outcomes").EnumerateArray().Select(one => one.GetString()).ShouldBe(["Approved", "Returned",
            "Rejected"]);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_every_use_case()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var document = JsonDocument.Parse(await browser.ReadAsync("/openapi/v1.json"));
        var names = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => method.Value.GetProperty("operationId").GetString()))
                .ToList();
        var useCases = new[] { typeof(DecideWorkItem), typeof(Reminders.Switching.SwitchReminder) }.SelectMany(one => one.Assembly.GetExportedTypes())
            .Where(type => type.GetMethod("RunAsync") is { } run && run.ReturnType == typeof(Task<Processes.Answer>))
            .Select(type => type.Name).Except(["ViewPersonalData", "RecordBackup"]).ToList();
        useCases.Count.ShouldBeGreaterThan(15);
        // Lines of a rotation are answered by the same use cases as those of a semester's list, under addresses of their own.
        names.Where(name => !IsReading(name!))
            .Select(name => name!.Replace("RotationObjection", "LineObjection", StringComparison.Ordinal).Replace("RotationLine", "PlanLine", StringComparison.Ordinal))
            .ShouldBeSubsetOf(useCases);
        useCases.ShouldBeSubsetOf(names!);

        static bool IsReading(string name) => name.StartsWith("Get", StringComparison.Ordinal) || name.StartsWith("Preview", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_how_the_parts_are()
    {
        await using var office = await WebOffice.OpenAsync();
        using var browser = office.Browse();
        using var health = JsonDocument.Parse(await browser.ReadAsync("/health"));
        health.RootElement.GetProperty("isWell").GetBoolean().ShouldBeTrue();
        health.RootElement.GetProperty("database").GetProperty("isWell").GetBoolean().ShouldBeTrue();
    }

    private static DecideWorkItem.Command Command(WorkItem item, string outcome) =>
        new(item.Id, item.Revision, Guid.CreateVersion7(), outcome, "");

    private static async Task<HttpResponseMessage> PostAsync(Browser browser, string path, DecideWorkItem.Command command)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(command,
            options: PolicyJson.Options) };
        request.Headers.Add("X-Requested-With", "test");
        return await browser.Http.SendAsync(request, Now);
    }

    private static async Task RefusedAsync(Browser browser, DecideWorkItem.Command command, HttpStatusCode status, string refusal)
    {
        using var response = await PostAsync(browser, "/api/work-items/decide", command);
        response.StatusCode.ShouldBe(status);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Now));
        answer.RootElement.GetProperty("refusal").GetString().ShouldBe(refusal);
        answer.RootElement.GetProperty("reasons")[0].GetProperty("zh").GetString().ShouldNotBeNullOrEmpty();
        answer.RootElement.GetProperty("reasons")[0].GetProperty("en").GetString().ShouldNotBeNullOrEmpty();
    }
}
