using System.Text;
using MimeKit;
using Workflows.Reminders.Rendering;
using Workflows.Reminders.Tests.Parts;
using Workflows.Testing;

namespace Workflows.Reminders.Tests.Rendering;

public sealed class EnvelopeTests
{
    private static readonly CalendarDay Day = new("letter-1", new DateOnly(2026, 11, 1), "报到", "https://hr.example.cn/cases/1");

    [Fact]
    public void Chinese_names_and_subjects_travel_as_ascii_and_come_back_whole()
    {
        var bytes = Seal(new LetterText("资格审查结果通知：小学数学教研员（特别长的岗位名称用来折行）", "正文"), Day);

        bytes.ShouldAllBe(b => b < 128);
        var text = Encoding.ASCII.GetString(bytes);
        text.ShouldContain("Subject: =?utf-8?");
        text.ShouldContain("filename*");
        text.Split("\r\n").ShouldAllBe(line => line.Length <= 998);
        var mail = Open(bytes);
        mail.Subject.ShouldBe("资格审查结果通知：小学数学教研员（特别长的岗位名称用来折行）");
        mail.From.Mailboxes.Single().Name.ShouldBe("沙县区教师进修学校");
        mail.To.Mailboxes.Single().Name.ShouldBe("张伟");
        mail.MessageId.ShouldBe("7@example.cn");
        mail.TextBody!.Trim().ShouldBe("正文");
        mail.Attachments.Single().ContentDisposition!.FileName.ShouldBe("日期.ics");
    }

    [Fact]
    public void What_looks_like_html_stays_text_and_links_can_be_followed()
    {
        var html = Open(Seal(new LetterText("x", "<script>alert('1')</script> & 更多\n\nhttps://hr.example.cn/cases/7"))).HtmlBody!;

        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script>");
        html.ShouldContain("&amp;");
        html.ShouldContain("<a href=\"https://hr.example.cn/cases/7\">https://hr.example.cn/cases/7</a>");
    }

    [Fact]
    public void A_line_end_in_a_subject_adds_no_header()
    {
        var mail = Open(Seal(new LetterText("通知\r\nBcc: spy@example.org", "正文")));

        mail.Bcc.ShouldBeEmpty();
        mail.Subject.ShouldBe("通知 Bcc: spy@example.org");
    }

    [Fact]
    public void A_day_comes_with_a_calendar_entry_that_covers_it_whole()
    {
        var mail = Open(Seal(new LetterText("x", "y"), Day));

        var entry = mail.BodyParts.OfType<TextPart>().Single(part => part.ContentType.IsMimeType("text", "calendar")).Text;
        entry.ShouldContain("DTSTART;VALUE=DATE:20261101");
        entry.ShouldContain("DTEND;VALUE=DATE:20261102");
        entry.ShouldContain("SUMMARY:报到");
        entry.ShouldContain("UID:letter-1");
        entry.ShouldContain("METHOD:PUBLISH");
    }

    [Fact]
    public void A_letter_without_a_day_has_no_attachment() => Open(Seal(new LetterText("x", "y"))).Attachments.ShouldBeEmpty();

    [Fact]
    public void A_Chinese_file_name_stands_there_in_both_ways_and_comes_back_whole_by_each()
    {
        const string name = "公示-2026年第1轮小学数学教研员遴选（补充）-2026-08-30.docx";
        byte[] content = [.. Enumerable.Range(0, 3000).Select(i => (byte)i)];
        var bytes = Seal(new LetterText("公示", "见附件"), [], new EnclosedFile(name, "application/octet-stream", content));

        bytes.ShouldAllBe(b => b < 128);
        var raw = Encoding.ASCII.GetString(bytes);
        var disposition = Header(raw, "Content-Disposition: attachment");
        var type = Header(raw, "Content-Type: application/octet-stream");
        DecodedByRfc2231(disposition).ShouldBe(name);
        disposition.ShouldNotContain("=?");
        DecodedByRfc2047(type).ShouldBe(name);
        type.ShouldNotContain("name*");
        raw.Split("\r\n").ShouldAllBe(line => line.Length <= 78);
        var part = (MimePart)Open(bytes).Attachments.Single();
        (part.FileName, part.ContentType.Name).ShouldBe((name, name));
        using var decoded = new MemoryStream();
        part.Content!.DecodeTo(decoded, TestContext.Current.CancellationToken);
        decoded.ToArray().ShouldBe(content);
    }

    [Fact]
    public void A_day_and_files_go_beside_the_words_one_after_the_other()
    {
        var mail = Open(Seal(new LetterText("x", "y"), [Day], new EnclosedFile("甲.pdf", "application/pdf", [1]), new EnclosedFile("乙.pdf", "application/pdf", [2])));

        mail.Attachments.Select(one => one.ContentDisposition!.FileName).ShouldBe(["日期.ics", "甲.pdf", "乙.pdf"]);
        mail.TextBody!.Trim().ShouldBe("y");
    }

    // The header's lines as one, by hand: what a foreign mail program goes by.
    private static string Header(string raw, string begin)
    {
        var at = raw.IndexOf(begin, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0);
        var lines = raw[at..].Split("\r\n");
        return lines[0] + string.Concat(lines.Skip(1).TakeWhile(line => line is [' ' or '\t', ..]));
    }

    private static string DecodedByRfc2231(string header)
    {
        var parts = System.Text.RegularExpressions.Regex.Matches(header, @"filename\*(?:\d+\*)?=(?<value>[^;\s]+)")
            .Select(match => match.Groups["value"].Value.Trim('"'));
        var whole = string.Concat(parts);
        whole.ShouldStartWith("utf-8''");
        return Uri.UnescapeDataString(whole["utf-8''".Length..]);
    }

    private static string DecodedByRfc2047(string header) => string.Concat(
        System.Text.RegularExpressions.Regex.Matches(header, @"=\?utf-8\?(?<how>[bBqQ])\?(?<text>[^?]*)\?=").Select(word =>
            word.Groups["how"].Value is "b" or "B"
                ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
                : Uri.UnescapeDataString(word.Groups["text"].Value.Replace('_', ' ').Replace('=', '%'))));

    private static byte[] Seal(LetterText text, IReadOnlyList<CalendarDay> days, params IReadOnlyList<EnclosedFile> files) =>
        new Envelope(PostRoom.To(25), TestClock.InShanghai("2026-09-01 08:00"))
            .Seal(text, new MailboxAddress("张伟", "zhang@example.cn"), "7@example.cn", days, files);

    private static byte[] Seal(LetterText text, params CalendarDay[] days) =>
        new Envelope(PostRoom.To(25), TestClock.InShanghai("2026-09-01 08:00"))
            .Seal(text, new MailboxAddress("张伟", "zhang@example.cn"), "7@example.cn", days);

    private static MimeMessage Open(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return MimeMessage.Load(stream);
    }
}
