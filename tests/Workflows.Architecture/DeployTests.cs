using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Workflows.Architecture;

/// <summary>What an office installs by: units, samples and guides are read by the programs they are for, as far as those are installed.</summary>
public sealed partial class DeployTests
{
    [Fact]
    public async Task Units_nginx_and_compose_are_understood_by_their_programs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "deploy/check is for Linux.");
        using var check = Process.Start(new ProcessStartInfo(Path.Combine(Repository.Root, "deploy", "check")) { RedirectStandardOutput = true })!;
        var said = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        check.ExitCode.ShouldBe(0, said);
        TestContext.Current.TestOutputHelper?.WriteLine(said);
    }

    [Fact]
    public void Both_guides_give_the_same_commands()
    {
        var english = Commands("deploy/guide.en.md");
        english.Count.ShouldBeGreaterThan(10);
        Commands("deploy/guide.zh.md").ShouldBe(english);
    }

    [Fact]
    public void The_guides_name_only_files_that_are_there() =>
        Deployed().Matches(Repository.Read("deploy/guide.en.md")).Select(match => match.Value).Distinct()
            .Where(file => !File.Exists(Path.Combine(Repository.Root, file))).ShouldBeEmpty();

    private static IReadOnlyList<string> Commands(string guide) => [.. Block().Matches(Repository.Read(guide)).Select(match => match.Value)];

    [GeneratedRegex("^```\n.*?^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"deploy/(publish|[a-z.]+\.(yaml|conf|json))\b")]
    private static partial Regex Deployed();
}
