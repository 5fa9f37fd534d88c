using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>
/// Reads a sheet of an <c>.xlsx</c> package. It keeps what table libraries drop and the office needs: the row's number, hidden sheets, a
/// date cell that shows only a month, and long numbers that have lost digits. Formulas give their last computed value.
/// </summary>
internal static class XlsxFile
{
    private const string UsualWorkbook = "xl/workbook.xml";

    public static TableOutcome<RawTable> Read(byte[] bytes, string file, string? sheet)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return Read(new XlsxParts(archive), file, sheet);
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or ArgumentException)
        {
            return TableFile.Unreadable(file);
        }
    }

    public static ImmutableArray<string> VisibleSheets(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var parts = new XlsxParts(archive);
            var workbook = WorkbookPart(parts);
            var book = Workbook.Read(parts, workbook, parts.Targets(workbook));
            return [.. (book?.Sheets ?? []).Where(sheet => sheet.Visible).Select(sheet => sheet.Name)];
        }
        catch (Exception fault) when (fault is InvalidDataException or XmlException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    private static TableOutcome<RawTable> Read(XlsxParts parts, string file, string? sheet)
    {
        var workbook = WorkbookPart(parts);
        var targets = parts.Targets(workbook);
        var book = Workbook.Read(parts, workbook, targets);
        if (book is null) return TableFile.Unreadable(file);
        var chosen = sheet is null ? book.Sheets.FirstOrDefault(one => one.Visible) : book.Sheets.FirstOrDefault(one => one.Name == sheet);
        if (chosen is null) return NoSheet(file, sheet, book);
        var strings = SharedStrings.Read(parts, PartOf(targets, "sharedStrings"));
        var formats = DateFormats.Read(parts, PartOf(targets, "styles"));
        using var reader = parts.Open(chosen.Part);
        if (reader is null) return TableFile.Unreadable(file);
        var rows = new SheetRows(new CellText(strings, formats, book.Dates1904)).Read(reader);
        return rows is null ? TableFile.TooManyRows(file, chosen.Name) : new RawTable(file, chosen.Name, rows);
    }

    private static string WorkbookPart(XlsxParts parts)
        => parts.Targets("").Values.Where(target => target.Type == "officeDocument").Select(target => target.Part).FirstOrDefault(UsualWorkbook);

    private static string? PartOf(Dictionary<string, (string Type, string Part)> targets, string type)
        => targets.Values.Where(target => target.Type == type).Select(target => target.Part).FirstOrDefault();

    private static TableFault NoSheet(string file, string? sheet, Workbook book)
    {
        var names = string.Join(", ", book.Sheets.Select(one => one.Name));
        return sheet is null
            ? new(file, null, null, null, new("没有可见的工作表", "no visible sheet"), new("请取消隐藏一张工作表", "unhide a sheet"))
            : new(file, sheet, null, null, new("没有这张工作表", "no such sheet"), new($"现有：{names}", $"there are: {names}"));
    }
}
