using System.Diagnostics;
using System.Text.Json.Nodes;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Faults;

/// <summary>What the nodes share beside the database: the workflows, the lists of chain heads and the key that signs them. Gone after the test.</summary>
internal sealed class OfficeFolder : IDisposable
{
    /// <summary>How old a login may be when a final decision is made: less than the wrong clock is off.</summary>
    public static readonly TimeSpan FreshLogin = TimeSpan.FromMinutes(5);

    private readonly string key;

    public OfficeFolder()
    {
        Path = Directory.CreateDirectory(ScratchFolder.NameFor("faults")).FullName;
        Workflows = System.IO.Path.Combine(Path, "workflows");
        TestOffice.CopyWorkflows(Workflows);
        LetItSpeakNow(System.IO.Path.Combine(Workflows, "reminders", "policy.json"));
        key = System.IO.Path.Combine(Path, "audit.pem");
        using var made = SealKey.New();
        File.WriteAllText(key, made.PrivatePem);
        File.WriteAllText($"{key}.pub", made.PublicPem);
    }

    public string Path { get; }

    /// <summary>The workflows folder of the nodes.</summary>
    public string Workflows { get; }

    private string Heads => System.IO.Path.Combine(Path, "heads");

    /// <summary>The environment of a node.</summary>
    public Dictionary<string, string?> Settings(int smtpPort) => new()
    {
        ["Mail__Host"] = "127.0.0.1", ["Mail__Port"] = $"{smtpPort}", ["Mail__Security"] = "None",
        ["Audit__HeadsFolder"] = Heads, ["Audit__SigningKeyFile"] = key, ["Audit__EveryHours"] = "1",
        ["Login__FreshMinutes"] = $"{FreshLogin.TotalMinutes}",
    };

    /// <summary>What puts a node's clock ten minutes ahead, where libfaketime is installed; else nothing.</summary>
    public static Dictionary<string, string?> TenMinutesAhead()
    {
        var library = Directory.Exists("/usr/lib") ? Directory.EnumerateDirectories("/usr/lib").Select(folder => System.IO.Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
            .FirstOrDefault(File.Exists) : null;
        Assert.SkipWhen(library is null, "libfaketime is not installed: apt-get install faketime.");
        // Without the last one it shortens every wait by the ten minutes too: all threads that wait spin, and the node takes the machine from the others.
        return new()
        {
            ["LD_PRELOAD"] = library, ["FAKETIME"] = "+10m", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
        };
    }

    /// <summary>Holds the record against the lists, as an auditor does: by the program's own command.</summary>
    public async Task VerifyRecordAsync(string connection)
    {
        Directory.GetFiles(Heads, "*").ShouldNotBeEmpty();
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[System.IO.Path.Combine(AppContext.BaseDirectory, "Workflows.Worker.dll"), "audit", "verify", Heads, "--public-key", $"{key}.pub", "--connection", connection])
            start.ArgumentList.Add(argument);
        using var verify = Process.Start(start)!;
        var (said, complained) = (verify.StandardOutput.ReadToEndAsync(), verify.StandardError.ReadToEndAsync());
        await verify.WaitForExitAsync();
        verify.ExitCode.ShouldBe(0, $"{await said}\n{await complained}");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // Reminders keep to the day; here they go out at whatever hour the test runs.
    private static void LetItSpeakNow(string file)
    {
        var policy = JsonNode.Parse(File.ReadAllText(file))!;
        var now = TimeProvider.System.GetUtcNow().AddHours(8);
        (policy["quietFrom"], policy["quietUntil"]) = ($"{now.AddHours(-3):HH:mm}", $"{now.AddHours(-2):HH:mm}");
        File.WriteAllText(file, policy.ToJsonString());
    }
}
