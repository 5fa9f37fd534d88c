using System.Net.Sockets;
using System.Text;

namespace Workflows.Testing;

/// <summary>One connection to a <see cref="ScriptedSmtpServer"/>, from greeting to farewell or to the fault the test asked for.</summary>
internal sealed class SmtpConversation(ScriptedSmtpServer server, TcpClient client)
{
    private const string Greeting = "220 scripted.invalid ESMTP";
    private const string Abilities = "250-scripted.invalid\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250-ENHANCEDSTATUSCODES\r\n250 SIZE 52428800";

    private readonly List<string> recipients = [];
    private string sender = "";
    private bool over;

    /// <summary>Talks until either side ends the connection.</summary>
    public async Task RunAsync(CancellationToken ending)
    {
        using (client)
        {
            try
            {
                await TalkAsync(new SmtpLineReader(client.GetStream()), ending);
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                // The client went away or the test is over: there is nobody left to tell.
            }
        }
    }

    private async Task TalkAsync(SmtpLineReader lines, CancellationToken ending)
    {
        await AnswerAsync(SmtpStep.Connect, Greeting, ending);
        while (!over && await lines.ReadAsync(ending) is { } line)
        {
            var command = Encoding.UTF8.GetString(line).TrimEnd('\r', '\n');
            server.Record(command);
            await ObeyAsync(command, lines, ending);
        }
    }

    private async Task ObeyAsync(string command, SmtpLineReader lines, CancellationToken ending)
    {
        var verb = command.Split(' ', ':')[0].ToUpperInvariant();
        switch (verb)
        {
            case "EHLO" or "HELO":
                await AnswerAsync(SmtpStep.Hello, verb == "EHLO" ? Abilities : "250 scripted.invalid", ending);
                break;
            case "MAIL":
                sender = AddressIn(command);
                recipients.Clear();
                await AnswerAsync(SmtpStep.Sender, "250 2.1.0 Ok", ending);
                break;
            case "RCPT":
                if (await AnswerAsync(SmtpStep.Recipient, "250 2.1.5 Ok", ending))
                {
                    recipients.Add(AddressIn(command));
                }

                break;
            case "DATA":
                if (await AnswerAsync(SmtpStep.Data, "354 End data with <CR><LF>.<CR><LF>", ending))
                {
                    await TakeMailAsync(lines, ending);
                }

                break;
            case "RSET":
                recipients.Clear();
                await AnswerAsync(SmtpStep.Reset, "250 2.0.0 Ok", ending);
                break;
            case "NOOP":
                await SendAsync("250 2.0.0 Ok", ending);
                break;
            case "QUIT":
                await AnswerAsync(SmtpStep.Quit, "221 2.0.0 Bye", ending);
                over = true;
                break;
            default:
                await SendAsync("502 5.5.2 Command not known", ending);
                break;
        }
    }

    private async Task TakeMailAsync(SmtpLineReader lines, CancellationToken ending)
    {
        using var content = new MemoryStream();
        var isFirst = true;
        while (await lines.ReadAsync(ending) is { } line)
        {
            if (line.AsSpan().SequenceEqual(".\r\n"u8))
            {
                server.Record(new ReceivedMail(sender, [.. recipients], content.ToArray()));
                await AnswerAsync(SmtpStep.FinalDot, "250 2.0.0 Ok: taken", ending);
                return;
            }

            content.Write(line[0] == '.' ? line.AsSpan(1) : line);
            if (isFirst && !await AnswerAsync(SmtpStep.Body, null, ending))
            {
                return;
            }

            isFirst = false;
        }

        over = true;
    }

    /// <summary>Gives the scripted answer or else the usual one. True when the client was let through.</summary>
    private async Task<bool> AnswerAsync(SmtpStep step, string? usual, CancellationToken ending)
    {
        var scripted = server.TakeAnswer(step);
        await (scripted?.Gate ?? Task.CompletedTask).WaitAsync(ending);
        var line = scripted is null ? usual : scripted.Line;
        if (line is not null)
        {
            await SendAsync(line, ending);
        }

        if (scripted is { Ends: not SmtpAnswer.Ending.None })
        {
            End(scripted.Ends);
        }

        return !over && (line is null || line[0] is '2' or '3');
    }

    private void End(SmtpAnswer.Ending how)
    {
        over = true;
        if (how == SmtpAnswer.Ending.Broken)
        {
            // Closing a socket that lingers for zero seconds sends a reset instead of a farewell.
            client.LingerState = new LingerOption(true, 0);
        }

        client.Close();
    }

    private async Task SendAsync(string line, CancellationToken ending) =>
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{line}\r\n"), ending);

    private static string AddressIn(string command)
    {
        var from = command.IndexOf('<', StringComparison.Ordinal) + 1;
        var to = command.IndexOf('>', StringComparison.Ordinal);
        return from > 0 && to >= from ? command[from..to] : command;
    }
}
