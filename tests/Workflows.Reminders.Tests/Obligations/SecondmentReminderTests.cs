using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Personnel.Secondment;
using Workflows.Policy.Secondment;
using Workflows.Policy.Semesters;
using Workflows.Reminders.Obligations;
using Workflows.Reminders.Planning;
using Workflows.Reminders.Switching;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>
/// 周敏, counted from 2024-08-01, must complete a semester by 2027-08-01: the last feasible one begins on 2027-03-04, and less sixty days of approval it
/// is to be under way by Sunday 2027-01-03. The office opened on 2026-08-03, after the word of 180 days.
/// </summary>
public sealed class SecondmentReminderTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData("2026-10-04", 0)]
    [InlineData("2026-10-05", 1)]
    [InlineData("2026-10-06", 1)]
    [InlineData("2026-12-03", 1)]
    [InlineData("2026-12-04", 2)]
    [InlineData("2027-01-03", 2)]
    public async Task She_is_reminded_ninety_and_thirty_days_before(string day, int stages)
    {
        await using var office = await OpenAsync();
        foreach (var one in new[] { "2026-10-04", "2026-10-05", "2026-12-04" }.Where(one => string.CompareOrdinal(one, day) <= 0).Append(day).Distinct().ToList())
            await PlanOnAsync(office, one);

        var hers = (await R12Async(office)).Where(letter => letter.Address == "teacher@example.org").ToList();
        hers.Count.ShouldBe(day == "2027-01-03" ? 3 : stages);
    }

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task After_a_standstill_only_the_latest_stage_is_said(StorageProvider provider)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(provider, server);

        await PlanOnAsync(office, "2026-12-29");
        await PlanOnAsync(office, "2026-12-30");
        await office.SendAsync();

        var letters = await R12Async(office);
        letters.Select(letter => letter.Key.Split('/')[^1]).Distinct().ShouldBe(["7"]);
        letters.Select(letter => letter.Name).Order().ShouldBe(["HumanResources", "周敏"]);
        letters.ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
        var mail = server.Mails.Where(one => one.Recipients.Contains("teacher@example.org")).Select(one => one.Parse())
            .Single(one => one.Subject?.Contains("挂职", StringComparison.Ordinal) == true);
        mail.TextBody!.ShouldContain("2027-01-03");
        mail.TextBody!.ShouldContain("R12");
        mail.TextBody!.ShouldContain("每 3 年内须有一个学期");
        mail.Attachments.ShouldHaveSingleItem().ContentDisposition!.FileName.ShouldBe("日期.ics");
    }

    [Fact]
    public async Task On_the_day_after_leadership_is_told_too()
    {
        await using var office = await OpenAsync();

        await PlanOnAsync(office, "2027-01-04");

        (await R12Async(office)).Select(letter => letter.Name).Order().ShouldBe(["HumanResources", "Leadership", "周敏"]);
    }

    [Fact]
    public async Task What_was_arranged_between_planning_and_sending_is_dropped_and_told_again_when_it_is_broken_off()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(StorageProvider.Sqlite, server);
        await PlanOnAsync(office, "2026-12-04");
        var placement = await PlaceAsync(office);

        await office.SendAsync();
        (await R12Async(office)).ShouldAllBe(letter => letter.Phase == LetterPhase.Dropped);

        await office.ReadAsync(db => db.Placements.Where(one => one.Id == placement)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, PlacementState.Interrupted)));
        await PlanOnAsync(office, "2026-12-07");
        await office.SendAsync();
        (await R12Async(office)).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
    }

    [Fact]
    public async Task On_a_Sunday_it_waits_until_Monday_morning()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(StorageProvider.Sqlite, server);
        await PlanOnAsync(office, "2026-12-27");

        await office.SendAsync();
        (await R12Async(office)).ShouldAllBe(letter => letter.Phase == LetterPhase.Planned && letter.DueAt == At("2026-12-28 07:30"));
        office.Clock.SetUtcNow(At("2026-12-28 07:30"));
        await office.SendAsync();

        (await R12Async(office)).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
    }

    [Theory]
    [InlineData("2026-12-04 07:29", "2026-12-04 07:30")]
    [InlineData("2026-12-04 07:30", "2026-12-04 07:30")]
    [InlineData("2026-12-04 20:59", "2026-12-04 20:59")]
    [InlineData("2026-12-04 21:00", "2026-12-07 07:30")]
    [InlineData("2026-12-05 12:00", "2026-12-07 07:30")]
    public async Task Reminders_keep_to_the_open_hours(string planned, string goesOut)
    {
        await using var office = await OpenAsync();
        await using var scope = office.Services.CreateAsyncScope();
        OpenHours.OnOrAfter(scope.ServiceProvider.GetRequiredService<Processes.Office>(), At(planned)).ShouldBe(At(goesOut));
    }

    [Fact]
    public async Task A_rule_that_was_off_says_nothing_of_what_passed_meanwhile()
    {
        await using var office = await OpenAsync();
        await SwitchAsync(office, isOn: false);
        await PlanOnAsync(office, "2026-10-05");
        (await R12Async(office)).ShouldBeEmpty();

        office.Clock.SetUtcNow(At("2026-11-02 09:00"));
        await using (var scope = office.Services.CreateAsyncScope())
        {
            var preview = await scope.ServiceProvider.GetRequiredService<PreviewSwitch>().RunAsync(ObligationRule.Of("R12"), CancellationToken.None);
            (preview.Today.Count, preview.Said.Count).ShouldBe((0, 2));
            preview.Coming.ShouldHaveSingleItem().Stage.From.ShouldBe(new DateOnly(2026, 12, 4));
        }

        await SwitchAsync(office, isOn: true);
        await PlanOnAsync(office, "2026-11-03");
        (await R12Async(office)).ShouldBeEmpty();
        await PlanOnAsync(office, "2026-12-04");
        (await R12Async(office)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Only_HR_switches_a_rule_and_says_why()
    {
        await using var office = await OpenAsync();

        (await office.AskAsync<SwitchReminder>(u => u.RunAsync(
            new(Guid.CreateVersion7(), "R12", false, "x"), TestOffice.Of(OfficeRole.Leadership), CancellationToken.None))).IsDone.ShouldBeFalse();
        (await office.AskAsync<SwitchReminder>(u => u.RunAsync(
            new(Guid.CreateVersion7(), "R12", false, " "), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None))).IsDone.ShouldBeFalse();
        (await office.AskAsync<SwitchReminder>(u => u.RunAsync(
            new(Guid.CreateVersion7(), "R99", false, "x"), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None))).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task The_dry_run_says_what_planning_then_plans_and_writes_nothing()
    {
        await using var office = await OpenAsync();
        office.Clock.SetUtcNow(At("2026-12-04 09:00"));

        var preview = await PreviewAsync(office);
        (await R12Async(office)).ShouldBeEmpty();
        await office.PlanAsync();

        preview.ShouldBe((await office.LettersAsync()).Select(letter => letter.Key), ignoreOrder: true);
        (await PreviewAsync(office)).ShouldBeEmpty();
    }

    private static async Task<List<string>> PreviewAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var letters = await scope.ServiceProvider.GetRequiredService<PlanLetters>().PendingAsync(office.Clock.Now(), CancellationToken.None);
        return [.. LetterPreview.Of(letters).Select(letter => letter.Key)];
    }

    private Task<TestOffice> OpenAsync() => OpenAsync(StorageProvider.Sqlite, null);

    private async Task<TestOffice> OpenAsync(StorageProvider provider, ScriptedSmtpServer? server)
    {
        var office = await PostRoom.OpenAsync(provider, cluster, server is null ? null : PostRoom.To(server.Port));
        var teacher = await office.AddPersonAsync("周敏");
        await office.ReadAsync(db => db.People.Where(one => one.Id == teacher)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SecondmentAnchor, new DateOnly(2024, 8, 1))));
        await office.PlanAsync();
        return office;
    }

    private static async Task PlanOnAsync(TestOffice office, string day)
    {
        office.Clock.SetUtcNow(At($"{day} 09:00"));
        await office.PlanAsync();
    }

    private static Task<Guid> PlaceAsync(TestOffice office) => office.ReadAsync(async db =>
    {
        var placement = new Placement
        {
            Id = Guid.CreateVersion7(), PersonId = (await db.People.SingleAsync()).Id, School = "实验小学", Stage = SchoolStage.Primary,
            Kind = PlacementKind.Secondment, From = new DateOnly(2027, 3, 4), Until = new DateOnly(2027, 7, 3), State = PlacementState.Planned,
        };
        db.Placements.Add(placement);
        await db.SaveChangesAsync();
        return placement.Id;
    });

    private static Task<Processes.Answer> SwitchAsync(TestOffice office, bool isOn) => office.DoAsync<SwitchReminder>(u => u.RunAsync(
        new(Guid.CreateVersion7(), "R12", isOn, "试运行"), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));

    private static async Task<List<Letter>> R12Async(TestOffice office) =>
        [.. (await office.LettersAsync()).Where(letter => letter.Obligation?.StartsWith("R12/", StringComparison.Ordinal) == true)];

    private static DateTimeOffset At(string wallTime) => TestClock.InShanghai(wallTime).GetUtcNow();
}
