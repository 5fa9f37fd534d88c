using System.Diagnostics;
using System.Globalization;

namespace Workflows.Testing;

/// <summary>
/// Names of throw-away folders of test servers: <c>workflows-KIND-PID-ID</c> below the temporary folder. The process id in the name
/// tells a folder in use from one that a machine left behind when everything on it was killed at once.
/// </summary>
public static class ScratchFolder
{
    /// <summary>A name for a new folder; the folder itself isn't made. It is short, as a socket's path may have only 107 bytes.</summary>
    public static string NameFor(string kind) =>
        Path.Combine(Root, $"workflows-{kind}-{Environment.ProcessId}-{Guid.CreateVersion7().ToString("N")[^8..]}");

    /// <summary>Folders of this kind whose test process no longer lives.</summary>
    public static IReadOnlyList<string> LeftBehind(string kind) =>
        [.. Directory.EnumerateDirectories(Root, $"workflows-{kind}-*").Where(folder => !OwnerLives(folder))];

    // Root's own temporary folder may be closed to the accounts that the servers run as.
    private static string Root => Environment.IsPrivilegedProcess && Directory.Exists("/tmp") ? "/tmp" : Path.GetTempPath();

    private static bool OwnerLives(string folder)
    {
        var parts = Path.GetFileName(folder).Split('-');
        if (parts.Length < 4 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var owner))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(owner);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
