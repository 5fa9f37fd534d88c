using System.Text.RegularExpressions;
using Workflows.Personnel.Mail;

namespace Workflows.Reminders.Sending;

/// <summary>When what a server says means that the address doesn't work, and not that the mail displeased it.</summary>
internal static partial class AddressFaults
{
    /// <summary>The enhanced codes on addresses, 5.1.0 to 5.1.6 and 5.1.10, and on disabled mailboxes, 5.2.1 (RFC 3463, 7505).</summary>
    public static bool IsAboutTheAddress(string reply) => Codes().IsMatch(reply);

    /// <summary>HR's task.</summary>
    public static AddressFault Of(Letter letter, string reply, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Address = letter.Address, LetterId = letter.Id, Reply = reply, SeenAt = now,
    };

    [GeneratedRegex(@"(?<![0-9.])5\.(1\.([0-6]|10)|2\.1)(?![0-9.])")]
    private static partial Regex Codes();
}
