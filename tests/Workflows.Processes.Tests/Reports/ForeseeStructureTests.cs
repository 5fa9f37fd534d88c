using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Policy.College;
using Workflows.Processes.Reports;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Reports;

/// <summary>What the structure clauses will say, and what a decision would do to them.</summary>
public sealed class ForeseeStructureTests
{
    private static readonly DateOnly Today = new(2026, 8, 3);

    [Fact]
    public async Task A_legal_retirement_is_foreseen_and_a_recorded_end_counts()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddPersonAsync("周敏", title: "一级教师");
        var elder = await office.AddPersonAsync("罗建平");
        var leaver = await office.AddPersonAsync("黄志明");
        await office.ReadAsync(async db =>
        {
            var people = await db.People.Include(one => one.Tenures).ToListAsync();
            (people.Single(one => one.Id == elder).Gender, people.Single(one => one.Id == elder).BirthDate) = ("男", new DateOnly(1967, 3, 10));
            people.Single(one => one.Id == leaver).Tenures[0].Until = new DateOnly(2029, 9, 1);
            return await db.SaveChangesAsync();
        });

        var outlook = await AskAsync(office, use => use.AroundAsync(Today, CancellationToken.None));

        outlook.Days.Select(one => one.Day).ShouldBe(
        [
            new(2021, 12, 31), new(2022, 12, 31), new(2023, 12, 31), new(2024, 12, 31), new(2025, 12, 31), Today,
            new(2026, 12, 31), new(2027, 12, 31), new(2028, 12, 31), new(2029, 12, 31), new(2030, 12, 31),
        ]);
        outlook.Days.Select(one => Of(one.Clauses, "R03")).ShouldBe(["2/3", "2/3", "2/3", "2/3", "2/3", "2/3", "2/3", "1/2", "1/2", "0/1", "0/1"]);
        outlook.Retiring.ShouldBe([new Retirement(elder, "罗建平", new DateOnly(2027, 11, 1))]);
    }

    [Fact]
    public async Task An_exit_shows_who_is_left_from_the_day_after_the_last_one_on()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddPersonAsync("周敏", title: "一级教师");
        var person = await office.AddPersonAsync("罗建平");
        var @case = await office.OpenedExitAsync(person, new ExitProposal
        {
            Kind = ExitKind.Resignation, LastDay = new DateOnly(2026, 9, 2), Reason = "个人原因", Ground = "书面辞职申请", NoticeGivenOn = Today,
        });

        var outlook = (await AskAsync(office, use => use.OfCaseAsync(@case, CancellationToken.None)))!;

        outlook.Days.Select(one => one.Day).ShouldBe(
            [new(2026, 9, 3), new(2026, 12, 31), new(2027, 12, 31), new(2028, 12, 31), new(2029, 12, 31), new(2030, 12, 31)]);
        outlook.Days.ShouldAllBe(one => Of(one.Clauses, "R03") == "1/2" && Of(one.With, "R03") == "0/1");
    }

    [Fact]
    public async Task An_appointment_moves_the_reading_by_posts()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var person = await office.AddPersonAsync("罗建平", grade: 10);
        var @case = await office.ProposedAsync(person, StaffOffice.Up with { FromGrade = 10 });
        var day = (await AskAsync(office, use => use.OfCaseAsync(@case, CancellationToken.None)))!.Days[0];
        day.Day.ShouldBe(StaffOffice.Up.EffectiveOn);
        (Posts(day.Clauses), Posts(day.With)).ShouldBe((0m, 1m));

        static decimal? Posts(IEnumerable<ClauseReport> clauses) =>
            clauses.Single(one => one.Clause == "R03").Variants.Single(one => one.Reading == "all/appointed").Numerator;
    }

    [Fact]
    public async Task A_round_is_counted_with_people_who_just_fulfil_the_conditions_and_then_with_those_who_were_chosen()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        await office.AddPersonAsync("周敏", title: "二级教师");
        var round = await office.RankFiveAsync(Plans.Usual);
        var @case = await office.ReadAsync(db => db.Cases.Where(one => one.RoundId == round && one.ApplicationId == null).Select(one => one.Id).SingleAsync());

        var planned = (await AskAsync(office, use => use.OfCaseAsync(@case, CancellationToken.None)))!.Days[0];

        planned.Day.ShouldBe(Plans.Usual.JoinsOn);
        (Of(planned.Clauses, "R02"), Of(planned.With, "R02")).ShouldBe(("0/1", "2/3"));
        (Of(planned.Clauses, "R13"), Of(planned.With, "R13")).ShouldBe(("0/1", "2/1"));

        await office.ReadAsync(async db =>
        {
            foreach (var one in await db.Applications.Where(one => one.RoundId == round && one.Rank <= 1).ToListAsync())
                one.Standing = Standing.Proposed;
            return await db.SaveChangesAsync();
        });
        Of((await AskAsync(office, use => use.OfCaseAsync(@case, CancellationToken.None)))!.Days[0].With, "R02").ShouldBe("1/2");
    }

    private static string Of(IEnumerable<ClauseReport> clauses, string clause) =>
        clauses.Single(one => one.Clause == clause) is var report ? $"{report.Numerator}/{report.Denominator}" : "";

    private static async Task<T> AskAsync<T>(TestOffice office, Func<ForeseeStructure, Task<T>> ask)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ForeseeStructure>());
    }
}
