using MimeKit;
using Workflows.Storage;

namespace Workflows.Reminders;

/// <summary>What the office says about its reminders: where its pages are, how its mail goes out.</summary>
public sealed record ReminderOptions
{
    /// <summary>The database; the schedule of a cluster lives beside it.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>The address of the pages, for example <c>https://hr.example.cn</c> (<c>Office:PublicUrl</c>).</summary>
    public required string PublicUrl { get; init; }

    /// <summary>The <c>workflows</c> folder, in whose <c>*/notices</c> the templates are.</summary>
    public required string WorkflowsFolder { get; init; }

    /// <summary>How mail goes out (<c>Mail</c>).</summary>
    public required MailOptions Mail { get; init; }

    /// <summary>A page of ours, by its path.</summary>
    public string Page(string path) => $"{PublicUrl.TrimEnd('/')}{path}";

    /// <summary>The page of a case.</summary>
    public string CasePage(Guid caseId) => Page($"/cases/{caseId}");

    /// <summary>The page with everything that waits for the reader.</summary>
    public string InboxPage => Page("/");

    /// <summary>What is wrong with the settings, one sentence each with its remedy; empty when nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            faults.Add($"Office:PublicUrl “{PublicUrl}” 应为网页地址，例如 https://hr.example.cn / must be the address of the pages, for example https://hr.example.cn");
        return [.. faults, .. Mail.Faults()];
    }
}

/// <summary>How mail goes out, and how much of it.</summary>
public sealed record MailOptions
{
    /// <summary>The SMTP server; empty: mails are written to <see cref="Folder"/> instead.</summary>
    public string Host { get; init; } = "";

    /// <summary>The server's port, usually 25, 465 or 587.</summary>
    public int Port { get; init; } = 25;

    /// <summary>How the connection is protected.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTlsWhenOffered;

    /// <summary>The account at the server; empty: none is used.</summary>
    public string User { get; init; } = "";

    /// <summary>The account's password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The folder into which mails are written as <c>.eml</c> files when there is no server: for demo and trial.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The address that the mails come from.</summary>
    public string From { get; init; } = "";

    /// <summary>The name that the mails come from, for example <c>沙县区教师进修学校</c>.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The most mails in any hour, by all nodes together; 0 for no limit.</summary>
    public int PerHour { get; init; }

    /// <summary>Over how many connections at once mails go to the server, on each node; 1 to 16.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>The folder into which the mail system delivers bounces: a maildir, or <c>.eml</c> files; empty: none are read.</summary>
    public string BounceFolder { get; init; } = "";

    /// <summary>The domain after the @ of the sender; also that of the Message-IDs.</summary>
    public string Domain => From[(From.LastIndexOf('@') + 1)..];

    /// <summary>The most connections.</summary>
    public const int MostConnections = 16;

    internal IEnumerable<string> Faults()
    {
        if (Host.Length == 0 && Folder.Length == 0)
            yield return "缺少 Mail:Host（邮件服务器）或 Mail:Folder / neither Mail:Host nor Mail:Folder is set; name an SMTP server, or a folder for the mails";
        if (!MailboxAddress.TryParse(From, out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
            yield return $"Mail:From “{From}” 应为发件人邮箱，例如 hr@example.cn / must be the sender's address, for example hr@example.cn";
        if (User.Length > 0 && Security is MailSecurity.None)
            yield return "设置了 Mail:User，但 Mail:Security 为 None，密码须用 StartTls 或 Tls / Mail:User is set, but Mail:Security is None; a password needs StartTls or Tls";
        if (User.Length == 0 != (Password.Length == 0))
            yield return "Mail:User 和 Mail:Password 应同时设置 / of Mail:User and Mail:Password only one is set; write both or neither";
    }
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS where the server offers it.</summary>
    StartTlsWhenOffered,

    /// <summary>STARTTLS, or no mail.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465.</summary>
    Tls,

    /// <summary>No protection: only for a server on the same machine.</summary>
    None,
}

/// <summary>The settings of reminders and mail can't be used: the program must not start. The message says all that is wrong.</summary>
public sealed class ReminderSettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One sentence for each fault, with its remedy.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
