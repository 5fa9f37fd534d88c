using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Policy;
using Workflows.Testing;
using Workflows.Worker.Demo;

namespace Workflows.Faults;

/// <summary>
/// The real worker on a real PostgreSQL, run by configuration as an installation runs it, killed with <c>kill -9</c> at random moments while people work, and started again. People repeat what
/// got no answer, under the same operation id, as a page does.
/// </summary>
internal sealed class SingleOffice(string folder, string connection, Random random, Ledger ledger) : IAsyncDisposable
{
    private const int FewestPosts = 1;
    private const int MostPosts = 4;
    private const int LongestDelayMilliseconds = 60;

    private readonly CookieContainer[] cookies = new CookieContainer[DemoOffice.People.Count];
    private readonly ConcurrentDictionary<Guid, string> acknowledged = [];
    private readonly Lock gate = new();
    private Task<OfficeProcess> open = null!;
    private int untilKill = int.MaxValue;
    private DateOnly today;

    /// <summary>How often the worker was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>The operations that were answered as done, with their answers.</summary>
    public IReadOnlyDictionary<Guid, string> Acknowledged => acknowledged;

    /// <summary>Starts the worker on a day, logs everybody in, and lets the killing begin.</summary>
    public async Task OpenAsync(DateOnly day)
    {
        today = day;
        // A demo founds the sample college, and is gone before the work begins.
        await (await OfficeProcess.DemoAsync(folder, connection, "--as-of", $"{day:yyyy-MM-dd}")).DisposeAsync();
        open = RunAsync();
        await LogInAsync();
        untilKill = random.Next(FewestPosts, MostPosts + 1);
    }

    /// <summary>Posts a use case's command until it is answered; anything but done fails the test.</summary>
    public async Task<Guid?> DoAsync(string userName, string path, Guid operationId, object command)
    {
        for (var attempt = 1; ; attempt++)
        {
            var office = await open;
            // A repeated post sets no kill off, else the repeats after one kill would bring the next before anything new is asked.
            if (attempt == 1)
                MayKill(office);
            try
            {
                using var http = Http(office, userName);
                using var response = await http.PostAsync($"/api{path}", JsonContent.Create(command, command.GetType(), options: PolicyJson.Options));
                var answer = await response.Content.ReadAsStringAsync();
                response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path}, attempt {attempt}: {answer}");
                acknowledged[operationId] = answer;
                return JsonDocument.Parse(answer).RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetGuid() : null;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                await RestartedAsync(office, broken);
            }
        }
    }

    /// <summary>Moves the clock to a day and wakes what is due by then. Sessions end meanwhile, so everybody logs in again.</summary>
    public async Task GoToAsync(DateOnly day)
    {
        // What the engine has yet to do belongs to the day before.
        await open;
        await ledger.SettleAsync();
        await FormAsync("hr", "/clock", "/clock/forward", new() { ["date"] = $"{day:yyyy-MM-dd}" });
        today = day;
        await LogInAsync();
    }

    /// <summary>No more killing; what is under way comes to its end.</summary>
    public async Task SpareAsync()
    {
        lock (gate)
            untilKill = int.MaxValue;
        await open;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (open is null)
            return;
        // A worker that never started has told the test why; clearing up must not speak over it.
        await Task.WhenAny(open);
        if (open.IsCompletedSuccessfully)
            await (await open).DisposeAsync();
    }

    private Task<OfficeProcess> RunAsync() => OfficeProcess.RunAsync(folder, connection, isOpen: true, "--as-of", $"{today:yyyy-MM-dd}");

    private async Task LogInAsync()
    {
        for (var place = 0; place < DemoOffice.People.Count; place++)
        {
            cookies[place] = new CookieContainer();
            await FormAsync(DemoOffice.People[place].UserName, "/login", "/session",
                new() { ["userName"] = DemoOffice.People[place].UserName, ["password"] = DemoOffice.Password });
        }
    }

    private void MayKill(OfficeProcess office)
    {
        lock (gate)
        {
            if (--untilKill == 0)
                open = KillAsync(office, TimeSpan.FromMilliseconds(random.Next(LongestDelayMilliseconds + 1)));
        }
    }

    private async Task<OfficeProcess> KillAsync(OfficeProcess office, TimeSpan delay)
    {
        // While one waits for this moment the post that set it off, and others, are under way. Whoever breaks off then waits for the next worker,
        // so nothing dies before the gate is open again.
        await Task.Yield();
        await Task.Delay(delay, TimeProvider.System);
        office.Kill();
        Kills++;
        await office.DisposeAsync();
        var restarted = await RunAsync();
        await ledger.CheckAsync(acknowledged);
        lock (gate)
            untilKill = random.Next(FewestPosts, MostPosts + 1);
        return restarted;
    }

    private async Task RestartedAsync(OfficeProcess broken, Exception cause)
    {
        if (ReferenceEquals(await open, broken))
            throw new InvalidOperationException($"The worker broke a connection without being killed:\n{broken.Output}", cause);
    }

    private async Task FormAsync(string userName, string page, string action, Dictionary<string, string> fields)
    {
        using var http = Http(await open, userName);
        await http.SubmitAsync(page, action, fields);
    }

    private HttpClient Http(OfficeProcess office, string userName)
    {
        var person = DemoOffice.People.TakeWhile(one => one.UserName != userName).Count();
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies[person], AllowAutoRedirect = false })
        {
            BaseAddress = office.Address, DefaultRequestHeaders = { { "X-Requested-With", "test" } },
        };
    }
}
