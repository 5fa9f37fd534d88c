using System.IO.Compression;
using System.Text;
using CsCheck;
using Workflows.Personnel.Tables;
using static Workflows.Personnel.Tests.Tables.Workbooks;

namespace Workflows.Personnel.Tests.Tables;

/// <summary>Packages as other programs write them, and as nobody should.</summary>
public sealed class XlsxPackageTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string SheetRelations = "xl/worksheets/_rels/sheet0.xml.rels";

    [Theory]
    [InlineData("")]
    [InlineData("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")]
    [InlineData("<Override PartName=\"/xl/drawings/drawing1.xml\" ContentType=\"application/xml\"/>")]
    public void A_package_is_read_whatever_it_says_of_its_content_types(string types)
        => Names(With("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\">{types}</Types>")).ShouldBe(["张伟"]);

    [Theory]
    [InlineData("drawing", "../drawings/drawing1.xml", "Internal")]
    [InlineData("image", "NULL", "Internal")]
    [InlineData("printerSettings", "../printerSettings/printerSettings1.bin", "Internal")]
    [InlineData("hyperlink", "http://[bad", "External")]
    [InlineData("hyperlink", "mailto:a@@example.org, b@example.org", "External")]
    public void A_sheet_is_read_though_what_it_points_to_is_missing_or_malformed(string type, string target, string mode)
    {
        var relation = $"<Relationship Id=\"x\" Type=\"{Office}/{type}\" Target=\"{target}\" TargetMode=\"{mode}\"/>";
        Names(With(SheetRelations, $"<Relationships xmlns=\"{Package}/relationships\">{relation}</Relationships>")).ShouldBe(["张伟"]);
    }

    [Fact]
    public void The_strict_dialect_is_read()
    {
        var strict = Rewritten(One(), text => text
            .Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .Replace(Office, "http://purl.oclc.org/ooxml/officeDocument/relationships"));
        Names(strict).ShouldBe(["张伟"]);
    }

    [Theory]
    [InlineData("<is><t>张<!-- 备注 -->伟</t></is>")]
    [InlineData("<is><t>张<![CDATA[伟]]></t></is>")]
    [InlineData("<is><t>张<?mark?>伟</t></is>")]
    public void No_markup_inside_a_text_cuts_it_short(string content)
        => Names(Of($"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\">{content}</c></row>")).ShouldBe(["张伟"]);

    [Fact]
    public void A_package_with_a_document_type_is_refused()
    {
        var file = Rewritten(One(), text => text.Replace("<worksheet ", "<!DOCTYPE worksheet [<!ENTITY a \"张\">]><worksheet "));
        Fault(file).ShouldContain("can't be read");
    }

    [Fact]
    public void A_part_that_unpacks_beyond_the_limit_is_refused()
    {
        var blanks = Encoding.UTF8.GetBytes(new string(' ', (1 << 20) - 4) + "<x/>");
        using var file = new MemoryStream();
        file.Write(One());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("xl/sharedStrings.xml")!.Delete();
            using var part = archive.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            part.Write("<sst>"u8);
            for (var n = 0; n <= 200; n++) part.Write(blanks);
            part.Write("</sst>"u8);
        }
        Fault(file.ToArray()).ShouldContain("can't be read");
    }

    [Fact]
    public void A_cell_that_holds_more_than_any_spreadsheet_takes_is_refused()
    {
        Names(Of($"<row r=\"1\">{Text("A1", new string('张', 32_767))}</row>")).ShouldHaveSingleItem().Length.ShouldBe(32_767);
        foreach (var cell in new[] { Text("A1", new string('张', 32_768)), $"<c r=\"A1\"><v>{new string('1', 32_768)}</v></c>" })
            Fault(Of($"<row r=\"1\">{cell}</row>")).ShouldContain("can't be read");
    }

    [Fact]
    public void Merges_over_each_other_without_end_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));
        var merges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"B1:B20000\"/>", 20_000));
        Fault(Of(rows, $"<mergeCells>{merges}</mergeCells>")).ShouldContain("can't be read");
    }

    [Fact]
    public void More_rows_than_the_limit_are_refused()
    {
        Names(Rows(250_000)).Count.ShouldBe(250_000);
        Fault(Rows(250_001)).ShouldContain("more than 250000 rows");

        static byte[] Rows(int count)
            => Of(string.Concat(Enumerable.Range(1, count).Select(row => $"<row r=\"{row}\">{Number($"A{row}", "1")}</row>")));
    }

    [Fact]
    public void No_damage_makes_the_reader_throw()
    {
        var whole = Stored(One());
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 3].Sample(damage =>
        {
            var file = whole.ToArray();
            foreach (var (place, value) in damage) file[place] = value;
            var outcome = TableFile.Read(new MemoryStream(file), "a.xlsx");
            (outcome.Value is null).ShouldBe(outcome.Faults.Length > 0);
        });
    }

    private static byte[] One() => Of($"<row r=\"1\">{Text("A1", "张伟")}</row>");

    private static IReadOnlyList<string> Names(byte[] file)
        => [.. TableFile.Read(new MemoryStream(file), "a.xlsx").Value.ShouldNotBeNull().Rows.Select(row => row.Cell(0))];

    private static string Fault(byte[] file) => TableFile.Read(new MemoryStream(file), "a.xlsx").Faults.ShouldHaveSingleItem().What.En;

    private static byte[] With(string part, string content)
    {
        using var file = new MemoryStream();
        file.Write(One());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(part).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
        return file.ToArray();
    }

    /// <summary>Uncompressed, so that damage reaches the markup and not only the compression.</summary>
    private static byte[] Stored(byte[] file) => Rewritten(file, text => text);

    private static byte[] Rewritten(byte[] file, Func<string, string> change)
    {
        using var rewritten = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file)))
        using (var archive = new ZipArchive(rewritten, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in source.Entries)
            {
                using var reader = new StreamReader(part.Open());
                using var entry = archive.CreateEntry(part.FullName, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(change(reader.ReadToEnd())));
            }
        }
        return rewritten.ToArray();
    }
}
