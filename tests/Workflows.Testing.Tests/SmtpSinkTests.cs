using MailKit.Net.Smtp;

namespace Workflows.Testing.Tests;

public sealed class SmtpSinkTests
{
    [Fact]
    public async Task It_takes_mail_and_counts_what_it_keeps()
    {
        await using var sink = await SmtpSink.StartAsync(keepMails: true);

        await Letters.SendAsync(sink.Port, Letters.To("zhang.san@college.invalid"));
        await Letters.SendAsync(sink.Port, Letters.To("li.si@college.invalid"));

        sink.KeptMails.ShouldBe(2);
    }

    [Fact]
    public async Task It_refuses_the_named_command()
    {
        await using var sink = await SmtpSink.StartAsync(reject: ["rcpt"]);

        var refusal = await Should.ThrowAsync<SmtpCommandException>(() => Letters.SendAsync(sink.Port, Letters.To("a@college.invalid")));

        refusal.ErrorCode.ShouldBe(SmtpErrorCode.RecipientNotAccepted);
    }

    [Fact]
    public async Task It_hangs_up_at_the_named_command()
    {
        await using var sink = await SmtpSink.StartAsync(disconnect: ["data"]);

        await Should.ThrowAsync<SmtpProtocolException>(() => Letters.SendAsync(sink.Port, Letters.To("a@college.invalid")));
    }
}
