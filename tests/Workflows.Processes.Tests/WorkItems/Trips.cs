using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflows.Processes.Tests.WorkItems;

/// <summary>Notes each trip to the database: what is read, what is written, and each commit.</summary>
internal sealed partial class Trips : IDbCommandInterceptor, IDbTransactionInterceptor
{
    private readonly List<string> seen = [];

    public IReadOnlyList<string> Seen => seen;

    public void Forget() => seen.Clear();

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken ct = default)
    {
        Note(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken ct = default)
    {
        Note(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken ct = default)
    {
        seen.Add("commit");
        return Task.CompletedTask;
    }

    private void Note(string sql)
    {
        var written = Tables(Written(), sql);
        seen.Add(written.Length > 0 ? $"write {written}" : $"read {Tables(Read(), sql)}");
    }

    private static string Tables(Regex pattern, string sql) => string.Join(", ",
        pattern.Matches(sql).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"^(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:FROM|JOIN) (\w+)")]
    private static partial Regex Read();
}
