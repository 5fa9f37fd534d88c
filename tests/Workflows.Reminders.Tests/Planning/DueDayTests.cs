using Workflows.Personnel.Cases;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Planning;

/// <summary>The countersign is due on Monday 2026-08-10; three working days later it is Thursday 2026-08-13.</summary>
public sealed class DueDayTests(PostgresCluster cluster)
{
    private const string Due = "hiring/work-item-due";
    private const string Escalated = "hiring/escalated";

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task The_reminder_fires_on_the_due_day_and_not_the_day_before(StorageProvider provider)
    {
        await using var office = await OpenAsync(provider);

        await office.GoToAsync("2026-08-09 23:59");
        (await office.PlanAsync()).ShouldBe(0);

        await office.GoToAsync("2026-08-10 00:00");
        (await office.PlanAsync()).ShouldBe(3);
        (await office.LettersAsync(Due)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_reminder_that_is_planned_twice_is_written_once()
    {
        await using var office = await OpenAsync();
        await office.GoToAsync("2026-08-10 08:00");
        await office.PlanAsync();
        await office.GoToAsync("2026-08-11 08:00");

        (await office.PlanAsync()).ShouldBe(0);
        (await office.LettersAsync(Due)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_reminder_that_comes_after_the_decision_is_not_written()
    {
        await using var office = await OpenAsync();
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Rejected, "没有编制");
        await office.GoToAsync("2026-08-10 08:00");
        await office.PlanAsync();

        (await office.LettersAsync(Due)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Leadership_is_told_on_the_third_working_day_after_and_not_on_the_second()
    {
        await using var office = await OpenAsync();
        await office.GoToAsync("2026-08-12 23:59");
        await office.PlanAsync();
        (await office.LettersAsync(Escalated)).ShouldBeEmpty();

        await office.GoToAsync("2026-08-13 00:00");
        await office.PlanAsync();

        var letter = await office.OnlyLetterAsync(Escalated);
        letter.AccountId.ShouldBe(TestOffice.Of(OfficeRole.Leadership));
        letter.Model.ShouldContain("\"workingDaysLate\":3");
        letter.Model.ShouldContain("\"workingDaysWaited\":8");
    }

    [Fact]
    public async Task Leadership_is_told_once()
    {
        await using var office = await OpenAsync();
        await office.GoToAsync("2026-08-13 08:00");
        await office.PlanAsync();
        await office.GoToAsync("2026-08-14 08:00");
        await office.PlanAsync();

        await office.OnlyLetterAsync(Escalated);
    }

    [Fact]
    public async Task Leadership_is_not_told_of_what_was_decided_late()
    {
        await using var office = await OpenAsync();
        await office.GoToAsync("2026-08-12 08:00");
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Rejected, "没有编制");
        await office.GoToAsync("2026-08-13 08:00");
        await office.PlanAsync();

        (await office.LettersAsync(Escalated)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_ten_days_of_downtime_nothing_is_lost_and_nobody_gets_two_mails_on_one_day()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();

        await office.GoToAsync("2026-08-13 08:00");
        await office.PlanAsync();
        (await office.LettersAsync()).CountBy(letter => letter.Template).Order(KeyOrder).Select(pair => (pair.Key, pair.Value))
            .ShouldBe([(Escalated, 1), ("hiring/work-item", 3)]);

        await office.GoToAsync("2026-08-14 08:00");
        (await office.PlanAsync()).ShouldBe(3);
        (await office.LettersAsync(Due)).Count.ShouldBe(3);
    }

    private static Comparer<KeyValuePair<string, int>> KeyOrder { get; } =
        Comparer<KeyValuePair<string, int>>.Create((one, other) => string.CompareOrdinal(one.Key, other.Key));

    private async Task<TestOffice> OpenAsync(StorageProvider provider = StorageProvider.Sqlite)
    {
        var office = await PostRoom.OpenAsync(provider, cluster);
        await office.AskCountersignAsync();
        await office.PlanAsync();
        return office;
    }
}
