using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

/// <summary>Everything that a mail server can do to a letter, and the state in which it leaves it.</summary>
public sealed class FaultMatrixTests(PostgresCluster cluster)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>The fault, where it happens, what the server does, and what becomes of the letter: its phase and how long it waits.</summary>
    public static TheoryData<string, SmtpStep, SmtpAnswer, bool, LetterPhase, TimeSpan?> Faults => new()
    {
        { "421 in mid-session", SmtpStep.Recipient, SmtpAnswer.ReplyThenBreak("421 4.3.2 Shutting down"), false, LetterPhase.Planned, HalfHour },
        { "450 for the recipient", SmtpStep.Recipient, SmtpAnswer.Reply("450 4.2.0 Greylisted"), false, LetterPhase.Planned, HalfHour },
        { "451 after the dot", SmtpStep.FinalDot, SmtpAnswer.Reply("451 4.3.0 Try again later"), true, LetterPhase.Planned, HalfHour },
        { "452 for want of room", SmtpStep.Sender, SmtpAnswer.Reply("452 4.3.1 Out of storage"), false, LetterPhase.Planned, HalfHour },
        { "550 for the recipient", SmtpStep.Recipient, SmtpAnswer.Reply("550 5.1.1 No such user"), false, LetterPhase.Failed, null },
        { "554 after the dot", SmtpStep.FinalDot, SmtpAnswer.Reply("554 5.7.1 Looks like spam"), true, LetterPhase.Failed, null },
        { "drop before DATA", SmtpStep.Data, SmtpAnswer.HangUp, true, LetterPhase.Planned, Minute },
        { "reset in the mail", SmtpStep.Body, SmtpAnswer.Break, true, LetterPhase.Planned, null },
        { "drop after the dot, a reminder", SmtpStep.FinalDot, SmtpAnswer.HangUp, false, LetterPhase.Planned, HalfHour },
        { "drop after the dot, a formal notice", SmtpStep.FinalDot, SmtpAnswer.HangUp, true, LetterPhase.Ambiguous, null },
        { "reset after the 250", SmtpStep.FinalDot, SmtpAnswer.ReplyThenBreak("250 2.0.0 Ok: and gone"), true, LetterPhase.Accepted, null },
        { "reset on the farewell", SmtpStep.Quit, SmtpAnswer.Break, true, LetterPhase.Accepted, null },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_leaves_the_letter_in_its_state(
        string fault, SmtpStep step, SmtpAnswer answer, bool isFormal, LetterPhase phase, TimeSpan? waits)
    {
        await using var server = ScriptedSmtpServer.Start().Answer(step, [answer]);
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        var id = await office.PostAsync("a@example.org", isFormal);

        await office.SendAsync();

        var letter = await OfAsync(office, id);
        // A short mail may have left whole before the reset in its middle is seen: then it is one after the dot.
        letter.Phase.ShouldBeOneOf(step is SmtpStep.Body ? [phase, LetterPhase.Ambiguous] : [phase]);
        if (waits is { } wait)
            (letter.DueAt - office.Clock.Now()).ShouldBe(wait, fault);
        letter.LeasedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_550_for_one_of_several_stops_only_that_one_and_makes_its_address_a_task()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.Recipient, [SmtpAnswer.Reply("550 5.1.1 No such user")]);
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        foreach (var name in new[] { "a", "b", "c" })
        {
            await office.PostAsync($"{name}@example.org");
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await office.SendAsync();

        var phases = (await office.LettersAsync("hiring/qualified")).ToDictionary(letter => letter.Address, letter => letter.Phase);
        phases.ShouldBe(new Dictionary<string, LetterPhase>
        {
            ["a@example.org"] = LetterPhase.Failed, ["b@example.org"] = LetterPhase.Accepted, ["c@example.org"] = LetterPhase.Accepted,
        }, ignoreOrder: true);
        (await office.ReadAsync(db => db.AddressFaults.SingleAsync())).Address.ShouldBe("a@example.org");
    }

    [Fact]
    public async Task A_550_that_dislikes_the_mail_is_no_task_about_the_address()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.Reply("550 5.7.1 Looks like spam")]);
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        await office.PostAsync("a@example.org");

        await office.SendAsync();

        (await office.ReadAsync(db => db.AddressFaults.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_late_250_is_waited_for()
    {
        var gate = new TaskCompletionSource();
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.Reply("250 2.0.0 Ok: late").Once(gate.Task)]);
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        var id = await office.PostAsync("a@example.org", isFormal: true);

        var sending = Task.Run(office.SendAsync, TestContext.Current.CancellationToken);
        while (server.Mails.Count == 0)
            await Task.Yield();
        gate.SetResult();

        (await sending).ShouldBe(1);
        (await OfAsync(office, id)).LastReply.ShouldBe("2.0.0 Ok: late");
        server.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(SmtpStep.Recipient, false, LetterPhase.Planned)]
    [InlineData(SmtpStep.FinalDot, true, LetterPhase.Ambiguous)]
    public async Task A_tarpit_is_left_when_patience_ends(SmtpStep step, bool isFormal, LetterPhase phase)
    {
        var never = new TaskCompletionSource();
        await using var server = ScriptedSmtpServer.Start().Answer(step, [SmtpAnswer.Reply("250 2.0.0 Ok").Once(never.Task)]);
        var little = TimeSpan.FromMilliseconds(300);
        await using var office = await TestOffice.OnSqliteAsync(more: services => services.AddLetters(PostRoom.Options(PostRoom.To(server.Port)))
            .Replace(ServiceDescriptor.Scoped<IPostman>(_ => new Postman(PostRoom.To(server.Port), little, little))));
        var id = await office.PostAsync("a@example.org", isFormal);

        await office.SendAsync();

        (await OfAsync(office, id)).Phase.ShouldBe(phase);
    }

    [Theory]
    [InlineData(MailSecurity.Tls)]
    [InlineData(MailSecurity.StartTls)]
    public async Task A_server_whose_TLS_fails_gets_no_letter(MailSecurity security)
    {
        await using var server = ScriptedSmtpServer.Start();
        var mail = PostRoom.To(server.Port) with { Security = security };
        await using var office = await TestOffice.OnSqliteAsync(more: services => services.AddLetters(PostRoom.Options(mail))
            .Replace(ServiceDescriptor.Scoped<IPostman>(_ => new Postman(mail, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)))));
        var id = await office.PostAsync("a@example.org", isFormal: true);

        await office.SendAsync();

        var letter = await OfAsync(office, id);
        (letter.Phase, letter.Attempts).ShouldBe((LetterPhase.Planned, 0));
        office.Services.GetRequiredService<MailHealth>().Way.LastFailure.ShouldNotBeNull();
    }

    [Fact]
    public async Task Four_senders_at_once_keep_to_one_quota()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(cluster, PostRoom.To(server.Port) with { PerHour = 10 });
        for (var number = 1; number <= 40; number++)
            await office.PostAsync($"a{number}@example.org");

        var accepted = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.SendAsync)));

        accepted.Sum().ShouldBe(10);
        server.Mails.Count.ShouldBe(10);
        (await office.LettersAsync()).Count(letter => letter.Phase is LetterPhase.Planned && letter.Attempts == 0).ShouldBe(30);
        office.Clock.Advance(TimeSpan.FromHours(1));
        (await office.SendAsync()).ShouldBe(10);
    }

    [Theory]
    [InlineData("gone@refused.example", LetterPhase.Failed)]
    [InlineData("busy@refused.example", LetterPhase.Planned)]
    [InlineData("full@refused.example", LetterPhase.Planned)]
    [InlineData("known@example.cn", LetterPhase.Accepted)]
    public async Task A_real_Postfix_says_so_too(string address, LetterPhase phase)
    {
        await using var postfix = await PostfixServer.StartAsync();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(postfix.Port));
        var id = await office.PostAsync(address);

        await office.SendAsync();

        var letter = await OfAsync(office, id);
        letter.Phase.ShouldBe(phase, letter.LastReply);
        letter.Attempts.ShouldBe(1);
    }

    private static Task<Letter> OfAsync(TestOffice office, Guid id) => office.ReadAsync(db => db.Letters.SingleAsync(letter => letter.Id == id));
}
