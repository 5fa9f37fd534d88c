using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Workflows.Reminders.Sending;

/// <summary>The numbers of the events of mail that an operator looks for in the log.</summary>
internal static partial class MailEvents
{
    public static readonly EventId LetterFailed = new(3001, nameof(LetterFailed));
    public static readonly EventId LeaseLost = new(3002, nameof(LeaseLost));
    public static readonly EventId OutOfReach = new(3003, nameof(OutOfReach));
    public static readonly EventId InReach = new(3004, nameof(InReach));
    public static readonly EventId UnknownBounce = new(3005, nameof(UnknownBounce));

    /// <summary>What a server said, without the addresses in it: the ledger on the pages has them.</summary>
    public static string WithoutAddresses(string reply) => Address().Replace(reply, "…");

    [GeneratedRegex(@"[^\s<>""']+@[^\s<>""']+")]
    private static partial Regex Address();
}
