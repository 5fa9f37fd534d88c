using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>Who left by an import or a correction, and not by an exit's own case, is out all the same.</summary>
public sealed class LeaversTests
{
    [Theory]
    [InlineData("2026-08-04", false)]
    [InlineData("2026-08-03", true)]
    [InlineData("2026-08-02", true)]
    public async Task When_the_last_day_is_over_the_account_its_sessions_and_its_deputies_end(string firstDayGone, bool isClosed)
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var person = await office.AddPersonAsync("周敏");
        var account = await office.AddAccountAsync(OfficeRole.EducationBureau, person);
        await office.ReadAsync(async db =>
        {
            (await db.Set<Tenure>().SingleAsync(one => one.PersonId == person)).Until = DateOnly.ParseExact(firstDayGone, "yyyy-MM-dd");
            (await db.Users.SingleAsync(one => one.Id == account)).SecurityStamp = "of the session";
            return await db.SaveChangesAsync();
        });
        await office.DoAsync<NameDeputy>(use => use.RunAsync(
            new(Guid.CreateVersion7(), account, TestOffice.Of(OfficeRole.PersonnelBureau), new(2026, 8, 3), new(2026, 8, 9), "病假"), TestOffice.Of(OfficeRole.HumanResources), default));

        (await CloseAsync(office)).ShouldBe(isClosed ? 1 : 0);
        (await CloseAsync(office)).ShouldBe(0);
        var kept = await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == account));
        (kept.IsActive, kept.SecurityStamp == "of the session").ShouldBe((!isClosed, !isClosed));
        (await office.ReadAsync(db => db.Deputyships.SingleAsync())).EndedAt.HasValue.ShouldBe(isClosed);
        (await office.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "AccountClosed"))).ShouldBe(isClosed ? 1 : 0);
    }

    [Fact]
    public async Task What_only_they_could_decide_waits_for_HR_to_name_somebody()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var person = await office.AddPersonAsync("周敏");
        var account = await office.AddAccountAsync(OfficeRole.PersonnelBureau, person);
        await office.SubmitAsync(Plans.Usual);
        await office.ReadAsync(async db =>
        {
            await db.WorkItemParts.Where(part => part.Role == OfficeRole.PersonnelBureau).ExecuteUpdateAsync(set => set.SetProperty(part => part.AssigneeId, account));
            (await db.People.SingleAsync(one => one.Id == person)).Status = StaffStatus.TransferredOut;
            return await db.SaveChangesAsync();
        });
        (await OrphansAsync(office)).ShouldBe(0);
        (await CloseAsync(office)).ShouldBe(1);
        (await OrphansAsync(office)).ShouldBe(1);
    }

    private static async Task<int> CloseAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CloseLeaversAccounts>().RunAsync(CancellationToken.None);
    }

    private static async Task<int> OrphansAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<Desk>().OrphanListAsync(CancellationToken.None)).Count;
    }
}
