using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Workflows.Personnel.Files;

/// <summary>Looks into the containers that Office and OFD files are: what they are, and whether anything is in them that doesn't belong.</summary>
internal static class ZipContent
{
    /// <summary>The most parts a file may have.</summary>
    public const int MostParts = 2_000;

    /// <summary>The most bytes a file may unpack to.</summary>
    public const long MostUnpacked = 200L * 1024 * 1024;

    /// <summary>How many times its packed size a file may unpack to, once that is more than <see cref="SmallUnpacked"/>.</summary>
    public const int HighestRatio = 100;

    /// <summary>Up to here nothing is said about the ratio: a small table of zeros packs very well.</summary>
    public const long SmallUnpacked = 10L * 1024 * 1024;

    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const string Types = "[Content_Types].xml";
    private static readonly string[] Programs =
        [".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".hta", ".lnk", ".msi", ".jar"];

    private static readonly string[] Archives = [".zip", ".rar", ".7z", ".gz", ".bz2", ".xz", ".tar", ".cab", ".docx", ".xlsx", ".pptx", ".ofd"];

    private static readonly byte[][] Foreign =
    [
        "PK\x03\x04"u8.ToArray(), "Rar!"u8.ToArray(), [0x37, 0x7A, 0xBC, 0xAF], [0x1F, 0x8B, 0x08],
        "MZ"u8.ToArray(), [0x7F, (byte)'E', (byte)'L', (byte)'F'], [0xD0, 0xCF, 0x11, 0xE0],
    ];

    /// <summary>Whether the file ends as a zip archive does, whatever it begins with.</summary>
    public static bool EndsAsZip(byte[] bytes)
    {
        for (var at = bytes.Length - EndLength; at >= 0 && at >= bytes.Length - EndLength - LongestComment; at--)
        {
            if (bytes.AsSpan(at).StartsWith("PK\x05\x06"u8)
                && BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + EndLength - 2)) == bytes.Length - at - EndLength)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the container is, or why it isn't taken in.</summary>
    public static FileFinding Inspect(byte[] bytes)
    {
        // Exactly one archive: it begins at the first byte and ends with the last one.
        if (bytes.Length < EndLength || !bytes.AsSpan(bytes.Length - EndLength).StartsWith("PK\x05\x06"u8))
            return Broken();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return Fault(archive, bytes.Length) ?? Kind(archive);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException or XmlException)
        {
            return Broken();
        }
    }

    private static FileFinding? Fault(ZipArchive archive, long packed)
    {
        if (archive.Entries.Count > MostParts)
            return TooMuch();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long unpacked = 0;
        foreach (var part in archive.Entries)
        {
            if (part.IsEncrypted || part.FullName.Contains("..", StringComparison.Ordinal) || part.FullName is ['/' or '\\', ..]
                || part.FullName.Contains(':', StringComparison.Ordinal) || !names.Add(part.FullName))
            {
                return Broken();
            }

            if (IsForeign(part))
                return Carries();
            unpacked += Unpack(part, MostUnpacked - unpacked, out var begin);
            if (unpacked > MostUnpacked || (unpacked > SmallUnpacked && unpacked / packed >= HighestRatio))
                return TooMuch();
            if (Foreign.Any(mark => begin.AsSpan().StartsWith(mark)))
                return Carries();
        }

        return null;
    }

    private static bool IsForeign(ZipArchiveEntry part)
    {
        var ending = FileNames.Ending(part.Name);
        return Programs.Contains(ending) || Archives.Contains(ending)
            || part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)
            || part.Name.StartsWith("vbaData", StringComparison.OrdinalIgnoreCase)
            || part.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            || part.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);
    }

    // What a part says of its size is only a claim, so it is unpacked, up to one byte more than is left.
    private static long Unpack(ZipArchiveEntry part, long left, out byte[] begin)
    {
        using var content = part.Open();
        var buffer = new byte[64 * 1024];
        begin = [];
        long total = 0;
        for (int read; total <= left && (read = content.Read(buffer)) > 0;)
        {
            if (begin.Length < 8)
                begin = [.. begin, .. buffer.AsSpan(0, Math.Min(read, 8))];
            total += read;
        }

        return total;
    }

    private static FileFinding Kind(ZipArchive archive)
    {
        if (archive.GetEntry(Types) is not { } types)
            return archive.GetEntry("OFD.xml") is { } ofd && RootOf(ofd) == "OFD" ? FileFinding.Of(FileKind.Ofd) : Unknown();
        var said = ContentTypes(types);
        if (said.Exists(type => type.Contains("macro", StringComparison.OrdinalIgnoreCase) || type.Contains("vba", StringComparison.OrdinalIgnoreCase)))
            return Carries();
        if (said.Contains("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
            return FileFinding.Of(FileKind.Docx);
        return said.Contains("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
            ? FileFinding.Of(FileKind.Xlsx)
            : Unknown();
    }

    private static List<string> ContentTypes(ZipArchiveEntry types)
    {
        using var reader = Reader(types);
        return [.. XDocument.Load(reader).Descendants().Attributes("ContentType").Select(type => type.Value)];
    }

    private static string RootOf(ZipArchiveEntry part)
    {
        using var reader = Reader(part);
        reader.MoveToContent();
        return reader.LocalName;
    }

    private static XmlReader Reader(ZipArchiveEntry part) => XmlReader.Create(part.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true,
    });

    private static FileFinding Broken() =>
        FileFinding.Not("文件已损坏、加了密或夹带了别的内容，打不开；请重新保存后再上传。",
            "The file is broken, encrypted or carries something else, and can't be opened. Save it again.");

    private static FileFinding Carries() =>
        FileFinding.Not("文件里有宏、嵌入的对象、程序或压缩包，不能接收；请去掉后另存，或另存为 PDF。",
            "The file holds macros, embedded objects, programs or archives and isn't taken in. Take them out, or save it as PDF.");

    private static FileFinding TooMuch() =>
        FileFinding.Not("文件展开后过大，不能接收；请拆分后再上传。", "The file unpacks to too much and isn't taken in. Split it.");

    private static FileFinding Unknown() =>
        FileFinding.Not("压缩包不能接收；请逐个上传里面的文件。", "Archives aren't taken in. Upload the files in it one by one.");
}
