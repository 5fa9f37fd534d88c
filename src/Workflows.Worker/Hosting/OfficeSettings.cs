using System.Globalization;
using Workflows.Processes.Cases;
using Workflows.Processes.Operations;
using Workflows.Reminders;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Worker.Hosting;

/// <summary>The installation's settings: file, environment and command line, by the names of the README's table.</summary>
public sealed record OfficeSettings
{
    private const int LongestPhone = 60;
    // A file travels and is looked into as a whole, in memory.
    private const int MostMegabytes = 200;

    /// <summary>The zone of an office that says nothing else: what a command that only reads a file goes by.</summary>
    public static TimeZoneInfo DefaultZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary><c>ConnectionStrings:Workflows</c>: <c>Host=...</c> for PostgreSQL, <c>Data Source=...</c> for SQLite.</summary>
    public required StorageOptions Storage { get; init; }

    /// <summary><c>Office:Zone</c>: the office's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary><c>Office:ContactPhone</c>: the telephone that announcements and public notices name; empty leaves a line for it.</summary>
    public required string ContactPhone { get; init; }

    /// <summary>The workflows folder.</summary>
    public required string WorkflowsFolder { get; init; }

    /// <summary><c>Office:PublicUrl</c> and <c>Mail</c>: where mails lead to, and how they go out.</summary>
    public required ReminderOptions Reminders { get; init; }

    /// <summary><c>Office:LargestAttachmentMegabytes</c>: how much a file in a case may hold.</summary>
    public AttachmentLimits Attachments { get; init; } = new();

    /// <summary><c>Audit</c>: where the record's chain heads are written down; null where that isn't set up.</summary>
    public SealOptions? Seal { get; init; }

    /// <summary><c>Telemetry</c>: where metrics and traces go; null where they go nowhere.</summary>
    public Telemetry? Telemetry { get; init; }

    /// <summary><c>RateLimits</c>: how often one account or one address may ask.</summary>
    public RateLimits RateLimits { get; init; } = new();

    /// <summary><c>Login</c>: how people log in.</summary>
    public required LoginOptions Login { get; init; }

    /// <summary>Reads the settings, or throws with one line for each that can't be used.</summary>
    /// <param name="configuration">File, environment, command line.</param>
    /// <param name="workflowsFolder">The workflows folder.</param>
    /// <exception cref="SettingsException">A setting is missing or wrong; the message says which, and what would be right.</exception>
    public static OfficeSettings Read(IConfiguration configuration, string workflowsFolder)
    {
        var faults = new List<string>();
        var connection = configuration.GetConnectionString("Workflows") ?? "";
        if (connection.Length == 0)
        {
            faults.Add("缺少 ConnectionStrings:Workflows / ConnectionStrings:Workflows is missing; "
                + "write \"Host=...;Database=...\" (PostgreSQL) or \"Data Source=FILE\" (SQLite)");
        }

        var zoneName = configuration["Office:Zone"] ?? "Asia/Shanghai";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneName, out var zone))
            faults.Add($"Office:Zone “{zoneName}” 不是时区 / isn't a time zone; write for example Asia/Shanghai");
        var phone = configuration["Office:ContactPhone"]?.Trim() ?? "";
        if (phone.Length > LongestPhone || !phone.All(IsOfAPhone))
            faults.Add($"Office:ContactPhone “{phone}” 不是电话号码 / isn't a telephone number; write for example 0598-5822222");
        if (!Directory.Exists(workflowsFolder))
            faults.Add($"找不到流程文件夹 {workflowsFolder} / the workflows folder {workflowsFolder} doesn't exist");
        var largest = configuration["Office:LargestAttachmentMegabytes"] ?? "20";
        if (!int.TryParse(largest, CultureInfo.InvariantCulture, out var megabytes) || megabytes is < 1 or > MostMegabytes)
            faults.Add($"Office:LargestAttachmentMegabytes “{largest}” 不能用 / can't be used; write 1 to {MostMegabytes}");
        var login = LoginSettings.Read(configuration, faults);
        var telemetry = Telemetry.Read(configuration, faults);
        var limits = RateLimitSettings.Read(configuration, faults);
        var seal = SealSettings.Read(configuration, faults);
        if (faults.Count > 0)
            throw new SettingsException(faults);

        return new OfficeSettings
        {
            Storage = new StorageOptions(Provider(connection), connection),
            Zone = zone!,
            ContactPhone = phone,
            WorkflowsFolder = workflowsFolder,
            Attachments = new AttachmentLimits(megabytes),
            Login = login,
            RateLimits = limits,
            Telemetry = telemetry,
            Seal = seal,
            Reminders = new ReminderOptions
            {
                Storage = new StorageOptions(Provider(connection), connection),
                PublicUrl = configuration["Office:PublicUrl"] ?? "http://127.0.0.1:5180",
                WorkflowsFolder = workflowsFolder,
                Mail = configuration.GetSection("Mail").Get<MailOptions>() ?? new MailOptions(),
            },
        };
    }

    // Several numbers and extensions are usual: 0598-5822222、5822223 转 801.
    private static bool IsOfAPhone(char c) => char.IsAsciiDigit(c) || "+-() /,、，转（）".Contains(c, StringComparison.Ordinal);

    private static StorageProvider Provider(string connection) =>
        connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase) ? StorageProvider.Sqlite : StorageProvider.Postgres;
}

/// <summary>The settings can't be used: the program must not start.</summary>
public sealed class SettingsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>One line for each fault.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
