using MimeKit;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Tests.Parts;
using Workflows.Testing;

namespace Workflows.Reminders.Tests.Sending;

public sealed class RealServerTests
{
    [Fact]
    public async Task Postfix_delivers_a_refusal_as_it_was_written()
    {
        await using var postfix = await PostfixServer.StartAsync();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(postfix.Port));
        await office.PostAsync("zhang@example.cn", isFormal: true);

        (await office.SendAsync()).ShouldBe(1);

        var mail = (await postfix.WaitForMailAsync("zhang@example.cn")).ShouldHaveSingleItem();
        var letter = await office.OnlyLetterAsync("hiring/refusal");
        mail.MessageId.ShouldBe(letter.MessageId);
        mail.Subject.ShouldStartWith("资格审查结果通知：小学数学教研员");
        mail.To.Mailboxes.ShouldHaveSingleItem().Name.ShouldBe("张伟");
        mail.TextBody!.ShouldContain("R06：已满45周岁。");
        mail.TextBody!.ShouldContain("请在 2026-10-09 前（含当日）向人事部门申请复审");
        mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
        letter.LastReply.ShouldContain("queued as");
    }

    [Fact]
    public async Task Postfix_delivers_what_waits_for_three_offices_on_one_connection()
    {
        await using var postfix = await PostfixServer.StartAsync();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(postfix.Port));
        await office.AskCountersignAsync();
        await office.PlanAsync();

        (await office.SendAsync()).ShouldBe(3);

        var mail = (await postfix.WaitForMailAsync("EstablishmentOffice@example.org")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("请您办理：");
        mail.Attachments.ShouldHaveSingleItem().ContentDisposition!.FileName.ShouldBe("日期.ics");
        (await office.LettersAsync()).ShouldAllBe(letter => letter.Phase == LetterPhase.Accepted);
    }

    [Fact]
    public async Task Without_a_server_mails_are_numbered_files_in_a_folder()
    {
        var folder = ScratchFolder.NameFor("mails");
        await using var office = await PostRoom.OpenAsync(new MailOptions { Folder = folder, From = "hr@example.cn" });
        await office.PostAsync("a@example.org");
        await office.PostAsync("b@example.org", isFormal: true);

        (await office.SendAsync()).ShouldBe(2);

        var files = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        files.Count.ShouldBe(2);
        files[0].ShouldStartWith("0001-资格审查");
        files[1].ShouldStartWith("0002-资格审查");
        var mail = await MimeMessage.LoadAsync(Path.Combine(folder, files[0]), TestContext.Current.CancellationToken);
        (await office.LettersAsync()).Select(letter => letter.MessageId).ShouldContain(mail.MessageId);
        Directory.Delete(folder, recursive: true);
    }
}
