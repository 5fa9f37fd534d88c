using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

/// <summary>A server that says no, or can't be reached, and what becomes of the letter.</summary>
public sealed class RefusalTests
{
    private const string Told = "hiring/letter-failed";
    private const string Plain = "hiring/qualified";
    private const string Formal = "hiring/refusal";

    [Theory]
    [InlineData(SmtpStep.Sender)]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.Data)]
    [InlineData(SmtpStep.FinalDot)]
    public async Task A_server_that_says_later_is_asked_again_after_half_an_hour_with_the_same_mail(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start().Answer(step, [SmtpAnswer.Reply("451 4.3.0 Try again later")]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");

        (await office.SendAsync()).ShouldBe(0);
        var deferred = await office.OnlyLetterAsync(Plain);
        (deferred.Phase, deferred.LastReply).ShouldBe((LetterPhase.Planned, "451 4.3.0 Try again later"));
        (deferred.DueAt - office.Clock.Now()).ShouldBe(TimeSpan.FromMinutes(30));

        office.Clock.Advance(TimeSpan.FromMinutes(30));
        (await office.SendAsync()).ShouldBe(1);
        var accepted = await office.OnlyLetterAsync(Plain);
        (accepted.MessageId, accepted.Attempts).ShouldBe((deferred.MessageId, 2));
        accepted.Message.ShouldBe(deferred.Message);
        server.Mails[^1].Content.ShouldBe(deferred.Message);
    }

    [Theory]
    [InlineData("hiring/of-a-later-release", null)]
    [InlineData("hiring/qualified", "R99/of a later release")]
    public async Task What_only_a_newer_program_knows_is_left_to_it_and_neither_dropped_nor_failed(string template, string? obligation)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(server);
        var id = await office.PostAsync("a@example.org");
        await office.ReadAsync(db => db.Letters.Where(letter => letter.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.Template, template).SetProperty(letter => letter.Obligation, obligation)));

        (await office.SendAsync()).ShouldBe(0);

        var letter = (await office.LettersAsync()).ShouldHaveSingleItem();
        (letter.Phase, letter.Attempts, letter.LeasedBy, letter.DueAt - office.Clock.Now()).ShouldBe((LetterPhase.Planned, 0, null, TimeSpan.FromMinutes(1)));
        server.Mails.ShouldBeEmpty();
        office.Clock.Advance(TimeSpan.FromDays(6));
        await office.SendAsync();
        (await office.LettersAsync(template)).ShouldHaveSingleItem().Phase.ShouldBe(LetterPhase.Failed, "nobody came for it in five days");
        (await office.OnlyLetterAsync(Told)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_log_says_why_a_letter_failed_and_not_for_whom()
    {
        using var log = new KeptLog();
        await using var server = ScriptedSmtpServer.Start().AnswerAlways(SmtpStep.Recipient, SmtpAnswer.Reply("550 5.1.1 <a@example.org>: no a@example.org here"));
        await using var office = await TestOffice.OnSqliteAsync(more: services => services.AddLetters(PostRoom.Options(PostRoom.To(server.Port))).AddLogging(log.Keep));
        await office.PostAsync("a@example.org");
        await office.SendAsync();

        log.Of(3001).ShouldContain(line => line.Contains("550 5.1.1", StringComparison.Ordinal));
        log.Lines.ShouldAllBe(line => !line.Contains("@example", StringComparison.Ordinal) && !line.Contains("张伟", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_waits_grow_and_after_five_days_the_letter_has_failed_and_HR_is_told()
    {
        await using var server = ScriptedSmtpServer.Start().AnswerAlways(SmtpStep.Recipient, SmtpAnswer.Reply("451 4.2.0 Greylisted"));
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");
        var waits = new List<TimeSpan>();

        await office.SendAsync();
        while (await office.OnlyLetterAsync(Plain) is { Phase: LetterPhase.Planned } letter)
        {
            waits.Add(letter.DueAt - office.Clock.Now());
            office.Clock.Advance(waits[^1]);
            await office.SendAsync();
        }

        waits.Take(5).ShouldBe([Minutes(30), Minutes(60), Minutes(120), Minutes(240), Minutes(480)]);
        waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait).ShouldBeInRange(TimeSpan.FromDays(4.6), TimeSpan.FromDays(5));
        (await office.OnlyLetterAsync(Plain)).Phase.ShouldBe(LetterPhase.Failed);
        (await office.OnlyLetterAsync(Told)).AccountId.ShouldBe(TestOffice.Of(OfficeRole.HumanResources));
    }

    [Theory]
    [InlineData(SmtpStep.Recipient)]
    [InlineData(SmtpStep.FinalDot)]
    public async Task A_server_that_says_never_ends_the_letter_and_HR_is_told(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start().Answer(step, [SmtpAnswer.Reply("550 5.1.1 No such user")]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org", isFormal: true);

        await office.SendAsync();

        (await office.OnlyLetterAsync(Formal)).Phase.ShouldBe(LetterPhase.Failed);
        var told = await office.OnlyLetterAsync(Told);
        told.Phase.ShouldBe(LetterPhase.Accepted);
        var mail = server.Mails[^1].Parse();
        mail.Subject.ShouldBe("邮件未能送达：张伟");
        mail.TextBody!.ShouldContain("550 5.1.1 No such user");
    }

    [Fact]
    public async Task A_refused_letter_does_not_stop_the_next_one()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.Recipient, [SmtpAnswer.Reply("550 5.1.1 No such user")]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");
        office.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.PostAsync("b@example.org");

        await office.SendAsync();

        server.Mails.ShouldContain(mail => mail.Recipients.Contains("b@example.org"));
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_failed_letter_about_a_failed_letter_nobody_is_told()
    {
        await using var server = ScriptedSmtpServer.Start().AnswerAlways(SmtpStep.Recipient, SmtpAnswer.Reply("550 5.7.1 Go away"));
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");

        await office.SendAsync();
        await office.SendAsync();

        (await office.OnlyLetterAsync(Told)).Phase.ShouldBe(LetterPhase.Failed);
    }

    [Theory]
    [InlineData("no-address")]
    [InlineData("a b@example.org")]
    public async Task What_is_no_address_fails_without_a_server_being_asked(string address)
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(server);
        await office.PostAsync(address);

        await office.SendAsync();

        (await office.OnlyLetterAsync(Plain)).Phase.ShouldBe(LetterPhase.Failed);
        (await office.OnlyLetterAsync(Told)).Model.ShouldContain(address);
        server.Mails.ShouldAllBe(mail => mail.Recipients.Contains("HumanResources@example.org"));
    }

    [Theory]
    [InlineData(SmtpStep.Connect)]
    [InlineData(SmtpStep.Hello)]
    public async Task A_server_that_turns_us_away_at_the_door_touches_no_letter(SmtpStep step)
    {
        await using var server = ScriptedSmtpServer.Start().Answer(step, [SmtpAnswer.ReplyThenBreak("554 5.7.1 No")]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org", isFormal: true);

        await office.SendAsync();

        var letter = await office.OnlyLetterAsync(Formal);
        (letter.Phase, letter.Attempts, letter.LeasedUntil).ShouldBe((LetterPhase.Planned, 0, null));
    }

    [Fact]
    public async Task An_unreachable_server_is_shown_and_tried_again_after_growing_rests()
    {
        await using var office = await PostRoom.OpenAsync(PostRoom.To(FreePort.Take()));
        await office.PostAsync("a@example.org");

        await office.SendAsync();

        var health = office.Services.GetRequiredService<MailHealth>();
        var state = await office.ReadAsync(db => health.LookAsync(db, CancellationToken.None));
        state.LastFailure!.ShouldStartWith("The mail server 127.0.0.1:");
        (state.Waiting, state.OldestWaiting).ShouldBe((1, office.Clock.Now()));
        health.Way.IsResting.ShouldBeTrue();
        office.Clock.Advance(TimeSpan.FromSeconds(15));
        health.Way.IsResting.ShouldBeFalse();
        await office.SendAsync();
        office.Clock.Advance(TimeSpan.FromSeconds(29));
        health.Way.IsResting.ShouldBeTrue();
        (await office.OnlyLetterAsync(Plain)).Attempts.ShouldBe(0);
    }

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static Task<TestOffice> OpenAsync(ScriptedSmtpServer server) => PostRoom.OpenAsync(PostRoom.To(server.Port));
}
