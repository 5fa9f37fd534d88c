namespace Workflows.Testing;

/// <summary>The points of an SMTP conversation at which a <see cref="ScriptedSmtpServer"/> can be told what to answer.</summary>
public enum SmtpStep
{
    /// <summary>The client has connected.</summary>
    Connect,

    /// <summary>EHLO or HELO.</summary>
    Hello,

    /// <summary>MAIL FROM.</summary>
    Sender,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA, before any line of the mail.</summary>
    Data,

    /// <summary>The first line of the mail has arrived, the final dot has not: a fault here is one before the dot.</summary>
    Body,

    /// <summary>The final dot has arrived and the mail is complete: a fault here leaves the client in doubt.</summary>
    FinalDot,

    /// <summary>RSET.</summary>
    Reset,

    /// <summary>QUIT.</summary>
    Quit,
}
