using Workflows.Personnel.Mail;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

/// <summary>Connections and nodes that break: what is known of the letter, and what becomes of it.</summary>
public sealed class BreakTests
{
    private const string Plain = "hiring/qualified";
    private const string Formal = "hiring/refusal";

    public static TheoryData<SmtpStep, bool> BeforeTheDot => new()
    {
        { SmtpStep.Sender, false }, { SmtpStep.Recipient, false }, { SmtpStep.Data, false },
        { SmtpStep.Sender, true }, { SmtpStep.Recipient, true }, { SmtpStep.Data, true },
    };

    [Theory]
    [MemberData(nameof(BeforeTheDot))]
    public async Task A_connection_that_breaks_before_the_dot_costs_a_minute_even_for_a_formal_letter(SmtpStep step, bool isReset)
    {
        await using var server = ScriptedSmtpServer.Start().Answer(step, [isReset ? SmtpAnswer.Break : SmtpAnswer.HangUp]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org", isFormal: true);

        await office.SendAsync();
        var letter = await office.OnlyLetterAsync(Formal);
        (letter.Phase, letter.DueAt).ShouldBe((LetterPhase.Planned, office.Clock.Now().AddMinutes(1)));

        office.Clock.Advance(TimeSpan.FromMinutes(1));
        (await office.SendAsync()).ShouldBe(1);
        server.Mails.ShouldHaveSingleItem().Parse().MessageId.ShouldBe(letter.MessageId);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reminder_whose_connection_breaks_after_the_dot_goes_out_again_with_the_same_id(bool isReset)
    {
        await using var server = ScriptedSmtpServer.Start()
            .Answer(SmtpStep.FinalDot, [isReset ? SmtpAnswer.Break : SmtpAnswer.HangUp]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");

        (await office.SendAsync()).ShouldBe(0);
        office.Clock.Advance(TimeSpan.FromMinutes(30));
        (await office.SendAsync()).ShouldBe(1);

        server.Mails.Count.ShouldBe(2);
        server.Mails[0].Content.ShouldBe(server.Mails[1].Content);
    }

    [Fact]
    public async Task A_formal_letter_whose_connection_breaks_after_the_dot_waits_for_a_person()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.HangUp]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org", isFormal: true);

        await office.SendAsync();
        office.Clock.Advance(TimeSpan.FromDays(2));
        await office.SendAsync();

        (await office.OnlyLetterAsync(Formal)).Phase.ShouldBe(LetterPhase.Ambiguous);
        server.Mails.Count(mail => mail.Recipients.Contains("a@example.org")).ShouldBe(1);
        server.Mails[^1].Parse().Subject.ShouldBe("邮件是否送达不明：张伟");
    }

    [Fact]
    public async Task A_break_after_the_250_is_no_error_and_the_next_letter_takes_a_new_connection()
    {
        await using var server = ScriptedSmtpServer.Start()
            .Answer(SmtpStep.FinalDot, [SmtpAnswer.ReplyThenBreak("250 2.0.0 Ok: and gone")]);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org", isFormal: true);
        await office.PostAsync("b@example.org");

        await office.SendAsync();
        office.Clock.Advance(TimeSpan.FromMinutes(1));
        await office.SendAsync();

        (await office.LettersAsync()).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
        server.Mails.Select(mail => mail.Recipients.Single()).Order().ShouldBe(["a@example.org", "b@example.org"]);
    }

    [Fact]
    public async Task An_error_on_the_farewell_is_no_error()
    {
        await using var server = ScriptedSmtpServer.Start().AnswerAlways(SmtpStep.Quit, SmtpAnswer.Break);
        await using var office = await OpenAsync(server);
        await office.PostAsync("a@example.org");

        (await office.SendAsync()).ShouldBe(1);

        (await office.OnlyLetterAsync(Plain)).Phase.ShouldBe(LetterPhase.Accepted);
    }

    [Fact]
    public async Task A_reminder_whose_node_died_after_the_commit_goes_out_with_the_id_it_had()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(server);
        var letter = await office.PostAsync("a@example.org");
        var message = "Message-ID: <fixed@example.cn>\r\nSubject: x\r\n\r\ny\r\n"u8.ToArray();
        await office.DieWhileSendingAsync(letter, "fixed@example.cn", message);

        (await office.SendAsync()).ShouldBe(1);

        server.Mails.ShouldHaveSingleItem().Parse().MessageId.ShouldBe("fixed@example.cn");
        (await office.OnlyLetterAsync(Plain)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_formal_letter_whose_node_died_after_the_commit_waits_for_a_person()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await OpenAsync(server);
        var letter = await office.PostAsync("a@example.org", isFormal: true);
        await office.DieWhileSendingAsync(letter, "fixed@example.cn", "Subject: x\r\n\r\ny\r\n"u8.ToArray());

        await office.SendAsync();

        (await office.OnlyLetterAsync(Formal)).Phase.ShouldBe(LetterPhase.Ambiguous);
        server.Mails.ShouldAllBe(mail => mail.Recipients.Contains("HumanResources@example.org"));
    }

    private static Task<TestOffice> OpenAsync(ScriptedSmtpServer server) => PostRoom.OpenAsync(PostRoom.To(server.Port));
}
