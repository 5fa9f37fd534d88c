using System.Text;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Testing;

namespace Workflows.Reminders.Tests.Sending;

public sealed class PostmanTests
{
    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_of_a_long_mail_is_one_before_the_dot()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.Body, [SmtpAnswer.Break]);

        var delivery = await DeliverAsync(server, lines: 400_000);

        delivery.Result.ShouldBe(DeliveryResult.NotTaken);
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mail_that_ends_in_a_lone_dot_arrives_whole()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var postman = new Postman(PostRoom.To(server.Port));
        await postman.OpenAsync(CancellationToken.None);
        var bytes = Encoding.ASCII.GetBytes("Subject: x\r\n\r\nbefore\r\n.\r\nafter\r\n");

        (await postman.DeliverAsync(new Mail("1@example.cn", "x", bytes, "a@example.org"))).Result.ShouldBe(DeliveryResult.Accepted);

        server.Mails.ShouldHaveSingleItem().Content.ShouldEndWithBytes("before\r\n.\r\nafter\r\n");
    }

    [Fact]
    public async Task A_mail_with_a_lone_dot_that_breaks_before_its_end_is_one_before_the_dot()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.Body, [SmtpAnswer.Break]);

        var delivery = await DeliverAsync(server, lines: 400_000, line: ".\r\n");

        delivery.Result.ShouldBe(DeliveryResult.NotTaken);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_mail_where_STARTTLS_is_asked()
    {
        await using var server = ScriptedSmtpServer.Start();
        await using var postman = new Postman(PostRoom.To(server.Port) with { Security = MailSecurity.StartTls });

        (await postman.OpenAsync(CancellationToken.None))!.ShouldContain("STARTTLS");
        server.Commands.ShouldNotContain(command => command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static async Task<Delivery> DeliverAsync(ScriptedSmtpServer server, int lines, string line = "012345678901234567890\r\n")
    {
        await using var postman = new Postman(PostRoom.To(server.Port));
        (await postman.OpenAsync(CancellationToken.None)).ShouldBeNull();
        var text = new StringBuilder("Subject: x\r\n\r\n").Insert("Subject: x\r\n\r\n".Length, line, lines);
        return await postman.DeliverAsync(new Mail("1@example.cn", "x", Encoding.ASCII.GetBytes(text.ToString()), "a@example.org"));
    }
}

file static class Bytes
{
    public static void ShouldEndWithBytes(this byte[] bytes, string end) => Encoding.ASCII.GetString(bytes).ShouldEndWith(end);
}
