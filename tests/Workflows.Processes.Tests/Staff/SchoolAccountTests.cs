using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>An account acts for a school exactly where it has the role of one.</summary>
public sealed class SchoolAccountTests
{
    [Theory]
    [InlineData(OfficeRole.School, DayOffice.Urban, true)]
    [InlineData(OfficeRole.School, "没有的学校", false)]
    [InlineData(OfficeRole.School, null, false)]
    [InlineData(OfficeRole.Teacher, DayOffice.Urban, false)]
    [InlineData(OfficeRole.Teacher, null, true)]
    public async Task The_role_of_a_school_asks_for_one_of_the_list_and_no_other_role_has_one(OfficeRole role, string? school, bool isDone)
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.KeepLedgerAsync();
        var answer = await office.AskAsync<OpenAccount>(u => u.RunAsync(
            new(Guid.CreateVersion7(), "chengnan", "城南小学", "", "zh-CN", [role], "abcd-efgh-2026") { School = school }, TestOffice.Of(OfficeRole.HumanResources), default));
        answer.IsDone.ShouldBe(isDone);
        if (isDone)
            (await office.ReadAsync(db => db.Users.Where(one => one.UserName == "chengnan").Select(one => one.School).SingleAsync())).ShouldBe(school);
    }

    [Fact]
    public async Task A_changed_school_is_recorded_and_goes_with_the_role()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.KeepLedgerAsync();
        (await ChangeAsync(office, [OfficeRole.School], DayOffice.Urban)).IsDone.ShouldBeTrue();
        (await ChangeAsync(office, [OfficeRole.Teacher], null)).IsDone.ShouldBeTrue();
        var lines = await office.ReadAsync(db => db.Audit.Where(entry => entry.CaseId == OfficeRecord.CaseId && entry.Action == "SchoolChanged")
            .OrderBy(entry => entry.Number).Select(entry => new { entry.OldValue, entry.NewValue }).ToListAsync());
        lines.Select(line => (line.OldValue, line.NewValue)).ShouldBe([(DayOffice.Rural, DayOffice.Urban), (DayOffice.Urban, "")]);
        (await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == TestOffice.Of(OfficeRole.School)))).School.ShouldBeNull();
    }

    private static Task<Answer> ChangeAsync(TestOffice office, OfficeRole[] roles, string? school) => office.AskAsync<ChangeRoles>(u => u.RunAsync(
        new(Guid.CreateVersion7(), TestOffice.Of(OfficeRole.School), roles, "分工调整") { School = school }, TestOffice.Of(OfficeRole.HumanResources), default));
}
