using Workflows.Storage;

namespace Workflows.Worker.Hosting;

/// <summary>Reads <c>ConnectionStrings:*</c>. A connection string may hold a password: no sentence repeats it.</summary>
internal static class DatabaseSettings
{
    private static readonly StorageOptions None = new(StorageProvider.Postgres, "");

    /// <summary>The database, as the program uses it and as its owner does.</summary>
    /// <param name="configuration">File, secrets, environment, command line.</param>
    /// <param name="faults">Takes one sentence for each setting that can't be used.</param>
    public static (StorageOptions Storage, StorageOptions Owner) Read(IConfiguration configuration, List<string> faults)
    {
        var section = new SettingsSection(configuration.GetSection("ConnectionStrings"), faults);
        var (text, owner) = (section.Text("Workflows"), section.Text("WorkflowsOwner"));
        section.End();
        if (text.Length == 0)
            section.Missing("Workflows", "应为 \"Host=...;Database=...\"（PostgreSQL）或 \"Data Source=FILE\"（SQLite）", "write \"Host=...;Database=...\" (PostgreSQL) or \"Data Source=FILE\" (SQLite)");
        var storage = Understood("Workflows", text, faults);
        return (storage, owner.Length == 0 ? storage : Understood("WorkflowsOwner", owner, faults));
    }

    private static StorageOptions Understood(string name, string text, List<string> faults)
    {
        if (text.Length == 0)
            return None;
        if (StorageOptions.Read(text) is { } storage)
            return storage;
        faults.Add($"ConnectionStrings:{name} 读不懂，应为 Host=...;Database=...;Username=...，含分号或引号的值加单引号 / can't be understood; "
            + "write Host=...;Database=...;Username=..., a value with a semicolon or a quote in single quotes");
        return None;
    }
}
