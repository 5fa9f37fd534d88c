using Workflows.Testing;

namespace Workflows.Benchmarks;

/// <summary>
/// Approvals over HTTP through the office's API, beside hand-written SQL behind a bare endpoint, in turns in one program on one PostgreSQL: how many each second
/// and how long an answer takes.
/// </summary>
internal static class HttpApprovals
{
    public static async Task<int> RunAsync(int clients, int seconds, int rounds, int cases)
    {
        await using var cluster = new PostgresCluster();
        await using var office = await ApprovingOffice.OpenAsync(cluster);
        await using var source = await office.SourceAsync();
        await using var bare = await BareEndpoint.OpenAsync(new HandWrittenSql(source, await ModelCase.TakeAsync(office)), clients);
        var (officeCases, sqlCases) = (await office.OpenCasesAsync(cases), await office.OpenCasesAsync(cases));
        await using var served = await OfficeOverHttp.OpenAsync(office, clients);
        Console.WriteLine(await Machine.DescribeAsync(source));
        Console.WriteLine($"over HTTP, {clients} clients, {rounds} rounds of {seconds} s for each side");
        // The first round measures the compiler.
        for (var round = 0; round <= rounds; round++)
        {
            var ours = await Clients.RunAsync(clients, TimeSpan.FromSeconds(seconds), await office.WaitingAsync(officeCases), served.ApproveAsync);
            var theirs = await Clients.RunAsync(clients, TimeSpan.FromSeconds(seconds), await office.WaitingAsync(sqlCases), bare.ApproveAsync);
            Console.WriteLine((round == 0 ? "warm-up" : $"round {round}") + $": office {Words(ours)}   bare endpoint {Words(theirs)}   "
                + FormattableString.Invariant($"ratio {ours.PerSecond / theirs.PerSecond:0.00}"));
        }

        return 0;
    }

    private static string Words(Pace pace) => FormattableString.Invariant($"{pace.PerSecond,6:0}/s, p50 {pace.P50:0.0} ms, p99 {pace.P99:0.0} ms");
}
