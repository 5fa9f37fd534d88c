using System.Buffers.Binary;
using System.Text;

namespace Workflows.Personnel.Files;

/// <summary>
/// Tells a file's kind by what is in it; its name only has to agree. A file that is two things at once, or carries something else along, is
/// none of them.
/// </summary>
public static class FileContent
{
    private const int Head = 1024;
    private static readonly string[] Markup = ["<script", "<html", "<svg", "<!doctype", "<?xml", "<?php", "<iframe"];
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    static FileContent() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Looks into a file.</summary>
    /// <param name="name">Its name with its ending.</param>
    /// <param name="bytes">All of it.</param>
    public static FileFinding Inspect(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
            return FileFinding.Not("文件是空的。", "The file is empty.");
        var ending = FileNames.Ending(name);
        var finding = Kind(bytes, ending);
        if (finding.Kind is not { } kind || kind.Endings.Contains(ending))
            return finding;
        return FileFinding.Not(
            $"文件内容是 {kind.Name}，扩展名却是“{ending}”；请用正确的扩展名保存后再上传。",
            $"The content is {kind.Name}, but the name ends with “{ending}”. Save it under its right ending and upload it again.");
    }

    private static FileFinding Kind(byte[] bytes, string ending)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith("PK\x03\x04"u8))
            return ZipContent.Inspect(bytes);
        if (start.StartsWith("%PDF-"u8))
            return Alone(FileKind.Pdf, bytes, isWhole: bytes.AsSpan(Math.Max(0, bytes.Length - Head)).IndexOf("%%EOF"u8) >= 0);
        if (start.StartsWith(PngSignature))
            return Alone(FileKind.Png, bytes, IsWholePng(bytes));
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Alone(FileKind.Jpeg, bytes, isWhole: start.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) > 0);
        return Text(bytes, ending);
    }

    private static FileFinding Alone(FileKind kind, byte[] bytes, bool isWhole)
    {
        if (!isWhole)
        {
            return FileFinding.Not(
                $"这个 {kind.Name} 文件不完整，或末尾夹带了别的内容；请重新导出后再上传。",
                $"This {kind.Name} file is incomplete, or something else follows its end. Export it again.");
        }

        var head = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(Head, bytes.Length)));
        var others = kind == FileKind.Pdf ? 0 : head.IndexOf("%PDF-", StringComparison.Ordinal) + 1;
        return others > 0 || IsMarkup(head.Replace("<?xpacket", "", StringComparison.Ordinal)) || ZipContent.EndsAsZip(bytes)
            ? FileFinding.Not(
                $"这个 {kind.Name} 文件里还夹带了另一种文件，不能接收；请重新导出后再上传。",
                $"This {kind.Name} file is another kind of file as well and isn't taken in. Export it again.")
            : FileFinding.Of(kind);
    }

    // Each chunk leads to the next, and the last one to the file's very end.
    private static bool IsWholePng(byte[] bytes)
    {
        for (long at = PngSignature.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan((int)at));
            var type = bytes.AsSpan((int)at + 4, 4);
            if (at == PngSignature.Length && !type.SequenceEqual("IHDR"u8))
                return false;
            at += 12L + length;
            if (type.SequenceEqual("IEND"u8))
                return length == 0 && at == bytes.Length;
        }

        return false;
    }

    private static FileFinding Text(byte[] bytes, string ending)
    {
        if (Decode(bytes) is not { } text || text.Any(one => char.IsControl(one) && one is not ('\t' or '\r' or '\n')))
        {
            var names = string.Join("、", FileKind.All.Select(kind => kind.Name));
            return FileFinding.Not(
                $"只接收 {names} 文件；这个文件的内容不是其中任何一种（程序、旧版 Office 和压缩包都不接收）。",
                $"Only {string.Join(", ", FileKind.All.Select(kind => kind.Name))} files are taken in, and this content is none of them "
                    + "(neither programs nor old Office files nor archives are).");
        }

        if (IsMarkup(text) || text.AsSpan().TrimStart() is ['<', '!' or '?' or '/' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'), ..])
            return FileFinding.Not("网页、SVG 和脚本不能接收；请另存为 PDF 或图片。", "Web pages, SVG and scripts aren't taken in. Save it as PDF or as a picture.");
        return FileFinding.Of(ending == ".csv" ? FileKind.Csv : FileKind.Text);
    }

    private static bool IsMarkup(string text) => Markup.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));

    // GB18030 accepts almost anything, so UTF-8 is tried first, strictly.
    private static string? Decode(byte[] bytes)
    {
        Encoding[] encodings =
        [
            new UTF8Encoding(false, throwOnInvalidBytes: true),
            Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ];
        foreach (var encoding in encodings)
        {
            try
            {
                return encoding.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                continue;
            }
        }

        return null;
    }
}
