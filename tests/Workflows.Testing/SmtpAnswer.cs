namespace Workflows.Testing;

/// <summary>What a <see cref="ScriptedSmtpServer"/> does at one step: it may wait, may reply, and may then break the connection.</summary>
public sealed record SmtpAnswer
{
    private SmtpAnswer()
    {
    }

    /// <summary>The line to send, such as <c>451 4.3.0 Try again later</c>, or null for silence.</summary>
    public string? Line { get; private init; }

    /// <summary>How the connection ends after the line, if it does.</summary>
    internal Ending Ends { get; private init; }

    /// <summary>What has to happen before the answer is given.</summary>
    internal Task Gate { get; private init; } = Task.CompletedTask;

    /// <summary>Sends the line and goes on.</summary>
    public static SmtpAnswer Reply(string line) => new() { Line = line };

    /// <summary>Closes the connection in order, without a word.</summary>
    public static SmtpAnswer HangUp { get; } = new() { Ends = Ending.Closed };

    /// <summary>Breaks the connection with a TCP reset, without a word.</summary>
    public static SmtpAnswer Break { get; } = new() { Ends = Ending.Broken };

    /// <summary>Sends the line, then breaks the connection with a TCP reset.</summary>
    public static SmtpAnswer ReplyThenBreak(string line) => new() { Line = line, Ends = Ending.Broken };

    /// <summary>The same answer, given only once the gate opens: a slow server without a clock.</summary>
    public SmtpAnswer Once(Task gate) => this with { Gate = gate };

    internal enum Ending
    {
        None,
        Closed,
        Broken,
    }
}
