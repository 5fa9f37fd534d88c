using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Processes.Days;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Days;

/// <summary>Days from a file with the columns of the sheet 工作日志.</summary>
public sealed class ImportDaysTests
{
    private const string Good = """
        姓名,日期,学校,类型,半天,核实人
        周敏,2026-09-08,富口中心小学,听课,,教务处
        周敏,2026/9/9,城南小学,教研活动,是,
        """;

    [Fact]
    public async Task A_dry_run_changes_nothing_the_import_takes_all_and_the_same_file_again_changes_nothing()
    {
        await using var office = await OpenAsync();
        var preview = await PreviewAsync(office, Good);
        preview.Faults.ShouldBeEmpty();
        preview.Lines.Select(line => line.Change).ShouldBe([ImportDays.Change.Added, ImportDays.Change.Added]);
        (await office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(0);

        (await ImportAsync(office, Good)).Reasons.Single().Zh.ShouldBe("已导入：新增 2 天，核实 0 天，未变 0 天。");
        var entries = await office.ReadAsync(db => db.Days.OrderBy(entry => entry.On).ToListAsync());
        entries.Select(entry => (entry.State, entry.VerifiedBy, entry.Kind, entry.IsHalf)).ShouldBe(
            [(DayState.Verified, "教务处", DayKind.LessonObservation, false), (DayState.Logged, "", DayKind.ResearchActivity, true)]);
        (await ImportAsync(office, Good)).Reasons.Single().Zh.ShouldBe("已导入：新增 0 天，核实 0 天，未变 2 天。");
        (await ImportAsync(office, Good.Replace("是,", "是,值周校长", StringComparison.Ordinal))).Reasons.Single().Zh.ShouldBe("已导入：新增 0 天，核实 1 天，未变 1 天。");
        (await office.ReadAsync(db => db.Days.CountAsync(entry => entry.State == DayState.Verified))).ShouldBe(2);
    }

    [Fact]
    public async Task Every_fault_is_named_by_row_and_column_and_nothing_is_taken()
    {
        await using var office = await OpenAsync();
        const string bad = """
            姓名,日期,学校,类型,半天,核实人
            无此人,2026-09-08,富口中心小学,听课,,
            周敏,2026-02-30,富口中心小学,听课,,
            周敏,2026-09,富口中心小学,听课,,
            周敏,2026-09-08,不存在的学校,听课,,
            周敏,2026-09-08,富口中心小学,开会,也许,
            周敏,2027-09-08,富口中心小学,听课,,
            周敏,2026-09-10,富口中心小学,听课,,
            周敏,2026-09-10,富口中心小学,听课,,
            """;
        (await PreviewAsync(office, bad)).Faults.Select(fault => (fault.Row, fault.Column)).ShouldBe(
            [(2, "姓名"), (3, "日期"), (4, "日期"), (5, "学校"), (6, "类型"), (6, "半天"), (7, "日期"), (9, "日期")], ignoreOrder: false);
        (await ImportAsync(office, bad)).Refusal.ShouldBe(Refusal.Invalid);
        (await office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_by_the_staff_number()
    {
        await using var office = await OpenAsync();
        await office.ReadAsync(async db =>
        {
            (await db.People.SingleAsync()).StaffNumber = "G005";
            return await db.SaveChangesAsync();
        });
        await office.AddPersonAsync("周敏");
        (await PreviewAsync(office, Good)).Faults.ShouldAllBe(fault => fault.What.Zh == "花名册上有 2 位“周敏”");
        (await PreviewAsync(office, """
            姓名,教职工号,日期,学校,类型
            周敏,G005,2026-09-08,富口中心小学,听课
            """)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Teachers_bring_their_own_days_and_nobodys_word()
    {
        await using var office = await OpenAsync();
        await office.AddPersonAsync("李明");
        var faults = (await PreviewAsync(office, Good + "\n李明,2026-09-08,城南小学,听课,,", OfficeRole.Teacher)).Faults;
        faults.Select(fault => (fault.Row, fault.Column)).ShouldBe([(2, "核实人"), (4, "姓名")]);
    }

    private static async Task<TestOffice> OpenAsync()
    {
        var office = await TestOffice.OnSqliteAsync();
        await office.GoToAsync("2026-09-15 16:00");
        await office.KeepLedgerAsync();
        return office;
    }

    private static Task<Answer> ImportAsync(TestOffice office, string csv) => office.AskAsync<ImportDays>(u => u.RunAsync(
        new(Guid.CreateVersion7(), "days.csv", Encoding.UTF8.GetBytes(csv)), TestOffice.Of(OfficeRole.HumanResources), default));

    private static async Task<ImportDays.Preview> PreviewAsync(TestOffice office, string csv, OfficeRole role = OfficeRole.HumanResources)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportDays>().PreviewAsync(
            new(Guid.CreateVersion7(), "days.csv", Encoding.UTF8.GetBytes(csv)), TestOffice.Of(role), default);
    }
}
