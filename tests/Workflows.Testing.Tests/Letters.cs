using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Workflows.Testing.Tests;

/// <summary>The mail that these tests send, and the client they send it with.</summary>
internal static class Letters
{
    public static MimeMessage To(string recipient)
    {
        var letter = new MimeMessage();
        letter.From.Add(new MailboxAddress("教师进修学校", "hr@college.invalid"));
        letter.To.Add(new MailboxAddress("张三", recipient));
        letter.Subject = "挂职锻炼提醒";
        letter.Body = new TextPart("plain") { Text = "请在学期结束前完成挂职。\n.一行以点开头\n" };
        return letter;
    }

    public static async Task SendAsync(int port, MimeMessage letter)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        await client.SendAsync(letter, TestContext.Current.CancellationToken);
        await client.DisconnectAsync(quit: true, TestContext.Current.CancellationToken);
    }
}
