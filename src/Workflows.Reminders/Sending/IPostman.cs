namespace Workflows.Reminders.Sending;

/// <summary>Takes mails out of the house, one at a time: to an SMTP server, or into a folder.</summary>
public interface IPostman : IAsyncDisposable
{
    /// <summary>Opens the way, or keeps it open. Null when it is; else one sentence on why it isn't, and no letter was touched.</summary>
    Task<string?> OpenAsync(CancellationToken ct);

    /// <summary>Hands over one mail to one recipient, and says what came of it. It can't be called back, so nothing cancels it.</summary>
    /// <param name="mail">The mail.</param>
    Task<Delivery> DeliverAsync(Mail mail);

    /// <summary>Closes the way in good order; what goes wrong now no longer matters.</summary>
    Task CloseAsync();
}

/// <summary>A mail ready to go.</summary>
/// <param name="MessageId">Its Message-ID, without brackets; the same at every try.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Bytes">All of it, as it goes over the wire.</param>
/// <param name="Address">The one recipient.</param>
public sealed record Mail(string MessageId, string Subject, byte[] Bytes, string Address);

/// <summary>What came of handing over a mail.</summary>
/// <param name="Result">The result.</param>
/// <param name="Reply">The server's words, or ours on what broke.</param>
public sealed record Delivery(DeliveryResult Result, string Reply);

/// <summary>The ways in which handing over a mail can end.</summary>
public enum DeliveryResult
{
    /// <summary>250 after the final dot. What happens to the connection later changes nothing.</summary>
    Accepted,

    /// <summary>4xx: not now.</summary>
    Deferred,

    /// <summary>5xx: never.</summary>
    Refused,

    /// <summary>The connection broke before the final dot had left: surely not taken.</summary>
    NotTaken,

    /// <summary>The connection broke after the final dot had left: taken or not, nobody knows.</summary>
    Unclear,
}
