using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Reminders.Bounces;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Bounces;

/// <summary>Reports that come back: what they make of a letter and its address, and that nothing a stranger sends does harm.</summary>
public sealed class BounceTests
{
    private const string Plain = "hiring/qualified";

    [Fact]
    public async Task A_bounced_letter_makes_its_address_a_task_and_HR_is_told()
    {
        using var folder = new BounceFolder();
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port) with { BounceFolder = folder.Path });
        await office.PostAsync("zhang@example.org");
        await office.SendAsync();
        var sent = await office.OnlyLetterAsync(Plain);
        folder.Put(Report("zhang@example.org", "failed", "5.1.1", $"Message-ID: <{sent.MessageId}>"));

        (await TakeInAsync(office)).ShouldBe(1);
        (await TakeInAsync(office)).ShouldBe(0);

        var letter = await office.OnlyLetterAsync(Plain);
        (letter.Phase, letter.BouncedAt, letter.LastReply).ShouldBe((LetterPhase.Accepted, office.Clock.Now(), "5.1.1 550 5.1.1 No such user"));
        (await office.ReadAsync(db => db.AddressFaults.SingleAsync())).Address.ShouldBe("zhang@example.org");
        (await office.OnlyLetterAsync("hiring/letter-failed")).AccountId.ShouldBe(TestOffice.Of(OfficeRole.HumanResources));
        folder.In(TakeInBounces.Done).ShouldBe(1);
    }

    [Fact]
    public async Task Further_letters_wait_until_HR_has_put_the_address_right_and_then_go_there()
    {
        using var folder = new BounceFolder();
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port) with { BounceFolder = folder.Path });
        await office.PostAsync("zhang@example.org");
        await office.SendAsync();
        folder.Put(Report("zhang@example.org", "failed", "5.1.1", ""));
        await TakeInAsync(office);
        await office.PostAsync("zhang@example.org", isFormal: true);

        await office.SendAsync();
        (await office.OnlyLetterAsync("hiring/refusal")).Phase.ShouldBe(LetterPhase.Planned);
        var fault = await office.ReadAsync(db => db.AddressFaults.SingleAsync());
        await office.DoAsync<SettleAddress>(u => u.RunAsync(
            new(Guid.CreateVersion7(), fault.Id, "zhang@new.example.org", "电话核实，已更正"), TestOffice.Of(OfficeRole.HumanResources), CancellationToken.None));
        await office.SendAsync();

        var letter = await office.OnlyLetterAsync("hiring/refusal");
        (letter.Phase, letter.Address).ShouldBe((LetterPhase.Accepted, "zhang@new.example.org"));
        server.Mails[^1].Recipients.ShouldBe(["zhang@new.example.org"]);
    }

    [Fact]
    public async Task A_teacher_settles_no_address()
    {
        await using var office = await PostRoom.OpenAsync();
        var answer = await office.AskAsync<SettleAddress>(u => u.RunAsync(
            new(Guid.CreateVersion7(), Guid.CreateVersion7(), "", "x"), TestOffice.Of(OfficeRole.Teacher), CancellationToken.None));
        answer.IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_report_of_a_delay_changes_nothing()
    {
        using var folder = new BounceFolder();
        await using var server = ScriptedSmtpServer.Start();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(server.Port) with { BounceFolder = folder.Path });
        await office.PostAsync("zhang@example.org");
        await office.SendAsync();
        folder.Put(Report("zhang@example.org", "delayed", "4.4.1", ""));

        (await TakeInAsync(office)).ShouldBe(0);

        (await office.OnlyLetterAsync(Plain)).BouncedAt.ShouldBeNull();
        folder.In(TakeInBounces.Done).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subject: buy this\r\n\r\nnow\r\n")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n: : :\r\n\r\nAction\r\n--x")]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\nFinal-Recipient: nobody\r\nAction: failed\r\nStatus: ??\r\n--x--")]
    public async Task A_malformed_report_is_set_aside(string content)
    {
        using var folder = new BounceFolder();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(1) with { BounceFolder = folder.Path });
        folder.Put(content);

        (await TakeInAsync(office)).ShouldBe(0);

        folder.In(TakeInBounces.Aside).ShouldBe(1);
        (await office.ReadAsync(db => db.AddressFaults.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public void No_damaged_report_makes_the_reader_throw()
    {
        var whole = Encoding.ASCII.GetBytes(Report("zhang@example.org", "failed", "5.1.1", "Message-ID: <1@example.cn>"));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).List[1, 12].Sample(damages =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value, _) in damages)
                bytes[at] = value;
            using var content = new MemoryStream(bytes, 0, damages[0].Item3);
            BounceReport.Read(content).Count.ShouldBeLessThanOrEqualTo(2);
        }, iter: 2_000);
    }

    [Fact]
    public async Task A_report_that_a_real_Postfix_writes_is_understood()
    {
        using var folder = new BounceFolder();
        await using var postfix = await PostfixServer.StartAsync();
        await using var office = await PostRoom.OpenAsync(PostRoom.To(postfix.Port) with { BounceFolder = folder.Path });
        await office.PostAsync("lost@bounced.example");
        await office.SendAsync();
        (await office.OnlyLetterAsync(Plain)).Phase.ShouldBe(LetterPhase.Accepted);
        using var bytes = new MemoryStream();
        await (await postfix.WaitForMailAsync("hr@example.cn")).ShouldHaveSingleItem().WriteToAsync(bytes, TestContext.Current.CancellationToken);
        folder.Put(Encoding.UTF8.GetString(bytes.ToArray()));

        (await TakeInAsync(office)).ShouldBe(1);

        (await office.OnlyLetterAsync(Plain)).LastReply.ShouldContain("too many hops");
    }

    private static async Task<int> TakeInAsync(TestOffice office)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakeInBounces>().RunAsync(CancellationToken.None);
    }

    private static string Report(string recipient, string action, string status, string originalHeaders) => $"""
        From: MAILER-DAEMON@mail.example.org
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        It didn't arrive.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example.org

        Final-Recipient: rfc822; {recipient}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 5.1.1 No such user

        --b
        Content-Type: text/rfc822-headers

        {originalHeaders}
        Subject: x

        --b--
        """.ReplaceLineEndings("\r\n");

    private sealed class BounceFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateDirectory(ScratchFolder.NameFor("bounces")).FullName;

        public void Put(string content)
        {
            var maildir = Directory.CreateDirectory(System.IO.Path.Combine(Path, "new")).FullName;
            File.WriteAllText(System.IO.Path.Combine(maildir, $"{Guid.CreateVersion7():N}"), content);
        }

        public int In(string folder) => Directory.GetFiles(System.IO.Path.Combine(Path, folder)).Length;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
