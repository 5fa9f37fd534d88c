using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

public sealed class SendLettersTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task A_letter_is_recorded_byte_for_byte_with_the_words_of_the_server(StorageProvider provider)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(provider, cluster, PostRoom.To(server.Port));
        await office.AskCountersignAsync();
        await office.PlanAsync();

        (await office.SendAsync()).ShouldBe(3);

        var letters = await office.LettersAsync();
        letters.ShouldAllBe(l => l.Phase == LetterPhase.Accepted && l.Attempts == 1 && l.AcceptedAt != null && l.LeasedUntil == null);
        letters.ShouldAllBe(letter => letter.LastReply == "2.0.0 Ok: taken");
        var received = server.Mails.ToDictionary(mail => mail.Recipients.ShouldHaveSingleItem());
        foreach (var letter in letters)
        {
            received[letter.Address].Content.ShouldBe(letter.Message);
            received[letter.Address].Parse().MessageId.ShouldBe(letter.MessageId);
            received[letter.Address].Parse().Subject.ShouldBe(letter.Subject);
            received[letter.Address].Parse().TextBody!.ShouldContain($"https://hr.example.cn/cases/{letter.CaseId}");
        }

        server.Connections.ShouldBe(1);
        (await office.SendAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(StorageProvider.Postgres)]
    [InlineData(StorageProvider.Sqlite)]
    public async Task A_letter_that_is_not_due_yet_waits(StorageProvider provider)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(provider, cluster, PostRoom.To(server.Port));
        await office.PostAsync("a@example.org");
        var due = office.Clock.Now().AddMinutes(30);
        await office.ReadAsync(db => db.Letters.ExecuteUpdateAsync(set => set.SetProperty(letter => letter.DueAt, due)));

        (await office.SendAsync()).ShouldBe(0);
        office.Clock.Advance(TimeSpan.FromMinutes(30));
        (await office.SendAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_decided_meanwhile_is_dropped_unsent()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        await office.AskCountersignAsync();
        await office.PlanAsync();
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Rejected, "没有编制");

        (await office.SendAsync()).ShouldBe(0);

        server.Mails.ShouldBeEmpty();
        (await office.LettersAsync()).ShouldAllBe(letter => letter.Phase == LetterPhase.Dropped && letter.Attempts == 0);
    }

    [Fact]
    public async Task Who_gave_the_role_away_or_left_gets_nothing()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        await office.AskCountersignAsync();
        await office.PlanAsync();
        await office.ReadAsync(db => db.Hats.Where(hat => hat.Role == OfficeRole.EducationBureau).ExecuteDeleteAsync());
        await office.ReadAsync(db => db.Users.Where(account => account.Id == TestOffice.Of(OfficeRole.PersonnelBureau))
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.IsActive, false)));

        (await office.SendAsync()).ShouldBe(1);

        server.Mails.ShouldHaveSingleItem().Recipients.ShouldBe(["EstablishmentOffice@example.org"]);
    }

    [Fact]
    public async Task Three_or_more_new_items_of_one_person_come_as_one_mail()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        var round = await office.AnnounceAsync(Plans.Usual);
        await office.ImportAsync(round, HiringOffice.FiveApplicants);
        await office.GoToAsync("2026-08-15 00:00");
        await office.PlanAsync();
        var letters = await office.LettersAsync("hiring/work-item");
        letters.Count.ShouldBeGreaterThanOrEqualTo(5);

        (await office.SendAsync()).ShouldBe(1);

        var mail = server.Mails.ShouldHaveSingleItem().Parse();
        mail.Subject.ShouldBe($"有 {letters.Count} 件事项等待您办理");
        foreach (var letter in letters)
            mail.TextBody!.ShouldContain($"https://hr.example.cn/cases/{letter.CaseId}");
        (await office.LettersAsync()).ShouldAllBe(l => l.Phase == LetterPhase.Accepted && l.MessageId == mail.MessageId);
    }

    [Fact]
    public async Task No_more_mails_go_out_in_an_hour_than_the_quota_allows()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port) with { PerHour = 2 });
        for (var number = 1; number <= 5; number++)
            await office.PostAsync($"a{number}@example.org");

        (await office.SendAsync()).ShouldBe(2);
        office.Clock.Advance(TimeSpan.FromMinutes(59));
        (await office.SendAsync()).ShouldBe(0);
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        (await office.SendAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Four_senders_at_once_bring_each_of_two_hundred_letters_once()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(cluster, PostRoom.To(server.Port));
        await office.ReadAsync(db => PostManyAsync(office, db, 200));

        var accepted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.SendAsync)));

        accepted.Sum().ShouldBe(200);
        accepted.Count(sent => sent > 0).ShouldBeGreaterThan(1);
        server.Mails.Count.ShouldBe(200);
        server.Mails.Select(mail => mail.Recipients.Single()).Distinct().Count().ShouldBe(200);
        (await office.LettersAsync()).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted && letter.Attempts == 1);
    }

    [Fact]
    public async Task A_node_that_lost_its_lease_records_nothing()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(cluster, PostRoom.To(server.Port));
        await office.PostAsync("a@example.org");
        var gate = new TaskCompletionSource();
        server.Answer(SmtpStep.FinalDot, SmtpAnswer.Reply("250 2.0.0 Ok: slow").Once(gate.Task));

        var slow = Task.Run(office.SendAsync);
        while (server.Mails.Count == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await office.ExpireLeasesAsync();
        (await office.SendAsync()).ShouldBe(1);
        gate.SetResult();

        (await slow).ShouldBe(0);
        var letter = (await office.LettersAsync()).ShouldHaveSingleItem();
        (letter.Phase, letter.LastReply, letter.Attempts).ShouldBe((LetterPhase.Accepted, "2.0.0 Ok: taken", 2));
        server.Mails.Select(mail => mail.Parse().MessageId).Distinct().ShouldHaveSingleItem();
    }

    private static async Task<int> PostManyAsync(TestOffice office, WorkflowsDb db, int count)
    {
        var now = office.Clock.Now();
        db.Letters.AddRange(Enumerable.Range(1, count).Select(number => new Letter
        {
            Id = Guid.CreateVersion7(now), Key = $"{number}", Template = "hiring/qualified", Language = "zh-CN", Name = "张伟",
            Address = $"a{number}@example.org", Model = PostRoom.Example("hiring/qualified"), PlannedAt = now, DueAt = now,
        }));
        return await db.SaveChangesAsync();
    }
}
