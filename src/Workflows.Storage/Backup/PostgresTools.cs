using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Workflows.Storage.Backup;

/// <summary>Runs PostgreSQL's own programs on a database. What they must know of it goes by the environment, so that no password is in a list of processes.</summary>
internal sealed class PostgresTools(string connectionString, string? folder)
{
    /// <summary>Runs one to its end.</summary>
    /// <exception cref="OutsidePartException">It is missing, or failed.</exception>
    public async Task RunAsync(string tool, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(folder is null ? tool : Path.Combine(folder, tool), arguments) 
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment())
            start.Environment[name] = value;
        using var process = Start(start, tool);
        process.StandardInput.Close();
        try
        {
            var answers = process.StandardOutput.ReadToEndAsync(ct);
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await answers;
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
                throw new OutsidePartException($"{tool}: {errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit code {process.ExitCode}"}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static Process Start(ProcessStartInfo start, string tool)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new OutsidePartException(
                $"找不到 {tool}，请安装 PostgreSQL 客户端，或用 Backup:PostgresTools 指定其文件夹 / {tool} can't be started ({missing.Message}); install PostgreSQL's client programs, or name their folder in Backup:PostgresTools");
        }
    }

    private Dictionary<string, string> Environment()
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var all = new Dictionary<string, string?>
        {
            ["PGHOST"] = settings.Host,
            ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = settings.Database,
            ["PGUSER"] = settings.Username,
            ["PGPASSWORD"] = settings.Password,
            ["PGPASSFILE"] = settings.Passfile,
            ["PGSSLMODE"] = settings.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => $"{mode}".ToLowerInvariant() },
            ["PGSSLROOTCERT"] = settings.RootCertificate,
            ["PGAPPNAME"] = "workflows backup",
            ["PGCLIENTENCODING"] = "UTF8",
            ["LC_ALL"] = "C",
        };
        return all.Where(pair => pair.Value is { Length: > 0 }).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
    }
}
