using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Secondment;
using Workflows.Reminders.Rendering;
using Workflows.Testing;

namespace Workflows.Worker.Tests.Installation;

/// <summary>Two nodes, one for the pages and one for the work, as an office may share them out; and how both stop.</summary>
[Collection(nameof(InstalledOffice))]
public sealed partial class NodeTests(InstalledOffice office)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task One_node_serves_pages_another_works_and_who_is_asked_to_stop_finishes_what_it_has_begun()
    {
        await using var mail = ScriptedSmtpServer.Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mail.Answer(SmtpStep.FinalDot, SmtpAnswer.Reply("250 2.0.0 taken").Once(gate.Task));
        using var supervisor = new Supervisor();
        await using var web = await StartAsync("web", mail, supervisor);
        (await supervisor.HearAsync()).ShouldBe("READY=1");
        using var http = new HttpClient { BaseAddress = web.Address };
        await AskAsync(db => db.AddRange(Enumerable.Range(1, 3).Select(Letter)), db => db.Add(Search()));
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Ct);
        mail.Connections.ShouldBe(0, "a node without work sends nothing");

        await using var work = await StartAsync("work", mail);
        using var other = new HttpClient { BaseAddress = work.Address };
        (await other.GetAsync("/health", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.GetAsync("/login", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a node without pages has none");
        await UntilAsync(() => Task.FromResult(mail.Mails.Count == 1));
        await UntilAsync(() => office.ReadAsync(db => db.PlanSearches.AnyAsync(search => search.EndedAt != null)));
        (await office.ReadAsync(db => db.Database.SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM qrtz_scheduler_state").SingleAsync()))
            .ShouldBe(1, "only the node that works is in the schedule");

        var stopped = work.StopAsync(Ct);
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Ct);
        stopped.IsCompleted.ShouldBeFalse("the mail that is being handed over comes to its end");
        gate.SetResult();
        (await stopped).ShouldBe(0);
        (await office.ReadAsync(db => db.Letters.AsNoTracking().ToListAsync())).Select(letter => (letter.Phase, letter.LeasedBy)).Order()
            .ShouldBe([(LetterPhase.Planned, null), (LetterPhase.Planned, null), (LetterPhase.Accepted, null)]);

        var (token, cookie) = await FormAsync(http);
        using var asking = await BeginAsync(web.Address, $"userName={InstalledOffice.UserName}&password={InstalledOffice.Password}&{token}", cookie);
        stopped = web.StopAsync(Ct);
        await UntilAsync(async () => !await ListensAsync(web.Address));
        stopped.IsCompleted.ShouldBeFalse("a request that has begun comes to its end");
        (await asking.EndAsync()).ShouldStartWith("HTTP/1.1 303 ");
        (await stopped).ShouldBe(0);
        (await supervisor.HearAsync()).ShouldBe("STOPPING=1");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<OfficeProcess> StartAsync(string roles, ScriptedSmtpServer mail, Supervisor? supervisor = null) => OfficeProcess.RunAsync(office.Program, new Dictionary<string, string?>
    {
        ["Office__Roles"] = roles, ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = $"{mail.Port}", ["Mail__Security"] = "None", ["Mail__Connections"] = "1",
        ["NOTIFY_SOCKET"] = supervisor?.Path,
    });

    private Task<int> AskAsync(params Action<Storage.WorkflowsDb>[] additions) => office.ReadAsync(db =>
    {
        foreach (var add in additions)
            add(db);
        return db.SaveChangesAsync(Ct);
    });

    private static Letter Letter(int number) => new()
    {
        Id = Guid.CreateVersion7(), Key = $"letter {number}", Template = "hiring/qualified", Language = "zh-CN", Name = "张伟", Address = $"zhangwei{number}@example.org",
        Model = LetterKind.All.Single(kind => kind.Name == "hiring/qualified").Example, PlannedAt = JustNow, DueAt = JustNow,
    };

    private static PlanSearch Search() => new()
    {
        Id = Guid.CreateVersion7(), AskedBy = Guid.CreateVersion7(), AskedAt = JustNow, BeatAt = JustNow, From = "2026-2027-1", Semesters = 1, Limit = 1,
    };

    private static DateTimeOffset JustNow { get; } = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());

    private static async Task<(string Token, string Cookie)> FormAsync(HttpClient http)
    {
        var page = await http.GetAsync("/login", Ct);
        var hidden = Token().Match(await page.Content.ReadAsStringAsync(Ct)).Groups["value"].Value;
        return ($"__RequestVerificationToken={Uri.EscapeDataString(hidden)}", page.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
    }

    // The head and the first half are sent and read by the server; the rest waits.
    private static async Task<Asking> BeginAsync(Uri address, string form, string cookie)
    {
        var asking = new Asking(new TcpClient(address.Host, address.Port), form[(form.Length / 2)..]);
        await asking.SendAsync($"POST /session HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {cookie}\r\nConnection: close\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.ASCII.GetByteCount(form)}\r\n\r\n{form[..(form.Length / 2)]}");
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Ct);
        return asking;
    }

    private static async Task<bool> ListensAsync(Uri address)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, Ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Patience);
        while (!await isTrue())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Token();

    /// <summary>What systemd is to the program: a socket that hears how it is.</summary>
    private sealed class Supervisor : IDisposable
    {
        private readonly Socket socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

        public Supervisor() => socket.Bind(new UnixDomainSocketEndPoint(Path));

        public string Path { get; } = ScratchFolder.NameFor("notify");

        public async Task<string> HearAsync()
        {
            var heard = new byte[100];
            return Encoding.UTF8.GetString(heard, 0, await socket.ReceiveAsync(heard, Ct)).Trim();
        }

        public void Dispose()
        {
            socket.Dispose();
            File.Delete(Path);
        }
    }

    /// <summary>A request of which half is sent.</summary>
    private sealed class Asking(TcpClient client, string rest) : IDisposable
    {
        public Task SendAsync(string text) => client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Ct).AsTask();

        public async Task<string> EndAsync()
        {
            await SendAsync(rest);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            return await reader.ReadToEndAsync(Ct);
        }

        public void Dispose() => client.Dispose();
    }
}
