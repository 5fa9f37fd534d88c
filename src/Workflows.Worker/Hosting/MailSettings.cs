using Workflows.Reminders;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>Mail:*</c>. What mail needs before it can go out, <see cref="ReminderOptions.Faults"/> says.</summary>
internal static class MailSettings
{
    private const int LastPort = 65535;

    /// <summary>How mail goes out, by the configuration.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="faults">Takes one sentence for each setting that can't be used.</param>
    public static MailOptions Read(IConfiguration configuration, List<string> faults)
    {
        var (section, usual) = (new SettingsSection(configuration.GetSection("Mail"), faults), new MailOptions());
        var mail = new MailOptions
        {
            Host = section.Text("Host"),
            Port = section.Number("Port", usual.Port, 1, LastPort),
            Security = section.Word("Security", usual.Security),
            User = section.Text("User"),
            Password = section.Secret("Password"),
            Folder = section.Text("Folder"),
            From = section.Text("From"),
            FromName = section.Text("FromName"),
            PerHour = section.Number("PerHour", usual.PerHour, 0, int.MaxValue),
            Connections = section.Number("Connections", usual.Connections, 1, MailOptions.MostConnections),
            BounceFolder = section.Folder("BounceFolder"),
        };
        section.End();
        return mail;
    }
}
