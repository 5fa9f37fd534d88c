using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Workflows.Personnel.Documents;

/// <summary>
/// The measures of GB/T 9704-2012: A4, margins 37 mm above and 28 mm left, a type area of 156 by 225 mm, body in 仿宋 3号 (16 pt) on lines
/// of 28 pt, title in 小标宋 2号 (22 pt). Lengths are in twips, a twentieth of a point; font sizes in half points.
/// </summary>
internal static class OfficialLayout
{
    public const int TypeAreaWidth = 8844;
    public const int Character = 320;

    public const string Number = "PaperNumber";
    public const string Title = "PaperTitle";
    public const string Text = "PaperText";
    public const string Heading = "PaperHeading";
    public const string Cell = "PaperCell";
    public const string HeadCell = "PaperHeadCell";
    public const string Signature = "PaperSignature";
    public const string PageNumber = "PaperPageNumber";

    private const string Latin = "Times New Roman";
    private const string Body = "仿宋";
    private const string Song = "宋体";

    /// <summary>The page with its margins; page numbers stand 7 mm below the type area.</summary>
    public static IEnumerable<OpenXmlElement> Page() =>
    [
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1304, Gutter = 0 },
    ];

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = Fonts(Body), FontSize = new() { Val = "32" }, FontSizeComplexScript = new() { Val = "32" },
                Languages = new() { Val = "en-US", EastAsia = "zh-CN" },
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { SpacingBetweenLines = Lines("560") })),
        new Style
        {
            Type = StyleValues.Paragraph, StyleId = "Normal", Default = true, StyleName = new() { Val = "Normal" },
        },
        Style(Number, "公文文号", JustificationValues.Center),
        Style(Title, "公文标题", JustificationValues.Center, "方正小标宋简体", "44", Lines("700")),
        Style(Text, "公文正文", JustificationValues.Both, indent: new() { FirstLineChars = 200, FirstLine = $"{2 * Character}" }),
        Style(Heading, "公文一级标题", JustificationValues.Left, "黑体", indent: new() { FirstLineChars = 200, FirstLine = $"{2 * Character}" }),
        Style(Cell, "公文表格", JustificationValues.Center, size: "28", lines: Lines("440")),
        Style(HeadCell, "公文表头", JustificationValues.Center, "黑体", "28", Lines("440")),
        Style(Signature, "公文落款", JustificationValues.Right),
        Style(PageNumber, "公文页码", JustificationValues.Both, Song, "28", Lines("560")));

    private static Style Style(string id, string name, JustificationValues justification, string font = Body, string size = "32",
        SpacingBetweenLines? lines = null, Indentation? indent = null) => new()
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
        CustomStyle = true,
        StyleName = new() { Val = name },
        BasedOn = new() { Val = "Normal" },
        StyleParagraphProperties = new()
        {
            SpacingBetweenLines = lines, Indentation = indent, Justification = new() { Val = justification },
        },
        StyleRunProperties = new()
        {
            RunFonts = Fonts(font), FontSize = new() { Val = size }, FontSizeComplexScript = new() { Val = size },
        },
    };

    private static SpacingBetweenLines Lines(string height) =>
        new() { Before = "0", After = "0", Line = height, LineRule = LineSpacingRuleValues.Exact };

    // A page number is set in 宋体 throughout; elsewhere Latin letters and digits have a Latin font.
    private static RunFonts Fonts(string eastAsian)
    {
        var latin = eastAsian == Song ? Song : Latin;
        return new() { Ascii = latin, HighAnsi = latin, EastAsia = eastAsian, ComplexScript = Latin };
    }
}
