using System.Globalization;
using Workflows.Benchmarks;
using Workflows.Testing;

if (args is ["mail", ..])
    return await MorningMail.RunAsync(Option("--letters", 3_000), Option("--connections", 4), Option("--rounds", 3));

if (args is ["plan", ..])
    return PlanningTime.Run(Option("--semesters", 6), Option("--limit", 60));

if (args is ["death", ..])
    return await NodeDeath.RunAsync(Option("--deaths", 20));

if (args is ["report", ..])
    return await ReportTime.RunAsync(Option("--staff", 3_000), Option("--rounds", 3));

if (args is ["http", ..])
    return await HttpApprovals.RunAsync(Option("--clients", 16), Option("--seconds", 12), Option("--rounds", 5), Option("--cases", 6_000));

if (args is ["history", ..])
    return await History.RunAsync(Option("--rows", 10_000_000), Option("--rounds", 40));

#if ELSA
if (args is ["elsa", ..])
    return await ElsaApprovals.RunAsync(Option("--clients", 16), Option("--cases", 64));
#endif

// Durable approvals per second through the use case, beside hand-written SQL that writes the same rows; both in turns, on one PostgreSQL.
var clients = Option("--clients", 16);
var seconds = Option("--seconds", 20);
var rounds = Option("--rounds", 5);
var cases = Option("--cases", 9_000);
var time = TimeSpan.FromSeconds((double)seconds / rounds);

await using var cluster = new PostgresCluster();
await using var office = await ApprovingOffice.OpenAsync(cluster);
await using var source = await office.SourceAsync();
var sql = new HandWrittenSql(source, await ModelCase.TakeAsync(office));
Console.WriteLine(await Machine.DescribeAsync(source));
Console.WriteLine($"{clients} clients, {rounds} rounds of {time.TotalSeconds:0.#} s for each side, {cases} cases of {Chain.Length} approvals for each side");

var (officeCases, sqlCases) = (await office.OpenCasesAsync(cases), await office.OpenCasesAsync(cases));
// Until the runtime has compiled its hot paths for good, the first rounds measure the compiler.
await RoundAsync(TimeSpan.FromSeconds(Option("--warm-up", 30)));
var measured = new List<(Pace Office, Pace Sql)>();
for (var round = 1; round <= rounds; round++)
{
    measured.Add(await RoundAsync(time));
    Console.WriteLine(FormattableString.Invariant(
        $"round {round}: use case {measured[^1].Office.PerSecond,6:0}/s ({measured[^1].Office.Cpu:0.00} ms)   ")
        + FormattableString.Invariant($"hand-written SQL {measured[^1].Sql.PerSecond,6:0}/s ({measured[^1].Sql.Cpu:0.00} ms)   ")
        + FormattableString.Invariant($"ratio {Ratio(measured[^1]):0.00}"));
}

var ratios = measured.Select(Ratio).Order().ToList();
Console.WriteLine(FormattableString.Invariant(
    $"median: use case {Median(measured.Select(one => one.Office.PerSecond)):0}/s, ")
    + FormattableString.Invariant($"hand-written SQL {Median(measured.Select(one => one.Sql.PerSecond)):0}/s, ")
    + FormattableString.Invariant($"ratio {Median(ratios):0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})"));
return 0;

async Task<(Pace Office, Pace Sql)> RoundAsync(TimeSpan length) => (
    await Clients.RunAsync(clients, length, await office.WaitingAsync(officeCases), office.ApproveAsync),
    await Clients.RunAsync(clients, length, await office.WaitingAsync(sqlCases), sql.ApproveAsync));

static double Ratio((Pace Office, Pace Sql) one) => one.Office.PerSecond / one.Sql.PerSecond;

static double Median(IEnumerable<double> values)
{
    var sorted = values.Order().ToList();
    return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}

int Option(string name, int otherwise) =>
    Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
