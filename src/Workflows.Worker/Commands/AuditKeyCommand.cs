using System.CommandLine;
using System.Text;
using Workflows.Storage.Audit;

namespace Workflows.Worker.Commands;

/// <summary><c>audit key FILE</c>: makes the key that signs the lists of chain heads, and its public half beside it.</summary>
public static class AuditKeyCommand
{
    private static readonly Argument<string> KeyFile = new("FILE") { Description = "私钥写到哪个新文件 / the new file for the private key" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("key", "生成签名密钥，公钥写在旁边（.pub），交给审计 / make a signing key, its public half beside it (.pub) for the auditor") { KeyFile };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (path, errors) = (Path.GetFullPath(parsed.GetRequiredValue(KeyFile)), parsed.InvocationConfiguration.Error);
        if (File.Exists(path) || File.Exists($"{path}.pub"))
        {
            await errors.WriteLineAsync($"{path} 已存在，不会覆盖 / exists already and is not overwritten");
            return ExitCodes.Unusable;
        }

        try
        {
            using var key = SealKey.New();
            await WriteAsync(path, key.PrivatePem, ct);
            await File.WriteAllTextAsync($"{path}.pub", $"{key.PublicPem}\n", ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"{path} 写不了 / can't be written: {fault.Message}");
            return ExitCodes.Unusable;
        }

        await errors.WriteLineAsync($"私钥 / private key: {path}\n公钥 / public key: {path}.pub");
        return ExitCodes.Done;
    }

    /// <summary>Writes a text that only this account may read, from its first byte on.</summary>
    internal static async Task WriteAsync(string path, string text, CancellationToken ct)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, Encoding.ASCII, options);
        await file.WriteAsync($"{text}\n".AsMemory(), ct);
    }
}
