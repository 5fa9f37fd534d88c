using System.Collections.Immutable;
using Workflows.Personnel.Tables.Csv;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy;

namespace Workflows.Personnel.Tables;

/// <summary>Reads the rows of an <c>.xlsx</c> or <c>.csv</c> file. What can't be read is a fault, never an exception.</summary>
public static class TableFile
{
    private static readonly byte[] ZipMark = "PK"u8.ToArray();
    private static readonly byte[] OldExcelMark = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads the first visible sheet, or the named one.</summary>
    /// <param name="content">The file's content; read to its end, not closed.</param>
    /// <param name="fileName">The name, whose ending tells the format and which faults give.</param>
    /// <param name="sheet">The sheet to read; null for the first visible one. A text file has none.</param>
    public static TableOutcome<RawTable> Read(Stream content, string fileName, string? sheet = null)
    {
        var file = Path.GetFileName(fileName);
        var bytes = ReadLimited(content);
        if (bytes is null) return Fault(file, new("文件超过20 MB", "larger than 20 MB"), new("请只保留报名表", "keep only the table"));
        var extension = Path.GetExtension(file).ToLowerInvariant();
        if (extension == ".xls" || StartsWith(bytes, OldExcelMark))
        {
            return Fault(
                file,
                new("是旧版Excel文件(.xls)或加密文件", "an old (.xls) or encrypted Excel file"),
                new("请另存为 .xlsx", "save it as .xlsx without a password"));
        }
        return extension switch
        {
            ".xlsx" when StartsWith(bytes, ZipMark) => XlsxFile.Read(bytes, file, sheet),
            ".xlsx" => Unreadable(file),
            ".csv" when !StartsWith(bytes, ZipMark) => CsvFile.Read(bytes, file),
            _ => Fault(
                file,
                new("不是 .xlsx 或 .csv 文件", "neither an .xlsx nor a .csv file"),
                new("请另存为 .xlsx", "save it as .xlsx")),
        };
    }

    /// <summary>The names of the visible sheets in the order of their tabs; none for a text file or one that can't be read.</summary>
    /// <param name="content">The file.</param>
    /// <param name="fileName">The name, whose ending tells the format.</param>
    public static ImmutableArray<string> VisibleSheets(byte[] content, string fileName)
        => content.Length <= TableLimits.FileBytes
            && StartsWith(content, ZipMark)
            && Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? XlsxFile.VisibleSheets(content)
            : [];

    internal static TableFault Unreadable(string file)
        => Fault(
            file,
            new("文件无法读取，可能已损坏", "can't be read, perhaps damaged"),
            new("请用Excel打开并另存为 .xlsx", "open it in Excel and save it as .xlsx"));

    internal static TableFault TooManyRows(string file, string? sheet)
        => new(
            file,
            sheet,
            null,
            null,
            new($"超过{TableLimits.Rows}行", $"more than {TableLimits.Rows} rows"),
            new("请拆分文件", "split the file"));

    private static TableFault Fault(string file, Bilingual what, Bilingual remedy) => new(file, null, null, null, what, remedy);

    private static byte[]? ReadLimited(Stream content)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = content.Read(buffer)) > 0)
        {
            if (copy.Length + read > TableLimits.FileBytes) return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    private static bool StartsWith(byte[] bytes, byte[] mark) => bytes.AsSpan().StartsWith(mark);
}
