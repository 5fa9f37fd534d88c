using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Workflows.Personnel.Tests.Files;

/// <summary>Files of each kind, as small as they can be, and archives part by part.</summary>
internal static class Papers
{
    public const string WordTypes = """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
        """;

    public const string ExcelTypes = """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
        """;

    public static byte[] Pdf { get; } = Encoding.Latin1.GetBytes("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xD9];

    public static byte[] Png { get; } = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", [])];

    public static byte[] Docx { get; } = Zip(("[Content_Types].xml", Text(WordTypes)), ("word/document.xml", Text("<document/>")));

    public static byte[] Xlsx { get; } = Zip(("[Content_Types].xml", Text(ExcelTypes)), ("xl/workbook.xml", Text("<workbook/>")));

    public static byte[] Ofd { get; } = Zip(("OFD.xml", Text("<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")), ("Doc_0/Document.xml", Text("<x/>")));

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A Word file with one more part.</summary>
    public static byte[] DocxWith(string name, byte[] content) =>
        Zip(("[Content_Types].xml", Text(WordTypes)), ("word/document.xml", Text("<document/>")), (name, content));

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
    }
}
