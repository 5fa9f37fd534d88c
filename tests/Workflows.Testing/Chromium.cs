namespace Workflows.Testing;

/// <summary>The installed browser that page tests drive; <c>WORKFLOWS_TEST_CHROMIUM</c> in the environment names another.</summary>
public static class Chromium
{
    /// <summary>Launch arguments: no traffic of its own and, for root only, no sandbox, as root can't have one.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>The full path of the browser's program. Skips the test where none is installed.</summary>
    public static string Find()
    {
        var named = Environment.GetEnvironmentVariable("WORKFLOWS_TEST_CHROMIUM");
        var found = string.IsNullOrEmpty(named)
            ? InstalledProgram.Find(["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"], "/usr/bin")
            : named;
        Assert.SkipWhen(found is null, "Chromium is not installed: apt-get install chromium-headless-shell fonts-noto-cjk.");
        return found!;
    }
}
