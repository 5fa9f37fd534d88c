using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Book = DocumentFormat.OpenXml.Spreadsheet.Workbook;

namespace Workflows.Personnel.Tables.Xlsx;

/// <summary>
/// Writes tables as an <c>.xlsx</c> workbook. Every cell is text, whatever it begins with: nothing that somebody typed is ever a formula, no long
/// number loses digits, no <c>2016-09</c> becomes a date.
/// </summary>
public static class XlsxWriter
{
    /// <summary>The media type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint TextStyle = 1;
    private const uint HeaderStyle = 2;
    private const uint TextFormat = 49;
    private const double ColumnWidth = 16;

    /// <summary>Writes a workbook of several sheets.</summary>
    /// <param name="sheets">The sheets, in the order of their tabs.</param>
    public static byte[] Write(IReadOnlyList<WrittenSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var tabs = new Sheets();
            foreach (var (number, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                Write(part, sheet);
                tabs.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)number + 1, Name = sheet.Name });
            }
            workbook.Workbook = new Book(tabs);
        }
        return file.ToArray();
    }

    // Row by row and not as a tree: a district's ledger has hundreds of thousands of cells.
    private static void Write(WorksheetPart part, WrittenSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(new Column { Min = 1, Max = (uint)Math.Max(1, sheet.Header.Count), Width = ColumnWidth, CustomWidth = true, Style = TextStyle }));
        writer.WriteStartElement(new SheetData());
        Row(writer, sheet.Header, HeaderStyle);
        foreach (var row in sheet.Rows) Row(writer, row, TextStyle);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Row(OpenXmlWriter writer, IReadOnlyList<string> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell.Length == 0 ? new Cell { StyleIndex = style } : new Cell(new InlineString(new Text(Readable(cell)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = CellValues.InlineString, StyleIndex = style,
            });
        }
        writer.WriteEndElement();
    }

    // Control characters that XML can't hold would make the whole file unreadable.
    private static string Readable(string cell) => string.Concat(cell.Where(c => c >= ' ' || c is '\t' or '\n' or '\r'));

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, QuotePrefix = true, FontId = 1, ApplyFont = true }));
}

/// <summary>A table to be written.</summary>
/// <param name="Name">The tab's name.</param>
/// <param name="Header">The header row.</param>
/// <param name="Rows">The rows below it; each has a cell for each column.</param>
public sealed record WrittenSheet(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A workbook to be handed out.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">The <c>.xlsx</c>.</param>
public sealed record WrittenWorkbook(string Name, byte[] Content);
