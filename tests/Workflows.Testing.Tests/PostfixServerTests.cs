namespace Workflows.Testing.Tests;

public sealed class PostfixServerTests
{
    [Fact]
    public async Task A_chinese_mail_arrives_as_it_was_sent()
    {
        await using var postfix = await PostfixServer.StartAsync();

        await Letters.SendAsync(postfix.Port, Letters.To("zhang.san@college.invalid"));

        var mail = (await postfix.WaitForMailAsync("zhang.san@college.invalid")).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("挂职锻炼提醒");
        mail.TextBody!.ReplaceLineEndings("\n").ShouldBe("请在学期结束前完成挂职。\n.一行以点开头\n");
        mail.From.Mailboxes.Single().Name.ShouldBe("教师进修学校");
        (await postfix.MailForAsync("li.si@college.invalid")).ShouldBeEmpty();
    }
}
