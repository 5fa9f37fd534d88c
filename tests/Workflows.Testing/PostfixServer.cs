using System.Diagnostics;
using MimeKit;

namespace Workflows.Testing;

/// <summary>
/// A real Postfix with a configuration and a queue of its own. It takes mail for every address on <see cref="Port"/> of 127.0.0.1 and
/// delivers all of it into one maildir, where tests read it; nothing leaves the machine. Needs root and the postfix package: where
/// either is missing, <see cref="StartAsync"/> skips the test with a reason.
/// </summary>
public sealed class PostfixServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // $1 folder, $2 owner of the mails
    private const string Script = """
        trap '' INT HUP
        mkdir -m 755 "$1/queue" "$1/data" "$1/mail" && chown postfix "$1/data" && chown "$2" "$1/mail"
        postfix -c "$1/etc" start >>"$1/start.log" 2>&1
        read -r word
        postfix -c "$1/etc" abort >/dev/null 2>&1
        rm -rf "$1"
        """;

    private readonly WatchedProcess shell;
    private readonly string folder;

    private PostfixServer(WatchedProcess shell, string folder, int port)
    {
        this.shell = shell;
        this.folder = folder;
        Port = port;
    }

    /// <summary>The SMTP port, without TLS or login.</summary>
    public int Port { get; }

    /// <summary>Starts Postfix and waits until it listens.</summary>
    public static async Task<PostfixServer> StartAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Postfix needs root to start.");
        Assert.SkipWhen(
            InstalledProgram.Find(["postfix"], "/usr/sbin") is null, "Postfix is not installed: apt-get install postfix.");
        foreach (var leftBehind in ScratchFolder.LeftBehind("postfix"))
        {
            await using var removal = WatchedProcess.Start("""exec >/dev/null 2>&1; postfix -c "$1/etc" abort; rm -rf "$1" """, [leftBehind]);
        }

        var folder = ScratchFolder.NameFor("postfix");
        var account = UnixAccount.FirstOf("nobody") ?? throw new InvalidOperationException("The machine knows no account nobody.");
        var port = FreePort.Take();
        var configuration = Directory.CreateDirectory(Path.Combine(folder, "etc")).FullName;
        await File.WriteAllTextAsync(Path.Combine(configuration, "main.cf"), PostfixConfiguration.Main(folder, account, port));
        await File.WriteAllTextAsync(Path.Combine(configuration, "master.cf"), PostfixConfiguration.Master(port));

        var server = new PostfixServer(WatchedProcess.Start(Script, [folder, account.Name]), folder, port);
        if (!await FreePort.AnswersAsync(port, Limit))
        {
            var said = string.Join('\n', Directory.GetFiles(folder, "*.log").Select(File.ReadAllText));
            await server.DisposeAsync();
            throw new InvalidOperationException($"Postfix did not listen on port {port}. {said}");
        }

        return server;
    }

    /// <summary>All mails delivered so far to the address on the envelope, whatever the To header says; in no order.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MailForAsync(string recipient)
    {
        var delivered = Path.Combine(folder, "mail", "all", "new");
        var mails = new List<MimeMessage>();
        foreach (var file in Directory.Exists(delivered) ? Directory.GetFiles(delivered) : [])
        {
            var mail = await MimeMessage.LoadAsync(file);
            if (string.Equals(mail.Headers["Delivered-To"], recipient, StringComparison.OrdinalIgnoreCase))
            {
                mails.Add(mail);
            }
        }

        return mails;
    }

    /// <summary>Waits until the address has at least so many mails, and returns them. Fails after a minute.</summary>
    public async Task<IReadOnlyList<MimeMessage>> WaitForMailAsync(string recipient, int count = 1)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var mails = await MailForAsync(recipient);
            if (mails.Count >= count)
            {
                return mails;
            }

            if (Stopwatch.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"{recipient} has {mails.Count} of {count} mails. {await ReadLogAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>What Postfix logged so far.</summary>
    public async Task<string> ReadLogAsync()
    {
        var log = Path.Combine(folder, "postfix.log");
        return File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
    }

    /// <summary>Stops Postfix at once and removes its folder with all mails.</summary>
    public ValueTask DisposeAsync() => shell.DisposeAsync();
}
