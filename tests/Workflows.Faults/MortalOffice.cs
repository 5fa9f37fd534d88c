using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Policy;
using Workflows.Testing;
using Workflows.Worker.Demo;

namespace Workflows.Faults;

/// <summary>
/// Three nodes of the real worker on one real PostgreSQL, run by configuration as an installation runs them, killed with <c>kill -9</c> while people
/// work, and started again. People ask whichever node lives, and repeat what got no answer, under the same operation id, as a page does.
/// </summary>
/// <param name="connection">The database.</param>
/// <param name="settings">The environment of every node.</param>
/// <param name="ofTheLast">What the last node has in its environment besides.</param>
/// <param name="workflows">The workflows folder.</param>
/// <param name="ledger">Reads the database.</param>
internal sealed class MortalOffice(
    string connection, Dictionary<string, string?> settings, Dictionary<string, string?> ofTheLast, string workflows, Ledger ledger) : IAsyncDisposable
{
    private const int Size = 3;
    private const int MostStumbles = 3;
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    // Younger than that no login is too old, on whichever node and whatever its clock shows.
    private static readonly TimeSpan OldLogin = OfficeFolder.FreshLogin * 0.9;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, string> acknowledged = [];
    private readonly Task<OfficeProcess>[] nodes = new Task<OfficeProcess>[Size];
    private readonly ConcurrentDictionary<string, Login> people = [];
    private DateOnly today;
    private int kills;
    private int stumbles;

    /// <summary>How often a node was killed.</summary>
    public int Kills => kills;

    /// <summary>How often a node answered 500: its database died in a way that the driver didn't tell as such.</summary>
    public int Stumbles => stumbles;

    /// <summary>The operations that were answered as done, with their answers.</summary>
    public IReadOnlyDictionary<Guid, string> Acknowledged => acknowledged;

    /// <summary>Starts the nodes on a day, and logs everybody in.</summary>
    public async Task OpenAsync(DateOnly day)
    {
        today = day;
        for (var place = 0; place < Size; place++)
            nodes[place] = RunAsync(place);
        foreach (var person in DemoOffice.People)
            await LogInAsync(person.UserName, await AnyAsync());
    }

    /// <summary>Posts a use case's command until it is answered; anything but done fails the test, as does a fault that comes again.</summary>
    public async Task<Guid?> DoAsync(string userName, string path, Guid operationId, object command)
    {
        var faults = 0;
        for (var attempt = 1; ; attempt++)
        {
            var (office, login) = (await AnyAsync(), people[userName]);
            try
            {
                using var response = await login.Http.PostAsync(
                    new Uri(office.Address, $"/api{path}"), JsonContent.Create(command, command.GetType(), options: PolicyJson.Options));
                var answer = await response.Content.ReadAsStringAsync();
                if (response.StatusCode is HttpStatusCode.ServiceUnavailable)
                {
                    await Task.Delay(Moment, TimeProvider.System);
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.InternalServerError && ++faults <= MostStumbles)
                {
                    Interlocked.Increment(ref stumbles);
                    TestContext.Current.TestOutputHelper?.WriteLine($"500 for {userName} {path}:\n{office.Output}");
                    await Task.Delay(Moment, TimeProvider.System);
                    continue;
                }

                if (response.StatusCode is HttpStatusCode.Forbidden && answer.Contains("LoginTooOld", StringComparison.Ordinal) && login.Age > OldLogin)
                {
                    await LogInAsync(userName, office);
                    continue;
                }

                response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{userName} {path}, attempt {attempt}: {answer}\n{office.Output}");
                acknowledged[operationId] = answer;
                return JsonDocument.Parse(answer).RootElement.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String ? id.GetGuid() : null;
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException or TaskCanceledException)
            {
                // A killed node's connections break a moment before its end is known.
                if (!await office.EndsWithinAsync(EndLimit))
                    throw new InvalidOperationException($"A living node broke a connection:\n{office.Output}", broken);
            }
        }
    }

    /// <summary>Kills one of the living nodes, or all at once, as soon as there are two; each starts again after a while.</summary>
    public async Task KillAsync(Random random, bool all, TimeSpan deadFor)
    {
        List<int> living;
        while ((living = [.. Enumerable.Range(0, Size).Where(place => nodes[place].IsCompletedSuccessfully)]).Count < 2)
        {
            await FailedAsync();
            await Task.Delay(Moment, TimeProvider.System);
        }

        foreach (var place in all ? living : [living[random.Next(living.Count)]])
            nodes[place] = ReviveAsync(await nodes[place], place, deadFor);
    }

    /// <summary>Moves every node's clock to a day and wakes what is due by then. Nobody dies meanwhile.</summary>
    public async Task GoToAsync(DateOnly day)
    {
        var all = await Task.WhenAll(nodes);
        // What the engine has yet to do belongs to the day before.
        await ledger.SettleAsync();
        foreach (var node in all)
            await people["hr"].Http.SubmitAsync(node.Address, "/clock", "/clock/forward", new() { ["date"] = $"{day:yyyy-MM-dd}" });
        today = day;
    }

    /// <summary>What the node with an environment of its own says of its health.</summary>
    public async Task<string> HealthOfTheLastAsync() => await people["hr"].Http.GetStringAsync(new Uri((await nodes[^1]).Address, "/health"));

    /// <summary>What the nodes that live have printed; for whoever looks for a fault.</summary>
    public string Output => string.Join("\n----\n", nodes.Where(node => node.IsCompletedSuccessfully).Select(node => node.Result.Output));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var login in people.Values)
            login.Http.Dispose();
        foreach (var node in nodes.OfType<Task<OfficeProcess>>())
        {
            // A node that never started has told the test why; clearing up must not speak over it.
            await Task.WhenAny(node);
            if (node.IsCompletedSuccessfully)
                await (await node).DisposeAsync();
        }
    }

    private Task<OfficeProcess> RunAsync(int place)
    {
        var environment = new Dictionary<string, string?>(settings);
        foreach (var (name, value) in place == Size - 1 ? ofTheLast : [])
            environment[name] = value;
        return OfficeProcess.RunAsync(connection, environment, isOpen: true, "--as-of", $"{today:yyyy-MM-dd}", "--workflows", workflows);
    }

    private async Task<OfficeProcess> ReviveAsync(OfficeProcess node, int place, TimeSpan deadFor)
    {
        await Task.Yield();
        node.Kill();
        Interlocked.Increment(ref kills);
        await node.DisposeAsync();
        await Task.Delay(deadFor, TimeProvider.System);
        return await RunAsync(place);
    }

    private async Task<OfficeProcess> AnyAsync()
    {
        while (true)
        {
            await FailedAsync();
            if (nodes.Where(node => node.IsCompletedSuccessfully).ToList() is { Count: > 0 } living)
                return await living[Random.Shared.Next(living.Count)];
            await Task.Delay(Moment, TimeProvider.System);
        }
    }

    // A node that can't start ends the test with what it said.
    private Task FailedAsync() => nodes.FirstOrDefault(node => node.IsFaulted) ?? Task.CompletedTask;

    private async Task LogInAsync(string userName, OfficeProcess node) =>
        people[userName] = new Login(await node.LoggedInAsync(userName), TimeProvider.System.GetTimestamp());

    private sealed record Login(HttpClient Http, long Since)
    {
        public TimeSpan Age => TimeProvider.System.GetElapsedTime(Since);
    }
}
