using System.Diagnostics;

namespace Workflows.Testing.Tests;

public sealed class ChromiumTests
{
    [Fact]
    public async Task The_browser_found_shows_a_page_with_these_arguments()
    {
        var browser = Chromium.Find();
        var profile = Directory.CreateTempSubdirectory("workflows-chromium-");
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            "--headless", $"--user-data-dir={profile.FullName}", .. Chromium.Arguments,
            "--dump-dom", "data:text/html;charset=utf-8,<p>公示</p>"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        profile.Delete(recursive: true);

        page.ShouldContain("<p>公示</p>", customMessage: await complaints);
    }
}
