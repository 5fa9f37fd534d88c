using MailKit;

namespace Workflows.Reminders.Sending;

/// <summary>
/// Sees whether the final dot of a mail has left. MailKit tells its protocol log of bytes once their write has ended, and the dot is the
/// end of the last write of a mail; in the mail itself CR LF . CR LF can't occur, as leading dots are doubled.
/// </summary>
internal sealed class DotWatch(Action dotHasLeft) : IProtocolLogger
{
    private static readonly byte[] Dot = "\r\n.\r\n"u8.ToArray();
    private byte[] tail = [];

    /// <summary>Whether the dot of the running mail has left.</summary>
    public bool DotHasLeft { get; private set; }

    /// <inheritdoc />
    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    /// <summary>Starts to watch the next mail.</summary>
    public void Begin() => (DotHasLeft, tail) = (false, []);

    /// <inheritdoc />
    public void LogClient(byte[] buffer, int offset, int count)
    {
        tail = [.. tail, .. buffer.AsSpan(offset, count)[^Math.Min(count, Dot.Length)..]];
        tail = tail[^Math.Min(tail.Length, Dot.Length)..];
        if (DotHasLeft || !tail.AsSpan().SequenceEqual(Dot))
            return;
        DotHasLeft = true;
        dotHasLeft();
    }

    /// <inheritdoc />
    public void LogConnect(Uri uri)
    {
    }

    /// <inheritdoc />
    public void LogServer(byte[] buffer, int offset, int count)
    {
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
