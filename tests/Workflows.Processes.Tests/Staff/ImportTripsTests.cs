using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Processes.Staff;
using Workflows.Processes.Tests.WorkItems;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>What reading a workbook costs on PostgreSQL: a district's ledger has 200,000 rows, and no row may cost a trip.</summary>
public sealed class ImportTripsTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_dry_run_asks_once_for_each_sheet_however_many_rows_there_are()
    {
        var trips = new Trips();
        await using var office = await TestOffice.OnPostgresAsync(cluster,
            more: services => services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(trips)));
        var sample = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), TestContext.Current.CancellationToken);
        var command = new ImportRoster.Command(Guid.CreateVersion7(), "workbook.xlsx", sample);
        await office.DoAsync<ImportRoster>(u => u.RunAsync(command, TestOffice.Of(OfficeRole.HumanResources), default));

        trips.Forget();
        await using var scope = office.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<ImportRoster>().PreviewAsync(
            command, TestOffice.Of(OfficeRole.HumanResources), TestContext.Current.CancellationToken)).Lines.Count.ShouldBe(1450);

        trips.Seen.ShouldBeUnique();
        trips.Seen.ShouldAllBe(trip => trip.StartsWith("read ", StringComparison.Ordinal));
        foreach (var table in "placements title_changes status_changes part_time_letters schools quotas days yearly_funds secondment_wishes".Split(' '))
            trips.Seen.ShouldContain($"read {table}");
    }
}
