using System.Diagnostics;
using System.Text;

namespace Workflows.Testing;

/// <summary>The real worker as a process of its own, on a free port: <c>demo</c> or <c>run</c>, stopped politely or by <c>kill -9</c>.</summary>
public sealed class OfficeProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OfficeProcess(Process process, Uri address)
    {
        (this.process, Address, ProcessId) = (process, address, process.Id);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Exited += (_, _) => ended.TrySetResult();
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; }

    /// <summary>What it printed so far, both streams.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts <c>demo</c> with its data in a folder, and with its database on PostgreSQL where a connection string is given.</summary>
    public static Task<OfficeProcess> DemoAsync(string folder, string? connection = null, params string[] more) =>
        StartAsync(FreeAddress(), address =>
        [
            "demo", "--data", folder, "--url", address.GetLeftPart(UriPartial.Authority),
            .. connection is null ? (string[])[] : ["--connection", connection], .. more,
        ], "/login", []);

    /// <summary>Starts <c>run</c> on PostgreSQL by configuration alone, as an installation does; mail goes into a folder.</summary>
    /// <param name="folder">The folder whose <c>mail</c> takes the letters.</param>
    /// <param name="connection">The database.</param>
    /// <param name="isOpen">Whether to wait until the office is open, or only until it listens.</param>
    /// <param name="more">More arguments.</param>
    public static Task<OfficeProcess> RunAsync(string folder, string connection, bool isOpen = true, params string[] more) => RunAsync(
        connection, new Dictionary<string, string?> { ["Mail__Folder"] = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName }, isOpen, more);

    /// <summary>Starts <c>run</c> on PostgreSQL with settings of the environment.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="environment">More of the environment; what it names wins.</param>
    /// <param name="isOpen">Whether to wait until the office is open, or only until it listens.</param>
    /// <param name="more">More arguments.</param>
    public static Task<OfficeProcess> RunAsync(string connection, Dictionary<string, string?> environment, bool isOpen = true, params string[] more)
    {
        var address = FreeAddress();
        var url = address.GetLeftPart(UriPartial.Authority);
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings__Workflows"] = connection, ["Urls"] = url, ["Office__PublicUrl"] = url, ["Mail__From"] = "renshi@example.org",
        };
        foreach (var (name, value) in environment)
            settings[name] = value;
        return StartAsync(address, _ => ["run", .. more], isOpen ? "/health/ready" : "/health/live", settings);
    }

    /// <summary>Asks it to stop, as a supervisor does, and says with which code it ended.</summary>
    public async Task<int> StopAsync(CancellationToken ct)
    {
        using var asking = Process.Start("kill", ["-TERM", $"{ProcessId}"]);
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>The process's number; also after its end.</summary>
    public int ProcessId { get; }

    /// <summary>Whether it ends within the limit, by itself or killed; at once where it has ended already.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan limit) => await Task.WhenAny(ended.Task, Task.Delay(limit, TimeProvider.System)) == ended.Task;

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            Kill();
        ended.TrySetResult();
        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<OfficeProcess> StartAsync(
        Uri address, Func<Uri, string[]> arguments, string sign, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Workflows.Worker.dll"));
        foreach (var argument in arguments(address))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var office = new OfficeProcess(Process.Start(start) ?? throw new InvalidOperationException("The worker did not start."), address);
        try
        {
            await office.UntilServedAsync(sign);
            return office;
        }
        catch
        {
            await office.DisposeAsync();
            throw;
        }
    }

    private async Task UntilServedAsync(string sign)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = AnswerLimit };
        using var limit = new CancellationTokenSource(StartLimit);
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The worker ended with {process.ExitCode}:\n{Output}");
            try
            {
                if ((await client.GetAsync(new Uri(sign, UriKind.Relative), limit.Token)).IsSuccessStatusCode)
                    return;
            }
            catch (Exception unserved) when (unserved is HttpRequestException || (unserved is TaskCanceledException && !limit.IsCancellationRequested))
            {
                // It doesn't listen yet, or waits for its database.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
            output.AppendLine(line.Data);
    }

    private static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort.Take()}");
}
