using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;
using Workflows.Processes.Operations;
using Workflows.Storage.Audit;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Operations;

/// <summary>Personal data of applicants who weren't taken go when their time is over, and nothing else does.</summary>
public sealed class RetentionTests
{
    // Out of the file of the five applicants: names, addresses, schools, a birth date; and what was said about one of them.
    private static readonly string[] Traces = ["李娜", "王芳", "刘洋", "陈静", "li@example.org", "wang@example.org", "1987-11-30", "实验小学", "凤岗小学", "身体原因"];

    [Fact]
    public async Task Twenty_four_months_after_the_round_ended_no_trace_of_an_applicant_is_left_and_the_record_is_whole()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var round = await office.RankFiveAsync(Plans.Usual);
        await office.CheckAsync("李娜", medical: false);
        var own = (await office.ApplicationsAsync(round)).Single(one => one.Name == "李娜").CaseId!.Value;
        await office.DoAsync<CommentOnCase>(use => use.RunAsync(new(Guid.CreateVersion7(), own, "李娜来电，身体原因"), TestOffice.Of(OfficeRole.HumanResources), default));
        await office.DoAsync<WithdrawRound>(use => use.RunAsync(new(Guid.CreateVersion7(), round, "岗位取消"), TestOffice.Of(OfficeRole.HumanResources), default));
        var list = await HeadsAsync(office);

        await office.GoToAsync("2028-08-29 23:59");
        (await EraseAsync(office)).ShouldBe(0);
        (await TracesAsync(office)).Count.ShouldBeGreaterThan(Traces.Length);
        await office.GoToAsync("2028-08-30 00:00");
        (await EraseAsync(office)).ShouldBe(5);
        (await EraseAsync(office)).ShouldBe(0);

        (await office.ReadAsync(db => VerifyRecord.RunAsync(db, [list], default))).End().ShouldBeEmpty();
        var erased = await office.ApplicationsAsync(round);
        erased.ShouldAllBe(one => one.Name == EraseExpired.Nobody && one.ErasedAt != null);
        erased.Select(one => one.Total).ShouldContain(95);
        (await TracesAsync(office)).ShouldBeEmpty();
    }

    private static async Task<int> EraseAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<EraseExpired>().RunAsync(default);
    }

    private static async Task<HeadList> HeadsAsync(TestOffice office)
    {
        var heads = await office.ReadAsync(db => db.Cases.Where(one => one.AuditLength > 0).Select(one => new ChainHead(one.Id, one.AuditLength, one.AuditHead)).ToListAsync());
        using var key = SealKey.New();
        return HeadList.Read(HeadList.Write(office.Clock.GetUtcNow(), heads, key), "list", key, out _)!;
    }

    // Every cell of every table, accounts aside: whatever the schema becomes, nobody is left in it.
    private static Task<List<string>> TracesAsync(TestOffice office) => office.ReadAsync(async db =>
    {
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(table => table != "accounts").Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The schema's own names.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    var text = reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{reader.GetValue(column)}";
                    found.AddRange(Traces.Where(trace => text.Contains(trace, StringComparison.Ordinal))
                        .Select(trace => $"{table}.{reader.GetName(column)}: {trace}"));
                }
            }
        }

        return found.Distinct().ToList();
    });
}
