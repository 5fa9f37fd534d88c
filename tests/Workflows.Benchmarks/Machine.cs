using System.Runtime.InteropServices;
using Npgsql;

namespace Workflows.Benchmarks;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync(NpgsqlDataSource source) =>
        $"{Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GB, {RuntimeInformation.OSDescription}, "
        + $"{RuntimeInformation.FrameworkDescription}, PostgreSQL {await ShowAsync(source, "SHOW server_version")}, "
        + $"fsync {await ShowAsync(source, "SHOW fsync")}, synchronous_commit {await ShowAsync(source, "SHOW synchronous_commit")}";

    private static async Task<string> ShowAsync(NpgsqlDataSource source, string setting)
    {
        await using var command = source.CreateCommand(setting);
        return $"{await command.ExecuteScalarAsync()}";
    }
}
