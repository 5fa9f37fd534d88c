using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Processes.WorkItems;
using Workflows.Testing;

namespace Workflows.Faults;

/// <summary>During an upgrade a node of the release before works beside one of the next: on a schema that is a step further, among cases of a newer process.</summary>
public sealed class UpgradeTests : IAsyncDisposable
{
    // What a later release may do while this one works: columns with a default or none, a table, an index.
    private const string NextStep = """
        ALTER TABLE cases ADD COLUMN priority text NOT NULL DEFAULT '';
        ALTER TABLE letters ADD COLUMN channel text;
        ALTER TABLE operations ADD COLUMN node text NOT NULL DEFAULT '';
        CREATE TABLE next_things (id uuid PRIMARY KEY, case_id uuid NOT NULL REFERENCES cases (id));
        CREATE INDEX ix_letters_channel ON letters (channel);
        INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ('29991231000000_NextRelease', '10.0.0')
        """;

    private readonly PostgresCluster cluster = PostgresCluster.WithoutFsync();
    private readonly OfficeFolder now = new();
    private readonly OfficeFolder next = new();
    private readonly DataFolder data = new();

    public async ValueTask DisposeAsync()
    {
        await cluster.DisposeAsync();
        now.Dispose();
        next.Dispose();
        data.Dispose();
    }

    [Fact]
    public async Task A_node_of_the_release_before_works_on_and_starts_again_beside_the_next_one_until_the_schema_no_longer_carries_it()
    {
        var connection = await cluster.CreateDatabaseAsync();
        await (await OfficeProcess.DemoAsync(data.Path, connection)).DisposeAsync();
        var ledger = new Ledger(connection);
        NextExit();
        var older = await RunAsync(connection, now);
        using var onOlder = await older.LoggedInAsync("hr");
        await ledger.ReadAsync(db => db.Database.ExecuteSqlRawAsync(NextStep));
        await using var newer = await RunAsync(connection, next);
        using var onNewer = await newer.LoggedInAsync("hr");

        // Each opens a case on the newest version it knows.
        var people = await ledger.ReadAsync(db => db.People.Where(person => person.Tenures.Any(tenure => tenure.Until == null)).OrderBy(person => person.Id).ToListAsync());
        var mine = (await DoAsync(onOlder, "/exits", id => new OpenExit.Command(id, people[0].Id, Leaving))).ShouldNotBeNull();
        var theirs = (await DoAsync(onNewer, "/exits", id => new OpenExit.Command(id, people[1].Id, Leaving))).ShouldNotBeNull();
        (await ledger.ReadAsync(db => db.Cases.Where(one => one.Id == mine || one.Id == theirs).OrderBy(one => one.Id).Select(one => one.DefinitionVersion).ToListAsync()))
            .ShouldBe([1, 2], ignoreOrder: true);
        foreach (var caseId in new[] { mine, theirs })
            await DoAsync(onOlder, "/cases/declaration", id => new DeclareRelative.Command(id, caseId, false, ""));

        // The older one says what it can't do, and the newer one does it; the older one's own case goes on on both.
        var hear = await HearAsync(ledger, theirs);
        using (var refused = await PostAsync(onOlder, "/work-items/decide", hear(Guid.CreateVersion7())))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await refused.Content.ReadAsStringAsync(Ct)).ShouldContain("这台服务器还不认识这一版");
        }

        WebUtility.HtmlDecode(await onOlder.GetStringAsync($"/cases/{theirs}", Ct)).ShouldContain("这台服务器还不认识这一版");
        JsonDocument.Parse(await onOlder.GetStringAsync("/health", Ct)).RootElement.GetProperty("timers").GetProperty("en").GetString()
            .ShouldBe("1 cases follow newer versions of their processes and are left to upgraded servers");
        await DoAsync(onNewer, "/work-items/decide", hear);
        await DoAsync(onNewer, "/work-items/decide", await HearAsync(ledger, mine));

        // Killed, it starts again beside the newer one: nobody has to hurry.
        older.Kill();
        await older.DisposeAsync();
        await using (await RunAsync(connection, now))
        {
        }

        await ledger.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ('29991231000001_DropOldThings_After_NextRelease', '10.0.0')"""));
        (await Should.ThrowAsync<InvalidOperationException>(() => RunAsync(connection, now))).Message.ShouldContain("Use the newer program.");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ExitProposal Leaving { get; } = new()
    {
        Kind = ExitKind.TransferOut, LastDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddDays(30).DateTime),
        Reason = "工作需要", Ground = "商调函〔2026〕1号", Destination = "沙县一中",
    };

    // The next release hears people within three working days.
    private void NextExit()
    {
        var file = Path.Combine(next.Workflows, "exit", "exit.json");
        File.Copy(file, Path.Combine(next.Workflows, "exit", "exit.v1.json"));
        var text = File.ReadAllText(file);
        File.WriteAllText(file, text.Replace("exit-v1", "exit-v2", StringComparison.Ordinal)
            .Replace("\"version\": 1,\n  \"isLatest\"", "\"version\": 2,\n  \"isLatest\"", StringComparison.Ordinal).Replace("\"value\": \"5\"", "\"value\": \"3\"", StringComparison.Ordinal));
    }

    private Task<OfficeProcess> RunAsync(string connection, OfficeFolder folder) => OfficeProcess.RunAsync(
        connection, new Dictionary<string, string?> { ["Mail__Folder"] = Directory.CreateDirectory(Path.Combine(data.Path, "mail")).FullName }, isOpen: true, "--workflows", folder.Workflows);

    private static async Task<Func<Guid, object>> HearAsync(Ledger ledger, Guid caseId)
    {
        var item = await ledger.ReadAsync(db => db.WorkItems.AsNoTracking().SingleAsync(one => one.CaseId == caseId && one.Stage == WorkItemStage.Open));
        return id => new DecideWorkItem.Command(item.Id, item.Revision, id, Outcomes.Heard, "本人无异议");
    }

    private static async Task<Guid?> DoAsync(HttpClient http, string path, Func<Guid, object> command)
    {
        using var response = await PostAsync(http, path, command(Guid.CreateVersion7()));
        var answer = await response.Content.ReadAsStringAsync(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}: {answer}");
        return JsonDocument.Parse(answer).RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetGuid() : null;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, object command) =>
        http.PostAsync($"/api{path}", JsonContent.Create(command, command.GetType(), options: PolicyJson.Options), Ct);
}
