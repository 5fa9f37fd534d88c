using MimeKit;

namespace Workflows.Reminders.Bounces;

/// <summary>What a delivery status notification (RFC 3464) says of one recipient.</summary>
/// <param name="OriginalMessageId">The Message-ID of the mail it is about, without brackets; null where the report doesn't tell.</param>
/// <param name="Recipient">The address that the mail was sent to.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>.</param>
/// <param name="Status">The status code, <c>5.1.1</c>.</param>
/// <param name="Diagnostic">What the other server said; may be empty.</param>
public sealed record BounceReport(string? OriginalMessageId, string Recipient, string Action, string Status, string Diagnostic)
{
    private const int LongestReply = 500;

    /// <summary>Whether the mail didn't and won't arrive.</summary>
    public bool IsFailure => Action.Equals("failed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The status and the server's words, in one line.</summary>
    public string Reply
    {
        get
        {
            var reply = string.Join(' ', $"{Status} {Diagnostic}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            return reply.Length > LongestReply ? reply[..LongestReply] : reply;
        }
    }

    /// <summary>What a mail reports; empty for a mail that is no readable report. Nothing that a stranger may write makes it throw.</summary>
    public static IReadOnlyList<BounceReport> Read(Stream content)
    {
        try
        {
            using var mail = MimeMessage.Load(content);
            return Of(mail);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return [];
        }
    }

    private static IReadOnlyList<BounceReport> Of(MimeMessage mail)
    {
        var parts = Parts(mail.Body).ToList();
        var original = parts.Select(MessageIdOf).FirstOrDefault(id => id is not null);
        return
        [
            .. from status in parts.OfType<MessageDeliveryStatus>()
               from fields in status.StatusGroups
               let recipient = Address(fields["Original-Recipient"]) ?? Address(fields["Final-Recipient"])
               let action = fields["Action"]?.Trim()
               where recipient is not null && action is not null
               select new BounceReport(original, recipient!, action!, fields["Status"]?.Trim() ?? "", Words(fields["Diagnostic-Code"])),
        ];
    }

    private static IEnumerable<MimeEntity> Parts(MimeEntity? entity) =>
        entity is Multipart multipart ? multipart.SelectMany(Parts) : entity is null ? [] : [entity];

    // The mail that came back, whole or its headers alone.
    private static string? MessageIdOf(MimeEntity part)
    {
        if (part is MessagePart { Message: { } whole })
            return whole.MessageId;
        if (part is not MimePart { Content: { } content } headers || !headers.ContentType.IsMimeType("text", "rfc822-headers"))
            return null;
        using var text = new MemoryStream();
        content.DecodeTo(text);
        text.Write("\r\n\r\n"u8);
        text.Position = 0;
        using var mail = MimeMessage.Load(text);
        return mail.MessageId;
    }

    // "rfc822; zhang@example.cn"
    private static string? Address(string? field)
    {
        var address = field?[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>');
        return address?.Contains('@', StringComparison.Ordinal) == true ? address : null;
    }

    private static string Words(string? field) => field is null ? "" : field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim();
}
