using MailKit.Net.Smtp;

namespace Workflows.Testing.Tests;

public sealed class ScriptedSmtpServerTests
{
    private const string Recipient = "zhang.san@college.invalid";

    [Fact]
    public async Task Without_a_script_it_takes_the_mail_and_keeps_its_envelope_and_bytes()
    {
        await using var server = ScriptedSmtpServer.Start();

        await Letters.SendAsync(server.Port, Letters.To(Recipient));

        var mail = server.Mails.ShouldHaveSingleItem();
        mail.Sender.ShouldBe("hr@college.invalid");
        mail.Recipients.ShouldBe([Recipient]);
        mail.Parse().Subject.ShouldBe("挂职锻炼提醒");
        mail.Parse().TextBody!.ReplaceLineEndings("\n").ShouldBe("请在学期结束前完成挂职。\n.一行以点开头\n");
        server.Commands[^1].ShouldBe("QUIT");
    }

    [Fact]
    public async Task A_recipient_refused_for_now_is_taken_at_the_second_try()
    {
        await using var server = ScriptedSmtpServer.Start()
            .Answer(SmtpStep.Recipient, SmtpAnswer.Reply("451 4.3.0 Try again later"));

        var refusal = await Should.ThrowAsync<SmtpCommandException>(() => Letters.SendAsync(server.Port, Letters.To(Recipient)));
        await Letters.SendAsync(server.Port, Letters.To(Recipient));

        ((int)refusal.StatusCode).ShouldBe(451);
        server.Mails.ShouldHaveSingleItem().Recipients.ShouldBe([Recipient]);
        server.Connections.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_for_good_holds_at_every_try()
    {
        await using var server = ScriptedSmtpServer.Start()
            .AnswerAlways(SmtpStep.Data, SmtpAnswer.Reply("554 5.7.1 Not wanted"));

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var refusal = await Should.ThrowAsync<SmtpCommandException>(() => Letters.SendAsync(server.Port, Letters.To(Recipient)));
            ((int)refusal.StatusCode).ShouldBe(554);
        }

        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hanging_up_before_the_final_dot_leaves_no_mail()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.Body, SmtpAnswer.HangUp);

        await Should.ThrowAsync<Exception>(() => Letters.SendAsync(server.Port, Letters.To(Recipient)));

        server.Mails.ShouldBeEmpty();
        server.Commands[^1].ShouldBe("DATA");
    }

    [Fact]
    public async Task Breaking_off_after_the_final_dot_leaves_the_client_in_doubt_and_the_mail_with_the_server()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, SmtpAnswer.Break);

        await Should.ThrowAsync<Exception>(() => Letters.SendAsync(server.Port, Letters.To(Recipient)));

        server.Mails.ShouldHaveSingleItem().Parse().Subject.ShouldBe("挂职锻炼提醒");
    }

    [Fact]
    public async Task After_a_250_and_a_break_the_mail_is_accepted_and_only_the_farewell_fails()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, SmtpAnswer.ReplyThenBreak("250 2.0.0 Ok: 42"));
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", server.Port, cancellationToken: TestContext.Current.CancellationToken);

        var answer = await client.SendAsync(Letters.To(Recipient), TestContext.Current.CancellationToken);

        answer.ShouldBe("2.0.0 Ok: 42");
        await Should.ThrowAsync<Exception>(() => client.NoOpAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_gate_opens()
    {
        var gate = new TaskCompletionSource();
        await using var server = ScriptedSmtpServer.Start()
            .Answer(SmtpStep.FinalDot, SmtpAnswer.Reply("250 2.0.0 Ok").Once(gate.Task));

        var sending = Letters.SendAsync(server.Port, Letters.To(Recipient));
        while (server.Mails.Count == 0 && !sending.IsCompleted)
        {
            await Task.Yield();
        }

        sending.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await sending;
    }
}
