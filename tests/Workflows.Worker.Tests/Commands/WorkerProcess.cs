using System.Diagnostics;
using System.Text;

namespace Workflows.Worker.Tests.Commands;

/// <summary>Runs the built worker as its own process, as scripts do.</summary>
internal sealed record WorkerProcess(int ExitCode, byte[] Output, string Errors)
{
    public string Text => Encoding.UTF8.GetString(Output);

    public static Task<WorkerProcess> Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>Runs it with further variables in its environment.</summary>
    public static Task<WorkerProcess> RunWith(Dictionary<string, string> environment, params string[] arguments) => RunWith(environment, arguments, "");

    /// <summary>Runs it with further variables in its environment, and a line on standard input.</summary>
    public static async Task<WorkerProcess> RunWith(Dictionary<string, string> environment, string[] arguments, string line)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Workflows.Worker.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new WorkerProcess(process.ExitCode, output.ToArray(), await errors);
    }
}
