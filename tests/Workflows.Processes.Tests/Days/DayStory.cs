using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Days;
using Workflows.Policy.Semesters;
using Workflows.Processes.Days;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Days;

/// <summary>Days at schools from the logging to the count (R14, R22, R23), the same story on each database.</summary>
public abstract class DayStory
{
    private static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9];

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task A_day_counts_once_its_school_has_verified_it()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var logged = await office.LogAsync(person.At("2026-09-10"), evidence: new EvidenceFile("课堂.jpg", Photo));
        logged.Reasons.Single().Zh.ShouldBe("已登记：2026-09-10 富口中心小学，待学校核实。");
        var finding = await FindingAsync(office, person);
        (finding.Actual, finding.Waiting, finding.Required, finding.IsProvisional).ShouldBe((0, 1, 20, true));

        (await office.VerifyAsync(logged.Id!.Value)).IsDone.ShouldBeTrue();
        (await FindingAsync(office, person)).Actual.ShouldBe(1);
        var entry = await office.DayAsync(logged.Id.Value);
        (entry.State, entry.VerifiedBy, entry.SettledAt).ShouldBe((DayState.Verified, "School", office.Clock.GetUtcNow()));
        entry.Evidence.Single().MediaType.ShouldBe("image/jpeg");
        entry.Changes.Select(change => (change.Before, change.After, change.ChangedBy, change.Words)).ShouldBe(
        [
            (null, DayState.Logged, TestOffice.Of(OfficeRole.Teacher), ""),
            (DayState.Logged, DayState.Verified, TestOffice.Of(OfficeRole.School), "School"),
        ]);
    }

    [Theory]
    [InlineData("2026-09-15", true, "")]
    [InlineData("2026-09-16", false, "还没有到")]
    [InlineData("2015-08-01", true, "")]
    [InlineData("2015-07-31", false, "不在本校（2015-08-01 至 今）")]
    public async Task A_future_day_and_one_before_joining_are_refused(string day, bool isDone, string words)
    {
        await using var office = await InSeptemberAsync();
        var answer = await office.LogAsync((await office.KeepLedgerAsync()).At(day));
        answer.IsDone.ShouldBe(isDone);
        if (!isDone)
            (answer.Refusal, answer.Reasons.Single().Zh.Contains(words, StringComparison.Ordinal)).ShouldBe((Refusal.Invalid, true));
    }

    [Fact]
    public async Task A_day_after_leaving_is_refused_and_the_last_one_still_counts()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        await office.ReadAsync(async db =>
        {
            (await db.People.Include(one => one.Tenures).SingleAsync(one => one.Id == person)).Tenures[0].Until = new DateOnly(2026, 9, 11);
            return await db.SaveChangesAsync();
        });
        (await office.LogAsync(person.At("2026-09-10"), OfficeRole.HumanResources)).IsDone.ShouldBeTrue();
        (await office.LogAsync(person.At("2026-09-11"), OfficeRole.HumanResources)).Reasons.Single().Zh.ShouldContain("2015-08-01 至 2026-09-10");
    }

    [Fact]
    public async Task The_same_day_school_and_kind_is_logged_once_and_again_only_when_it_no_longer_stands()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var first = await office.LogAsync(person.At("2026-09-10"));
        (await office.LogAsync(person.At("2026-09-10", isHalf: true))).Reasons.Single().Zh.ShouldContain("已经登记过（待核实）");
        (await office.LogAsync(person.At("2026-09-10", kind: DayKind.Guidance))).IsDone.ShouldBeTrue("another kind is another entry");
        (await office.LogAsync(person.At("2026-09-10", DayOffice.Urban))).IsDone.ShouldBeTrue("another school too");
        (await office.LogAsync(person.At("2026-09-11", "没有的学校"))).Reasons.Single().Zh.ShouldContain("“没有的学校”不在学校名单里");

        (await office.WithdrawAsync(first.Id!.Value)).IsDone.ShouldBeTrue();
        (await office.LogAsync(person.At("2026-09-10"))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_doubled_click_logs_one_day()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var command = new LogDay.Command(Guid.CreateVersion7(), person.At("2026-09-10"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.AskAsync<LogDay>(u => u.RunAsync(command, TestOffice.Of(OfficeRole.Teacher), default))));
        answers.ShouldAllBe(answer => answer.IsDone);
        (await office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(1);
        var others = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => office.LogAsync(person.At("2026-09-11"))));
        others.Count(answer => answer.IsDone).ShouldBe(1, "two clicks of two pages are two wishes for the same day");
    }

    [Fact]
    public async Task Only_its_own_school_verifies_a_day_and_nobody_their_own()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var urban = (await office.LogAsync(person.At("2026-09-10", DayOffice.Urban))).Id!.Value;
        foreach (var role in Enum.GetValues<OfficeRole>().Where(role => role is not OfficeRole.HumanResources))
            (await office.VerifyAsync(urban, role)).Refusal.ShouldBe(Refusal.NotAllowed, $"{role}");
        (await office.VerifyAsync(urban, OfficeRole.HumanResources)).Reasons.Single().Zh.ShouldBe("请写明城南小学由谁核实。");
        (await office.VerifyAsync(urban, OfficeRole.HumanResources, "教务主任王芳")).IsDone.ShouldBeTrue();
        (await office.DayAsync(urban)).VerifiedBy.ShouldBe("教务主任王芳");

        await office.IsPersonAsync(OfficeRole.HumanResources, person);
        var own = (await office.LogAsync(person.At("2026-09-11"))).Id!.Value;
        (await office.VerifyAsync(own, OfficeRole.HumanResources, "值周校长")).Reasons.Single().Zh.ShouldContain("不能由本人核实");
        await office.IsPersonAsync(OfficeRole.School, person);
        (await office.VerifyAsync(own)).Refusal.ShouldBe(Refusal.NotAllowed);
    }

    [Fact]
    public async Task Several_days_are_verified_at_once_or_none_of_them()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        List<VerifyDays.Chosen> chosen = [];
        foreach (var day in new[] { "2026-09-08", "2026-09-09", "2026-09-10" })
            chosen.Add(new((await office.LogAsync(person.At(day))).Id!.Value, 0));
        await office.WithdrawAsync(chosen[1].EntryId);
        var some = await office.AskAsync<VerifyDays>(u => u.RunAsync(new(Guid.CreateVersion7(), chosen), TestOffice.Of(OfficeRole.School), default));
        (some.Refusal, some.Reasons.Single().Zh).ShouldBe((Refusal.Stale, "2026-09-09 的这条日志已撤回，请看最新情况。"));
        (await FindingAsync(office, person)).Actual.ShouldBe(0);
        chosen.RemoveAt(1);
        (await office.AskAsync<VerifyDays>(u => u.RunAsync(new(Guid.CreateVersion7(), chosen), TestOffice.Of(OfficeRole.School), default))).IsDone.ShouldBeTrue();
        (await FindingAsync(office, person)).Actual.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_day_says_why_and_a_verified_one_is_withdrawn_by_HR_alone()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var refused = (await office.LogAsync(person.At("2026-09-08"))).Id!.Value;
        (await office.RefuseAsync(refused, " ")).Refusal.ShouldBe(Refusal.Invalid);
        (await office.RefuseAsync(refused, "当天没有听课安排")).IsDone.ShouldBeTrue();
        (await office.DayAsync(refused)).Refusal.ShouldBe("当天没有听课安排");
        (await office.VerifyAsync(refused)).Refusal.ShouldBe(Refusal.Stale);

        var verified = (await office.LogAsync(person.At("2026-09-09"))).Id!.Value;
        await office.VerifyAsync(verified);
        (await office.WithdrawAsync(verified)).Reasons.Single().Zh.ShouldBe("学校已经核实，只能由人事写明理由撤回。");
        (await office.WithdrawAsync(verified, OfficeRole.Leadership)).Refusal.ShouldBe(Refusal.NotFound);
        (await office.WithdrawAsync(verified, OfficeRole.HumanResources)).Refusal.ShouldBe(Refusal.Invalid);
        (await office.WithdrawAsync(verified, OfficeRole.HumanResources, "学校来电更正")).IsDone.ShouldBeTrue();
        (await FindingAsync(office, person)).Actual.ShouldBe(0);
        (await office.DayAsync(verified)).Changes[^1].Words.ShouldBe("学校来电更正");
    }

    [Fact]
    public async Task Teachers_log_their_own_days_and_HR_anybodys()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        var other = await office.AddPersonAsync("李明");
        (await office.LogAsync(other.At("2026-09-10"))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.LogAsync(other.At("2026-09-10"), OfficeRole.HumanResources)).IsDone.ShouldBeTrue();
        (await office.LogAsync(person.At("2026-09-10"), OfficeRole.School)).Refusal.ShouldBe(Refusal.NotAllowed);

        var several = await office.AskAsync<LogDays>(u => u.RunAsync(
            new(Guid.CreateVersion7(), [person.At("2026-09-08"), person.At("2026-09-08"), person.At("2027-01-01")]), TestOffice.Of(OfficeRole.Teacher), default));
        several.Reasons.Select(reason => reason.Zh[..5]).ShouldBe(["第 2 行", "第 3 行"], "every fault is said");
        (await office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(1, "all or none");
        (await office.AskAsync<LogDays>(u => u.RunAsync(
            new(Guid.CreateVersion7(), [person.At("2026-09-08"), person.At("2026-09-09")]), TestOffice.Of(OfficeRole.Teacher), default))).IsDone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_is_no_picture_or_too_large_is_not_taken_as_evidence()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        (await office.LogAsync(person.At("2026-09-10"), evidence: new EvidenceFile("课堂.jpg", "<svg onload=alert(1)>"u8.ToArray()))).Refusal.ShouldBe(Refusal.Invalid);
        (await office.LogAsync(person.At("2026-09-10"), evidence: new EvidenceFile("课堂.jpg", new byte[(20 * 1024 * 1024) + 1]))).Reasons.Single().Zh.ShouldContain("超过 20 MB");
        (await office.ReadAsync(db => db.Days.CountAsync())).ShouldBe(0);
        var entry = (await office.LogAsync(person.At("2026-09-10"))).Id!.Value;
        var add = new AddEvidence.Command(Guid.CreateVersion7(), entry, new EvidenceFile("课堂.jpg", Photo));
        (await office.AskAsync<AddEvidence>(u => u.RunAsync(add, TestOffice.Of(OfficeRole.Leadership), default))).Refusal.ShouldBe(Refusal.NotFound);
        (await office.AskAsync<AddEvidence>(u => u.RunAsync(add, TestOffice.Of(OfficeRole.Teacher), default))).IsDone.ShouldBeTrue();
        await office.VerifyAsync(entry);
        (await office.AskAsync<AddEvidence>(u => u.RunAsync(add with { OperationId = Guid.CreateVersion7() }, TestOffice.Of(OfficeRole.Teacher), default)))
            .Refusal.ShouldBe(Refusal.WrongTime, "what was verified stays as the school saw it");
    }

    [Fact]
    public async Task A_running_placement_counts_and_a_leader_is_judged_by_the_year()
    {
        await using var office = await InSeptemberAsync();
        var person = await office.KeepLedgerAsync();
        await office.ReadAsync(async db =>
        {
            db.Placements.Add(new Placement
            {
                Id = Guid.CreateVersion7(), PersonId = person, From = new DateOnly(2026, 9, 1), School = DayOffice.Urban, Stage = SchoolStage.Primary, State = PlacementState.Running,
            });
            (await db.People.SingleAsync(one => one.Id == person)).IsLeader = true;
            return await db.SaveChangesAsync();
        });
        (await FindingAsync(office, person)).Actual.ShouldBe(11, "1 to 15 September has eleven working days");
        var session = await office.LogAsync(person.At("2026-03-10", kind: DayKind.ResearchActivity));
        await office.VerifyAsync(session.Id!.Value);
        var leader = (await AskLedgerAsync(office, desk => desk.LeaderDaysAsync(2026, default))).Single();
        (leader.Days.Actual, leader.Sessions.Actual).ShouldBe((1, 1), "one event serves both clauses, and a placement none of them");
        (await AskLedgerAsync(office, desk => desk.LeaderDaysAsync(2025, default))).Single().Days.Reason.ShouldBe(DayReason.Missed);
    }

    private static async Task<DayFinding> FindingAsync(TestOffice office, Guid person) =>
        (await AskLedgerAsync(office, desk => desk.TeacherDaysAsync(null, default))).Single(duty => duty.Person.Id == person).Finding;

    private static async Task<T> AskLedgerAsync<T>(TestOffice office, Func<Desk, Task<T>> ask)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Desk>());
    }

    private async Task<TestOffice> InSeptemberAsync()
    {
        var office = await OpenAsync();
        await office.GoToAsync("2026-09-15 16:00");
        return office;
    }
}

/// <summary>The story on SQLite.</summary>
public sealed class DayStoryOnSqlite : DayStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The story on PostgreSQL.</summary>
public sealed class DayStoryOnPostgres(PostgresCluster cluster) : DayStory
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
