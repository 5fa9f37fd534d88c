using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes.Standards;
using Workflows.Processes.Years;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Obligations;

/// <summary>Who hears of the standard's items (R26), and of the yearly check of subjects (R01).</summary>
public sealed class StandardItemReminderTests(PostgresCluster cluster)
{
    private static Guid Hr => TestOffice.Of(OfficeRole.HumanResources);

    [Theory]
    [InlineData("2026-09-09", "")]
    [InlineData("2026-09-10", "周敏")]
    [InlineData("2026-10-12", "HumanResources Leadership 周敏")]
    public async Task The_owner_hears_before_the_due_day_and_leadership_after_it(string day, string names)
    {
        await using var office = await OpenAsync("1 | 制定计划 | 周敏 | 2026-10-10");

        await PlanOnAsync(office, day);

        (await R26Async(office)).Select(letter => letter.Name).Order(StringComparer.Ordinal).ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_owner_s_mail_leaves_and_says_which_item_by_when()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync("1 | 制定计划 | 周敏 | 2026-10-10", server);
        await PlanOnAsync(office, "2026-09-10");

        await office.SendAsync();

        (await R26Async(office)).ShouldHaveSingleItem().Phase.ShouldBe(LetterPhase.Accepted);
        var text = server.Mails.Single(one => one.Recipients.Contains("teacher@example.org")).Parse().TextBody!;
        text.ShouldContain("“制定计划”由周敏负责，期限 2026-10-10");
    }

    [Fact]
    public async Task Evidence_that_was_handed_in_meanwhile_ends_it_before_the_mail_leaves()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync("1 | 制定计划 | 周敏 | 2026-10-10", server);
        await PlanOnAsync(office, "2026-09-10");
        var task = await office.ReadAsync(db => db.StandardItems.SelectMany(item => item.Tasks).SingleAsync());
        await office.DoAsync<AddPaper>(u => u.RunAsync(new(Guid.CreateVersion7(), "计划定稿") { TaskId = task.Id }, Hr, default));

        await office.SendAsync();

        (await R26Async(office)).ShouldHaveSingleItem().Phase.ShouldBe(LetterPhase.Dropped);
    }

    [Fact]
    public async Task An_item_without_an_owner_is_HR_s_after_a_week_and_its_mail_says_why()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync("4.1 | 任期目标责任书", server);
        await PlanOnAsync(office, "2026-08-07");
        (await R26Async(office)).ShouldBeEmpty();

        await PlanOnAsync(office, "2026-08-10");
        await office.SendAsync();

        (await R26Async(office)).ShouldHaveSingleItem().Name.ShouldBe("HumanResources");
        var mail = server.Mails.Select(one => one.Parse()).Single(one => one.Subject?.Contains("4.1", StringComparison.Ordinal) == true);
        mail.TextBody!.ShouldContain("R26 标准要任务到人、逐条逐项");
        mail.TextBody!.ShouldContain("尚无责任人和期限");
    }

    [Fact]
    public async Task The_yearly_check_of_subjects_is_HR_s_until_it_is_on_record()
    {
        await using var office = await OpenAsync("1 | 制定计划");
        await office.ReadAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(one => one.Subject, "数学")));
        await PlanOnAsync(office, "2026-09-15");
        (await LettersAsync(office, "R01")).ShouldHaveSingleItem().Name.ShouldBe("HumanResources");

        await using var other = await OpenAsync("1 | 制定计划");
        await other.ReadAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(one => one.Subject, "数学")));
        await other.DoAsync<ConfirmSubjects>(u => u.RunAsync(new(Guid.CreateVersion7(), ""), Hr, default));
        await PlanOnAsync(other, "2026-09-15");
        (await LettersAsync(other, "R01")).ShouldBeEmpty();
    }

    private async Task<TestOffice> OpenAsync(string lines, ScriptedSmtpServer? server = null)
    {
        var office = await PostRoom.OpenAsync(StorageProvider.Sqlite, cluster, server is null ? null : PostRoom.To(server.Port));
        await office.AddPersonAsync("周敏");
        await office.DoAsync<EnterItems>(u => u.RunAsync(new(Guid.CreateVersion7(), null, lines), Hr, default));
        await office.PlanAsync();
        return office;
    }

    private static async Task PlanOnAsync(TestOffice office, string day)
    {
        office.Clock.SetUtcNow(TestClock.InShanghai($"{day} 09:00").GetUtcNow());
        await office.PlanAsync();
    }

    private static Task<List<Letter>> R26Async(TestOffice office) => LettersAsync(office, "R26");

    private static async Task<List<Letter>> LettersAsync(TestOffice office, string clause) =>
        [.. (await office.LettersAsync()).Where(letter => letter.Key.StartsWith($"{clause}/", StringComparison.Ordinal))];
}
