using System.Diagnostics;

namespace Workflows.Testing;

/// <summary>
/// A shell script that runs a real server for tests and outlives none of them: its standard input is a pipe from this process, so
/// the script's <c>read</c> ends when this process does, also after <c>kill -9</c>, and the lines below that stop the server run.
/// </summary>
public sealed class WatchedProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private readonly Process shell;

    private WatchedProcess(Process shell) => this.shell = shell;

    /// <summary>True once the script has ended, which for a server that should be running means that it could not start.</summary>
    public bool HasEnded => shell.HasExited;

    /// <summary>Starts the script with arguments <c>$1</c> and up, as the given account or, if null, as the present one.</summary>
    public static WatchedProcess Start(string script, IEnumerable<string> arguments, UnixAccount? account = null)
    {
        var start = new ProcessStartInfo { FileName = "sh", RedirectStandardInput = true, WorkingDirectory = "/" };
        if (account is not null)
        {
            start.FileName = "setpriv";
            start.ArgumentList.Add($"--reuid={account.UserId}");
            start.ArgumentList.Add($"--regid={account.GroupId}");
            start.ArgumentList.Add("--clear-groups");
            start.ArgumentList.Add("sh");
        }

        foreach (var argument in new[] { "-c", script, "sh" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        return new WatchedProcess(Process.Start(start) ?? throw new InvalidOperationException("The shell did not start."));
    }

    /// <summary>Gives the script one line to read.</summary>
    public async Task SayAsync(string line)
    {
        await shell.StandardInput.WriteLineAsync(line);
        await shell.StandardInput.FlushAsync();
    }

    /// <summary>Ends the script's input and waits until it has cleaned up; after 30 s it is killed with its children.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!shell.HasExited)
        {
            shell.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            try
            {
                await shell.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                shell.Kill(entireProcessTree: true);
            }
        }

        shell.Dispose();
    }
}
