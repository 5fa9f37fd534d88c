using MimeKit;

namespace Workflows.Testing;

/// <summary>A mail whose final dot reached a <see cref="ScriptedSmtpServer"/>, whatever it then answered.</summary>
/// <param name="Sender">The address of MAIL FROM, without brackets.</param>
/// <param name="Recipients">The addresses of the accepted RCPT TO commands, without brackets.</param>
/// <param name="Content">The mail's bytes as sent, with doubled leading dots made single, without the final dot.</param>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, byte[] Content)
{
    /// <summary>The content, parsed.</summary>
    public MimeMessage Parse()
    {
        using var stream = new MemoryStream(Content);
        return MimeMessage.Load(stream);
    }
}
