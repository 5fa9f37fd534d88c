using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Processes.WorkItems;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Storage.Identity;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Planning;

/// <summary>Mails between colleagues: who is told when an item is handed on, asked about, urged, or can be decided by nobody.</summary>
public sealed class ColleagueLetterTests(PostgresCluster cluster)
{
    private static readonly Guid Hr = TestOffice.Of(OfficeRole.HumanResources);
    private static readonly Guid Bureau = TestOffice.Of(OfficeRole.PersonnelBureau);
    private static readonly Guid Principal = TestOffice.Of(OfficeRole.Leadership);

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task A_deputy_is_told_for_whom_on_the_days_of_the_deputyship(StorageProvider provider)
    {
        await using var office = await PostRoom.OpenAsync(provider, cluster);
        await office.AskCountersignAsync();
        var deputy = await office.NewcomerAsync(OfficeRole.Teacher);
        await office.DoAsync<NameDeputy>(u => u.RunAsync(
            new(Guid.CreateVersion7(), Bureau, deputy, new DateOnly(2026, 8, 4), new DateOnly(2026, 8, 5), "培训"), Bureau, default));
        await office.PlanAsync();
        (await office.LettersAsync("hiring/work-item")).ShouldNotContain(letter => letter.AccountId == deputy);

        await office.GoToAsync("2026-08-04 08:00");
        await office.PlanAsync();

        (await office.OnlyLetterAsync("hiring/work-item", deputy)).Model.ShouldContain("\"onBehalfOf\":\"PersonnelBureau\"");
    }

    [Fact]
    public async Task Who_is_given_an_item_is_told_and_only_they_are_reminded()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.PlanAsync();
        var colleague = await office.NewcomerAsync(OfficeRole.PersonnelBureau);
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<TransferWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, item.Revision, colleague, "出差"), Bureau, default));
        await office.PlanAsync();
        await office.OnlyLetterAsync("hiring/work-item", colleague);

        await office.GoToAsync("2026-08-10 08:00");
        await office.PlanAsync();
        var due = await office.LettersAsync("hiring/work-item-due");
        due.ShouldContain(letter => letter.AccountId == colleague);
        due.ShouldNotContain(letter => letter.AccountId == Bureau);
    }

    [Fact]
    public async Task A_letter_about_an_item_that_was_handed_on_meanwhile_is_dropped()
    {
        await using var office = await PostRoom.OpenAsync(new MailOptions { Folder = ScratchFolder.NameFor("mails"), From = "hr@example.cn" });
        await office.AskCountersignAsync();
        await office.PlanAsync();
        var colleague = await office.NewcomerAsync(OfficeRole.PersonnelBureau);
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<TransferWorkItem>(u => u.RunAsync(new(Guid.CreateVersion7(), item.Id, item.Revision, colleague, "出差"), Bureau, default));

        await office.SendAsync();

        (await office.OnlyLetterAsync("hiring/work-item", Bureau)).Phase.ShouldBe(Personnel.Mail.LetterPhase.Dropped);
    }

    [Fact]
    public async Task A_reminder_is_repeated_every_second_working_day_and_not_on_the_days_between()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.PlanAsync();
        List<int> counts = [];
        foreach (var day in new[] { "10", "11", "12", "13", "14", "15", "16", "17", "18" })
        {
            await office.GoToAsync($"2026-08-{day} 08:00");
            await office.PlanAsync();
            counts.Add((await office.LettersAsync("hiring/work-item-due")).Count / 3);
        }

        // Due on Monday the 10th; told again on Wednesday, Friday and, past the weekend, Tuesday.
        counts.ShouldBe([1, 1, 2, 2, 3, 3, 3, 3, 4]);
    }

    [Fact]
    public async Task Each_urging_is_told_once_with_its_words()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        await office.UrgeAsync("请尽快");
        await office.PlanAsync();
        await office.PlanAsync();
        (await office.LettersAsync("hiring/work-item-urged")).Count.ShouldBe(3);
        (await office.OnlyLetterAsync("hiring/work-item-urged", Bureau)).Model.ShouldContain("请尽快");

        await office.GoToAsync("2026-08-04 08:00");
        await office.UrgeAsync("再催");
        await office.PlanAsync();
        (await office.LettersAsync("hiring/work-item-urged")).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_question_reaches_the_colleague_and_the_advice_comes_back()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<ConsultColleague>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, item.Revision, Principal, "岗位是否有空缺？"), Bureau, default));
        await office.PlanAsync();
        (await office.OnlyLetterAsync("hiring/question", Principal)).Model.ShouldContain("岗位是否有空缺？");

        var question = await office.ReadAsync(db => db.Consultations.SingleAsync());
        await office.DoAsync<GiveAdvice>(u => u.RunAsync(new(Guid.CreateVersion7(), question.Id, "有一个空缺"), Principal, default));
        await office.PlanAsync();
        await office.PlanAsync();
        (await office.OnlyLetterAsync("hiring/advice", Bureau)).Model.ShouldContain("有一个空缺");
    }

    [Fact]
    public async Task A_copy_is_told_once()
    {
        await using var office = await PostRoom.OpenAsync();
        await office.AskCountersignAsync();
        var caseId = (await office.OpenItemAsync("countersign")).CaseId;
        await office.DoAsync<SendCopies>(u => u.RunAsync(new(Guid.CreateVersion7(), caseId, [Principal]), Hr, default));
        await office.PlanAsync();
        await office.DoAsync<SendCopies>(u => u.RunAsync(new(Guid.CreateVersion7(), caseId, [Principal]), Hr, default));
        await office.PlanAsync();
        await office.OnlyLetterAsync("hiring/copy", Principal);
    }

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task What_nobody_can_decide_is_told_to_hr_and_again_after_a_working_week(StorageProvider provider)
    {
        await using var office = await PostRoom.OpenAsync(provider, cluster);
        await office.AskCountersignAsync();
        await office.ReadAsync(db => db.Users.Where(user => user.Id == Bureau).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false)));
        await office.PlanAsync();
        await office.PlanAsync();
        await office.OnlyLetterAsync("hiring/orphan", Hr);

        await office.GoToAsync("2026-08-07 08:00");
        await office.PlanAsync();
        await office.OnlyLetterAsync("hiring/orphan", Hr);
        await office.GoToAsync("2026-08-10 08:00");
        await office.PlanAsync();
        (await office.LettersAsync("hiring/orphan")).Count.ShouldBe(2);
    }
}

file static class Colleagues
{
    public static async Task<Personnel.Mail.Letter> OnlyLetterAsync(this TestOffice office, string template, Guid account) =>
        (await office.LettersAsync(template)).Where(letter => letter.AccountId == account).ShouldHaveSingleItem();

    public static async Task UrgeAsync(this TestOffice office, string words)
    {
        var item = await office.OpenItemAsync("countersign");
        await office.DoAsync<UrgeWorkItem>(u => u.RunAsync(
            new(Guid.CreateVersion7(), item.Id, words), TestOffice.Of(OfficeRole.HumanResources), default));
    }

    public static Task<Guid> NewcomerAsync(this TestOffice office, OfficeRole role) => office.ReadAsync(async db =>
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "new", DisplayName = "新同事", Email = "new@example.org" };
        account.Hats.Add(new Hat { AccountId = account.Id, Role = role });
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    });
}
