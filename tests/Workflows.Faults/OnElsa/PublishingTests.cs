using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Workflows.Testing;
using Workflows.Worker.Demo;

namespace Workflows.Faults.OnElsa;

/// <summary>A definition is edited and published over Elsa's management API, as its designer does: found only in a build with <c>-p:Engine=Elsa</c>.</summary>
public sealed class PublishingTests : IDisposable
{
    private const string Definitions = "/elsa/api/workflow-definitions";
    private readonly DataFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_office_s_checks_refuse_is_not_published_and_what_they_pass_outlives_a_kill()
    {
        await using (var office = await OfficeProcess.DemoAsync(folder.Path))
        {
            using var hr = await LoggedInAsync(office, "hr");
            using var leader = await LoggedInAsync(office, "principal");
            var edited = await NewestAsync(hr);
            (await PublishAsync(leader, edited)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

            SetInput(edited, "decide", "declaration", "false");
            using var refused = await PublishAsync(hr, edited);
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("on the way start → check → hear → submit → decide");

            SetInput(edited, "decide", "declaration", "true");
            SetInput(edited, "hear", "dueWorkingDays", "7");
            using var published = await PublishAsync(hr, edited);
            published.StatusCode.ShouldBe(HttpStatusCode.OK, await published.Content.ReadAsStringAsync(Ct));
            office.Kill();
        }

        await using var again = await OfficeProcess.DemoAsync(folder.Path);
        using var after = await LoggedInAsync(again, "hr");
        var known = await after.GetFromJsonAsync<JsonArray>("/api/definitions", Ct);
        var exit = known!.Single(process => process!["id"]!.GetValue<string>() == "exit")!;
        exit["versions"]!.AsArray().Select(version => version!["version"]!.GetValue<int>()).ShouldBe([2, 1]);
        Input(await NewestAsync(after), "hear", "dueWorkingDays").ShouldBe("7");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<HttpClient> LoggedInAsync(OfficeProcess office, string userName)
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = office.Address };
        await http.SubmitAsync("/login", "/session", new() { ["userName"] = userName, ["password"] = DemoOffice.Password });
        return http;
    }

    private static async Task<JsonObject> NewestAsync(HttpClient http)
    {
        var newest = (await http.GetFromJsonAsync<JsonObject>($"{Definitions}/by-definition-id/exit?versionOptions=Latest", Ct))!;
        newest.Remove("links");
        return newest;
    }

    private static Task<HttpResponseMessage> PublishAsync(HttpClient http, JsonObject model) =>
        http.PostAsJsonAsync(Definitions, new JsonObject { ["model"] = model.DeepClone(), ["publish"] = true }, Ct);

    private static void SetInput(JsonObject model, string activity, string input, string value) => Expression(model, activity, input)["value"] = value;

    private static string Input(JsonObject model, string activity, string input) => Expression(model, activity, input)["value"]!.GetValue<string>();

    private static JsonNode Expression(JsonObject model, string activity, string input) =>
        model["root"]!["activities"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == activity)![input]!["expression"]!;
}
