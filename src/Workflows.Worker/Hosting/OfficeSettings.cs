using System.Net;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Processes.Operations;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Web;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>The installation's settings: file, secrets, environment and command line, by the names of the README's table. Each is read here, once.</summary>
public sealed record OfficeSettings
{
    private const int LongestPhone = 60;
    // A file travels and is looked into as a whole, in memory.
    private const int MostMegabytes = 200;

    /// <summary>The zone of an office that says nothing else: what a command that only reads a file goes by.</summary>
    public static TimeZoneInfo DefaultZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary><c>ConnectionStrings:Workflows</c>: <c>Host=...</c> for PostgreSQL, <c>Data Source=...</c> for SQLite.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary>
    /// <c>ConnectionStrings:WorkflowsOwner</c>: the same database as its owner, who makes and changes the schema; the one above where nobody else owns it.
    /// </summary>
    public required StorageOptions Owner { get; init; }

    /// <summary><c>Office:Zone</c>: the office's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The workflows folder.</summary>
    public required string WorkflowsFolder { get; init; }

    /// <summary><c>Office:Roles</c>: what this node does.</summary>
    public required NodeRoles Roles { get; init; }

    /// <summary><c>Office:Proxies</c>: the reverse proxies that are believed when they say who asks, and how.</summary>
    public required IReadOnlyList<IPAddress> Proxies { get; init; }

    /// <summary><c>Office:PublicUrl</c> and <c>Mail</c>: where mails lead to, and how they go out.</summary>
    public required ReminderOptions Reminders { get; init; }

    /// <summary>What the pages and papers say of the installation, and <c>Login</c>: how people log in.</summary>
    public required OfficeWebOptions Pages { get; init; }

    /// <summary><c>Office:LargestAttachmentMegabytes</c>: how much a file in a case may hold.</summary>
    public AttachmentLimits Attachments { get; init; } = new();

    /// <summary><c>Audit</c>: where the record's chain heads are written down; null where that isn't set up.</summary>
    public SealOptions? Seal { get; init; }

    /// <summary><c>Backup:PostgresTools</c>: the folder of PostgreSQL's own programs; null to look for them on the path.</summary>
    public string? PostgresTools { get; init; }

    /// <summary><c>Telemetry</c>: where metrics and traces go; null where they go nowhere.</summary>
    public Telemetry? Telemetry { get; init; }

    /// <summary><c>RateLimits</c>: how often one account or one address may ask.</summary>
    public RateLimits RateLimits { get; init; } = new();

    /// <summary>Whether people reach the pages over TLS, by the address they use.</summary>
    public bool IsSecure => Reminders.PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the settings, or throws with one sentence for each that can't be used.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="workflowsFolder">The workflows folder.</param>
    /// <param name="isToRun">Whether the office itself shall run: it needs more than a single command.</param>
    /// <exception cref="SettingsException">A setting is missing or wrong; the message says which, and what would be right.</exception>
    public static OfficeSettings Read(IConfiguration configuration, string workflowsFolder, bool isToRun = false)
    {
        var faults = HostSettings.Faults(configuration);
        if (!Directory.Exists(workflowsFolder))
            faults.Add($"找不到流程文件夹 {workflowsFolder} / the workflows folder {workflowsFolder} doesn't exist");
        var storage = DatabaseSettings.Read(configuration, faults);
        var backup = new SettingsSection(configuration.GetSection("Backup"), faults);
        var tools = backup.Folder("PostgresTools");
        backup.End();
        var office = new SettingsSection(configuration.GetSection("Office"), faults);
        var publicUrl = office.Text("PublicUrl", "http://127.0.0.1:5180");
        var settings = new OfficeSettings
        {
            Storage = storage.Storage,
            Owner = storage.Owner,
            WorkflowsFolder = workflowsFolder,
            Zone = ZoneOf(office),
            Roles = RolesOf(office, storage.Storage),
            Proxies = ProxiesOf(office),
            Attachments = new AttachmentLimits(office.Number("LargestAttachmentMegabytes", new AttachmentLimits().Megabytes, 1, MostMegabytes)),
            Pages = PagesOf(office) with { Login = LoginSettings.Read(configuration, publicUrl, faults) },
            RateLimits = RateLimitSettings.Read(configuration, faults),
            Telemetry = Telemetry.Read(configuration, faults),
            Seal = SealSettings.Read(configuration, faults),
            PostgresTools = tools.Length > 0 ? tools : null,
            Reminders = new ReminderOptions
            {
                Storage = storage.Storage, PublicUrl = publicUrl, WorkflowsFolder = workflowsFolder, Mail = MailSettings.Read(configuration, faults),
            },
        };
        office.End();
        if (isToRun && settings.Reminders.Mail.Host.Length > 0 && office.Text("PublicUrl").Length == 0)
            office.Missing("PublicUrl", "信件里的链接指向哪里", "the address of the pages, to which mails link");
        if (isToRun)
            faults.AddRange(settings.Reminders.Faults());
        return faults.Count == 0 ? settings : throw new SettingsException(faults);
    }

    private static TimeZoneInfo ZoneOf(SettingsSection office)
    {
        var name = office.Text("Zone", DefaultZone.Id);
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        office.Fault("Zone", name, "不是时区，例如 Asia/Shanghai", "isn't a time zone; write for example Asia/Shanghai");
        return DefaultZone;
    }

    private static NodeRoles RolesOf(SettingsSection office, StorageOptions storage)
    {
        const NodeRoles all = NodeRoles.Web | NodeRoles.Work;
        var roles = office.Words<NodeRoles>("Roles").Aggregate(default(NodeRoles), (sum, role) => sum | role);
        if (roles is default(NodeRoles) or all)
            return all;
        if (storage.Provider is StorageProvider.Sqlite)
            office.Fault("Roles", $"{roles}", "SQLite 只能由一个节点使用，应为 web,work", "on SQLite there is one node, which does both: write web,work");
        return roles;
    }

    private static List<IPAddress> ProxiesOf(SettingsSection office)
    {
        var proxies = new List<IPAddress>();
        foreach (var text in office.Texts("Proxies"))
        {
            if (IPAddress.TryParse(text, out var address))
                proxies.Add(address);
            else
                office.Fault("Proxies", text, "不是 IP 地址，例如 127.0.0.1", "isn't an IP address; write for example 127.0.0.1");
        }

        return proxies;
    }

    private static OfficeWebOptions PagesOf(SettingsSection office)
    {
        var usual = new OfficeWebOptions();
        var phone = office.Text("ContactPhone");
        if (phone.Length > LongestPhone || !phone.All(IsOfAPhone))
            office.Fault("ContactPhone", phone, "不是电话号码，例如 0598-5822222", "isn't a telephone number; write for example 0598-5822222");
        return usual with
        {
            College = new Bilingual(office.Text("College", usual.College.Zh), office.Text("CollegeEnglish", usual.College.En)),
            ContactPhone = phone,
            ContactHours = office.Text("ContactHours", usual.ContactHours),
        };
    }

    // Several numbers and extensions are usual: 0598-5822222、5822223 转 801.
    private static bool IsOfAPhone(char c) => char.IsAsciiDigit(c) || "+-() /,、，转（）".Contains(c, StringComparison.Ordinal);
}

/// <summary>The settings can't be used: the program must not start.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One sentence for each fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
