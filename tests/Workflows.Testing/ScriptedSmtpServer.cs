using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Workflows.Testing;

/// <summary>
/// A tiny SMTP server inside the test process that accepts everything, unless the test has told it what to do at a step: refuse for
/// now or for good, be slow, hang up before or after the final dot, break the connection after its 250. It records what it received.
/// </summary>
public sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly ConcurrentDictionary<SmtpStep, ConcurrentQueue<SmtpAnswer>> next = new();
    private readonly ConcurrentDictionary<SmtpStep, SmtpAnswer> always = new();
    private readonly ConcurrentQueue<ReceivedMail> mails = new();
    private readonly ConcurrentQueue<string> commands = new();
    private readonly ConcurrentBag<Task> conversations = [];
    private readonly Task accepting;
    private int connections;

    private ScriptedSmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>The port of 127.0.0.1 that it listens on, without TLS or login.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Mails whose final dot arrived, in order, acknowledged or not.</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. mails];

    /// <summary>The command lines received on all connections, in order, without the mails' own lines.</summary>
    public IReadOnlyList<string> Commands => [.. commands];

    /// <summary>How many connections were accepted.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>Starts a server that accepts everything.</summary>
    public static ScriptedSmtpServer Start() => new();

    /// <summary>Gives these answers at the next times the step is reached, one each; then the server accepts again.</summary>
    public ScriptedSmtpServer Answer(SmtpStep step, params IEnumerable<SmtpAnswer> answers)
    {
        var queue = next.GetOrAdd(step, _ => new ConcurrentQueue<SmtpAnswer>());
        foreach (var answer in answers)
        {
            queue.Enqueue(answer);
        }

        return this;
    }

    /// <summary>Gives this answer whenever the step is reached and no single answer is left for it.</summary>
    public ScriptedSmtpServer AnswerAlways(SmtpStep step, SmtpAnswer answer)
    {
        always[step] = answer;
        return this;
    }

    /// <summary>Stops listening and ends all conversations.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(conversations);
        ending.Dispose();
        listener.Dispose();
    }

    internal SmtpAnswer? TakeAnswer(SmtpStep step) =>
        next.TryGetValue(step, out var queue) && queue.TryDequeue(out var answer) ? answer : always.GetValueOrDefault(step);

    internal void Record(string command) => commands.Enqueue(command);

    internal void Record(ReceivedMail mail) => mails.Enqueue(mail);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ending.Token);
                Interlocked.Increment(ref connections);
                conversations.Add(new SmtpConversation(this, client).RunAsync(ending.Token));
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException || ending.IsCancellationRequested)
        {
            // The test is over; it may have stopped the listener between two connections.
        }
    }
}
