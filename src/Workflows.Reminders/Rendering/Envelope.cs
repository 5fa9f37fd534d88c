using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using Workflows.Storage;

namespace Workflows.Reminders.Rendering;

/// <summary>
/// Puts a letter's words into a mail: plain text, the same as simple HTML, a calendar entry where there is a date, and files beside it.
/// </summary>
public sealed partial class Envelope(MailOptions options, TimeProvider clock)
{
    private static readonly FormatOptions Wire = Format();

    /// <summary>The mail as bytes, 7-bit clean, so that no server has a reason to rewrite it.</summary>
    /// <param name="text">The words.</param>
    /// <param name="to">The recipient.</param>
    /// <param name="messageId">The Message-ID, without brackets.</param>
    /// <param name="days">The days that the letter speaks of, for the reader's calendar; often none.</param>
    /// <param name="files">The files that go with the letter; often none.</param>
    public byte[] Seal(LetterText text, MailboxAddress to, string messageId, IReadOnlyList<CalendarDay> days, params IReadOnlyList<EnclosedFile> files)
    {
        using var mail = new MimeMessage
        {
            MessageId = messageId, Subject = OneLine(text.Subject), Date = clock.Now(), Body = Body(text, days, files),
        };
        mail.From.Add(new MailboxAddress(Encoding.UTF8, options.FromName, options.From));
        mail.To.Add(to);
        // Nobody's out-of-office note should answer a program (RFC 3834).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        mail.WriteTo(Wire, bytes);
        return bytes.ToArray();
    }

    private MimeEntity Body(LetterText text, IReadOnlyList<CalendarDay> days, IReadOnlyList<EnclosedFile> files)
    {
        var words = new MultipartAlternative
        {
            new TextPart("plain") { Text = text.Body, ContentTransferEncoding = ContentEncoding.Base64 },
            new TextPart("html") { Text = Html(text.Body), ContentTransferEncoding = ContentEncoding.Base64 },
        };
        List<MimeEntity> beside = [.. Calendar(days), .. files.Select(file => file.Part())];
        if (beside.Count == 0)
            return words;
        var mixed = new Multipart("mixed") { words };
        foreach (var part in beside)
            mixed.Add(part);
        return mixed;
    }

    private IEnumerable<MimeEntity> Calendar(IReadOnlyList<CalendarDay> days)
    {
        if (days.Count == 0)
            yield break;
        var calendar = CalendarDay.Write(days, clock.Now());
        var entry = new TextPart("calendar") { Text = calendar, ContentTransferEncoding = ContentEncoding.Base64 };
        entry.ContentType.Parameters.Add("method", "PUBLISH");
        EnclosedFile.Name(entry, "日期.ics");
        yield return entry;
    }

    private static string Html(string body)
    {
        var escaped = WebUtility.HtmlEncode(body);
        var linked = Link().Replace(escaped, "<a href=\"$0\">$0</a>");
        return $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>{linked
            .Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal)}</p></body></html>";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static FormatOptions Format()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    [GeneratedRegex(@"https?://[A-Za-z0-9\-._~:/?#@!$*+,;=%]+")]
    private static partial Regex Link();
}
