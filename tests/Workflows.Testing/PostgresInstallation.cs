using System.Globalization;

namespace Workflows.Testing;

/// <summary>Where this machine keeps PostgreSQL's own programs, and as whom they may run.</summary>
internal sealed record PostgresInstallation(string Folder, UnixAccount? Account)
{
    /// <summary>What a test that needs PostgreSQL says when it is skipped.</summary>
    public const string Missing =
        "PostgreSQL is not installed: apt-get install postgresql, or name a server's administrator in WORKFLOWS_TEST_POSTGRES.";

    /// <summary>The newest installation, or null. PostgreSQL refuses root, so for root another account is chosen.</summary>
    public static PostgresInstallation? Find()
    {
        if (OperatingSystem.IsWindows() || InstalledProgram.Find(["initdb"], DebianFolders()) is not { } initdb)
        {
            return null;
        }

        // A link in PATH may point away from the folder that also holds the server: follow it.
        var folder = Path.GetDirectoryName(File.ResolveLinkTarget(initdb, returnFinalTarget: true)?.FullName ?? initdb)!;
        if (!File.Exists(Path.Combine(folder, "postgres")))
        {
            return null;
        }

        return new PostgresInstallation(folder, Environment.IsPrivilegedProcess ? UnixAccount.FirstOf("postgres", "nobody") : null);
    }

    private static IEnumerable<string> DebianFolders()
    {
        const string versions = "/usr/lib/postgresql";
        return Directory.Exists(versions)
            ? Directory.GetDirectories(versions)
                .OrderByDescending(folder => VersionOf(Path.GetFileName(folder)))
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
    }

    private static double VersionOf(string name) => double.TryParse(name, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
