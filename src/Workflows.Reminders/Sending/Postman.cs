using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Workflows.Reminders.Sending;

/// <summary>Brings mails to an SMTP server: one recipient a transaction, all on one connection.</summary>
public sealed class Postman : IPostman
{
    // A server may think for long once it has the whole mail (RFC 5321, 4.5.3.2.6); to give up early means a doubled mail.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PatienceAfterTheDot = TimeSpan.FromMinutes(10);

    private readonly MailOptions options;
    private readonly TimeSpan patience;
    private readonly DotWatch watch;
    private readonly SmtpClient client;

    /// <summary>A postman who isn't under way yet.</summary>
    public Postman(MailOptions options)
        : this(options, Patience, PatienceAfterTheDot)
    {
    }

    internal Postman(MailOptions options, TimeSpan patience, TimeSpan patienceAfterTheDot)
    {
        (this.options, this.patience) = (options, patience);
        watch = new DotWatch(() => SetPatience(patienceAfterTheDot));
        client = new SmtpClient(watch);
    }

    /// <inheritdoc />
    public async Task<string?> OpenAsync(CancellationToken ct)
    {
        if (client.IsConnected)
            return null;
        try
        {
            SetPatience(patience);
            await client.ConnectAsync(await ReachAsync(ct), options.Host, options.Port, Protection(options.Security), ct);
            if (options.User.Length > 0)
                await client.AuthenticateAsync(options.User, options.Password, ct);
            return null;
        }
        catch (Exception broken) when (IsOutside(broken) || broken is CommandException)
        {
            await CloseAsync();
            return $"The mail server {options.Host}:{options.Port} can't be used: {OneLine(broken.Message)}";
        }
    }

    /// <inheritdoc />
    public async Task<Delivery> DeliverAsync(Mail mail)
    {
        watch.Begin();
        SetPatience(patience);
        try
        {
            using var bytes = new MemoryStream(mail.Bytes);
            using var message = await MimeMessage.LoadAsync(bytes, CancellationToken.None);
            var to = MailboxAddress.Parse(mail.Address);
            var reply = await client.SendAsync(message, MailboxAddress.Parse(options.From), [to], CancellationToken.None);
            return new Delivery(DeliveryResult.Accepted, OneLine(reply));
        }
        catch (SmtpCommandException refusal) when ((int)refusal.StatusCode is >= 400 and < 600)
        {
            var isForGood = (int)refusal.StatusCode >= 500;
            return new Delivery(
                isForGood ? DeliveryResult.Refused : DeliveryResult.Deferred, $"{(int)refusal.StatusCode} {OneLine(refusal.Message)}");
        }
        catch (Exception broken) when (IsOutside(broken) || broken is CommandException)
        {
            return watch.DotHasLeft
                ? new Delivery(DeliveryResult.Unclear, $"The connection broke after the final dot: {OneLine(broken.Message)}")
                : new Delivery(DeliveryResult.NotTaken, $"The connection broke before the final dot: {OneLine(broken.Message)}");
        }
    }

    /// <inheritdoc />
    public async Task CloseAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception broken) when (IsOutside(broken) || broken is CommandException)
        {
            // An error after the 250 is no error: every mail has had its answer.
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        client.Dispose();
        watch.Dispose();
    }

    // A mail is several short writes. Unless told otherwise the system holds each back until the one before is acknowledged, some 40 ms later.
    private async Task<Socket> ReachAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, ct).AsTask().WaitAsync(patience, TimeProvider.System, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private void SetPatience(TimeSpan time) => client.Timeout = (int)time.TotalMilliseconds;

    private static bool IsOutside(Exception failure) => failure is IOException or SocketException or TimeoutException or ProtocolException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException
        or NotSupportedException;

    private static SecureSocketOptions Protection(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
