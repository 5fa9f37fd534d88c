using System.IO.Compression;
using System.Security;
using System.Text;

namespace Workflows.Personnel.Tests.Tables;

/// <summary>Builds small <c>.xlsx</c> packages from the markup that spreadsheet programs write.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>A style that shows a day (1), only a month (2), and Chinese Excel's own month format (3).</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/><xf numFmtId="49"/></cellXfs></styleSheet>
        """;

    public const string Header = "<row r=\"1\">" + HeaderCells + "</row>";

    private const string HeaderCells =
        "<c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>出生日期</t></is></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><t>最高学历</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>职称</t></is></c>"
        + "<c r=\"E1\" t=\"inlineStr\"><is><t>现单位</t></is></c><c r=\"F1\" t=\"inlineStr\"><is><t>身份证号</t></is></c>";

    public static string Text(string place, string text)
        => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(string place, string number, int style = 0) => $"<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>";

    /// <summary>A workbook with one visible sheet.</summary>
    public static byte[] Of(string rows, string afterRows = "", string workbookProperties = "")
        => Of([("报名表", "visible", rows, afterRows)], "", workbookProperties);

    public static byte[] Of((string Name, string State, string Rows, string AfterRows)[] sheets, string sharedStrings = "", string properties = "")
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "_rels/.rels", Relations("<Relationship Id=\"r\" Type=\"" + Office + "/officeDocument\" Target=\"/xl/workbook.xml\"/>"));
            var list = string.Concat(sheets.Select((sheet, n) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{n + 1}\" state=\"{sheet.State}\" r:id=\"s{n}\"/>"));
            Write(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{properties}<sheets>{list}</sheets></workbook>");
            var targets = string.Concat(sheets.Select((_, n) =>
                $"<Relationship Id=\"s{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"));
            Write(archive, "xl/_rels/workbook.xml.rels", Relations(
                targets + $"<Relationship Id=\"y\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/>"));
            Write(archive, "xl/styles.xml", Styles);
            Write(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{sharedStrings}</sst>");
            for (var n = 0; n < sheets.Length; n++)
            {
                Write(archive, $"xl/worksheets/sheet{n}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[n].Rows}</sheetData>{sheets[n].AfterRows}</worksheet>");
            }
        }
        return file.ToArray();
    }

    private static string Relations(string content) => $"<Relationships xmlns=\"{Package}\">{content}</Relationships>";

    private static void Write(ZipArchive archive, string name, string content)
    {
        using var part = archive.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }
}
