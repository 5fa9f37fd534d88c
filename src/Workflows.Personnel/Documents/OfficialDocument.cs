using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Personnel.Documents;

/// <summary>Writes official papers as Word files in the layout of GB/T 9704-2012 (党政机关公文格式).</summary>
public static class OfficialDocument
{
    /// <summary>The media type of a Word file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file, byte for byte.</summary>
    public static byte[] Write(OfficialPaper paper)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = OfficialLayout.Styles();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new EvenAndOddHeaders());
            main.AddNewPart<FooterPart>("odd").Footer = PageNumber(isOdd: true);
            main.AddNewPart<FooterPart>("even").Footer = PageNumber(isOdd: false);
            main.Document = new Document(new Body([.. Content(paper), Section()]));
            file.PackageProperties.Title = Printable(string.Concat(paper.Title));
            file.PackageProperties.Creator = Printable(paper.Issuer);
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(OfficialPaper paper)
    {
        yield return Paragraph(OfficialLayout.Number, paper.PrintedNumber);
        yield return Paragraph(OfficialLayout.Number, "");
        foreach (var line in paper.Title)
            yield return Paragraph(OfficialLayout.Title, line);
        yield return Paragraph(OfficialLayout.Number, "");
        foreach (var text in paper.Opening)
            yield return Paragraph(OfficialLayout.Text, text);
        if (paper.Table is { } table)
            yield return Table(table);
        foreach (var section in paper.Sections)
        {
            yield return Paragraph(OfficialLayout.Heading, section.Heading, keepNext: true);
            foreach (var text in section.Paragraphs)
                yield return Paragraph(OfficialLayout.Text, text);
            if (section.Table is { } own)
                yield return Table(own);
        }

        foreach (var (text, index) in paper.Closing.Select((text, index) => (text, index)))
            yield return Paragraph(OfficialLayout.Text, text, keepNext: index == paper.Closing.Count - 1);
        foreach (var line in Signature(paper))
            yield return line;
    }

    // Under a seal the date stands four characters from the right and the issuer is centred above it (GB/T 9704-2012, 7.3.5.1). Neither
    // may stand alone on a page, so they hold on to the last paragraph.
    private static IEnumerable<Paragraph> Signature(OfficialPaper paper)
    {
        const int fromTheRight = 4 * OfficialLayout.Character;
        var date = OfficialPaper.Written(paper.IssuedOn);
        var issuerFromTheRight = Math.Max(0, fromTheRight + ((Width(date) - Width(paper.Issuer)) / 2));
        yield return Paragraph(OfficialLayout.Text, "", keepNext: true);
        yield return Paragraph(OfficialLayout.Signature, paper.Issuer, keepNext: true, new() { Right = $"{issuerFromTheRight}" });
        yield return Paragraph(OfficialLayout.Signature, date, indent: new() { Right = $"{fromTheRight}" });
    }

    // Chinese characters are a square, digits and Latin letters about half of one.
    private static int Width(string text) => text.Sum(one => one < 0x100 ? OfficialLayout.Character / 2 : OfficialLayout.Character);

    private static Table Table(PaperTable table)
    {
        var widths = table.Columns.Select(column => OfficialLayout.TypeAreaWidth * column.Share / 100).ToList();
        return new Table(
        [
            new TableProperties
            {
                TableWidth = new() { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                TableJustification = new() { Val = TableRowAlignmentValues.Center },
                TableBorders = new(
                    Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(),
                    Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                TableLayout = new() { Type = TableLayoutValues.Fixed },
            },
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })),
            // The heading is repeated on every page, and no row is torn in two.
            Row(OfficialLayout.HeadCell, table.Columns.Select(column => column.Name), widths, new CantSplit(), new TableHeader()),
            .. table.Rows.Select(row => Row(OfficialLayout.Cell, row, widths, new CantSplit())),
        ]);
    }

    private static TableRow Row(string style, IEnumerable<string> cells, List<int> widths, params OpenXmlElement[] properties) => new(
    [
        new TableRowProperties(properties),
        .. cells.Zip(widths, (text, width) => new TableCell(
            new TableCellProperties
            {
                TableCellWidth = new() { Width = $"{width}", Type = TableWidthUnitValues.Dxa },
                TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center },
            },
            Paragraph(style, text))),
    ]);

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

    private static Paragraph Paragraph(string style, string text, bool keepNext = false, Indentation? indent = null) => new(
        new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = style }, KeepNext = keepNext ? new() : null, Indentation = indent,
        },
        new Run(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }));

    // Odd pages have their number on the right, even ones on the left, one character in (GB/T 9704-2012, 7.5).
    private static Footer PageNumber(bool isOdd) => new(new Paragraph(
        new ParagraphProperties
        {
            ParagraphStyleId = new() { Val = OfficialLayout.PageNumber },
            Indentation = isOdd ? new() { Right = "280" } : new() { Left = "280" },
            Justification = new() { Val = isOdd ? JustificationValues.Right : JustificationValues.Left },
        },
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    private static SectionProperties Section() => new(
    [
        new FooterReference { Type = HeaderFooterValues.Default, Id = "odd" },
        new FooterReference { Type = HeaderFooterValues.Even, Id = "even" },
        .. OfficialLayout.Page(),
    ]);

    // What an applicants' file brought along may hold characters that XML can't.
    private static string Printable(string text) => string.Concat(text.EnumerateRunes()
        .Where(one => one.Value is '\t' || (one.Value >= ' ' && one.Value is not (0xFFFE or 0xFFFF) && !Rune.IsControl(one))));
}
