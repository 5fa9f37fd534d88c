using System.Globalization;

namespace Workflows.Testing;

/// <summary>
/// Postfix's <c>smtp-sink</c>: a very fast SMTP server that throws mail away, for bulk, and that can refuse or hang up on purpose.
/// Where it is not installed, <see cref="StartAsync"/> skips the test with a reason.
/// </summary>
public sealed class SmtpSink : IAsyncDisposable
{
    // $1 program, $2 folder for mails, the rest are its arguments
    private const string Script = """
        trap '' INT HUP
        program=$1; folder=$2; shift 2
        mkdir -m 700 "$folder" && cd "$folder" || exit 1
        "$program" "$@" >/dev/null 2>"$folder/sink.log" & sink=$!
        read -r word
        { kill -TERM "$sink"; wait "$sink"; } 2>/dev/null
        cd / && rm -rf "$folder"
        """;

    private readonly WatchedProcess shell;
    private readonly string folder;

    private SmtpSink(WatchedProcess shell, string folder, int port)
    {
        this.shell = shell;
        this.folder = folder;
        Port = port;
    }

    /// <summary>The port of 127.0.0.1 that it listens on.</summary>
    public int Port { get; }

    /// <summary>How many mails arrived; counted only where mails are kept.</summary>
    public int KeptMails => Directory.GetFiles(folder, "mail.*").Length;

    /// <summary>The Message-ID of every kept mail, once for each copy that arrived.</summary>
    public IReadOnlyList<string> MessageIds()
    {
        const string header = "Message-Id: <";
        return
        [
            .. Directory.GetFiles(folder, "mail.*").Select(file => File.ReadLines(file)
                .First(line => line.StartsWith(header, StringComparison.OrdinalIgnoreCase))[header.Length..].TrimEnd('>', '\r')),
        ];
    }

    /// <summary>
    /// Starts the sink. <paramref name="reject"/> and <paramref name="disconnect"/> name SMTP commands as the program does
    /// (<c>connect, ehlo, mail, rcpt, data, ., quit</c>): rejected ones get a 500, disconnecting ones no answer at all. A slow one thinks for
    /// a second once it has a mail, so that many are on their way at any moment.
    /// </summary>
    public static async Task<SmtpSink> StartAsync(
        bool keepMails = false, IReadOnlyCollection<string>? reject = null, IReadOnlyCollection<string>? disconnect = null,
        bool isSlow = false)
    {
        var program = InstalledProgram.Find(["smtp-sink"], "/usr/sbin");
        Assert.SkipWhen(program is null, "smtp-sink is not installed: apt-get install postfix.");
        var port = FreePort.Take();
        var folder = ScratchFolder.NameFor("sink");
        List<string> arguments = [program!, folder];
        AddOption(arguments, "-d", keepMails ? ["mail."] : null);
        AddOption(arguments, "-r", reject);
        AddOption(arguments, "-q", disconnect);
        AddOption(arguments, "-W", isSlow ? [".:1"] : null);
        arguments.AddRange([string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "1000"]);

        var account = Environment.IsPrivilegedProcess ? UnixAccount.FirstOf("nobody") : null;
        var sink = new SmtpSink(WatchedProcess.Start(Script, arguments, account), folder, port);
        if (!await FreePort.AnswersAsync(port, TimeSpan.FromSeconds(30)))
        {
            await sink.DisposeAsync();
            throw new InvalidOperationException($"smtp-sink did not listen on port {port}.");
        }

        return sink;
    }

    /// <summary>Stops the sink and removes what it kept.</summary>
    public ValueTask DisposeAsync() => shell.DisposeAsync();

    private static void AddOption(List<string> arguments, string option, IReadOnlyCollection<string>? values)
    {
        if (values is { Count: > 0 })
        {
            arguments.AddRange([option, string.Join(',', values)]);
        }
    }
}
