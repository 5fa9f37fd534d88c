using System.Text;
using CsCheck;
using Workflows.Personnel.Files;

namespace Workflows.Personnel.Tests.Files;

/// <summary>What a file is, its content says.</summary>
public sealed class FileContentTests
{
    public static TheoryData<string, byte[], string> Taken => new()
    {
        { "a.pdf", Papers.Pdf, "application/pdf" },
        { "a.PNG", Papers.Png, "image/png" },
        { "a.jpg", Papers.Jpeg, "image/jpeg" },
        { "a.jpeg", Papers.Jpeg, "image/jpeg" },
        { "a.docx", Papers.Docx, FileKind.Docx.MediaType },
        { "a.xlsx", Papers.Xlsx, FileKind.Xlsx.MediaType },
        { "a.ofd", Papers.Ofd, "application/ofd" },
        { "a.csv", Papers.Text("姓名,年龄\r\n张伟,41\r\n"), "text/csv" },
        { "a.txt", Encoding.GetEncoding("GB18030").GetBytes("情况说明：属实。"), "text/plain" },
        { "a.txt", Papers.Text("<45周岁的有2人"), "text/plain" },
        { "a.txt", Papers.Text("\uFEFF小于 < 大于 >"), "text/plain" },
    };

    static FileContentTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [MemberData(nameof(Taken))]
    public void The_usual_papers_are_taken_in(string name, byte[] bytes, string mediaType) =>
        FileContent.Inspect(name, bytes).Kind.ShouldNotBeNull().MediaType.ShouldBe(mediaType);

    public static TheoryData<string, byte[]> MisNamed => new()
    {
        { "a.jpg", Papers.Pdf }, { "a.pdf", Papers.Png }, { "a.xlsx", Papers.Docx }, { "a.docx", Papers.Ofd }, { "a.docm", Papers.Docx },
        { "a.exe", Papers.Text("x") }, { "a.html", Papers.Text("x") }, { "a", Papers.Pdf }, { "证明.pdf.exe", Papers.Pdf },
        { "a.pdf", Papers.Text("%PDFx is no PDF") },
    };

    [Theory]
    [MemberData(nameof(MisNamed))]
    public void A_name_that_says_something_else_is_refused_with_what_it_is(string name, byte[] bytes) =>
        FileContent.Inspect(name, bytes).Fault.ShouldNotBeNull().Zh.ShouldContain("扩展名却是");

    public static TheoryData<string, string, byte[]> Foreign => new()
    {
        { "a program", "a.txt", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0] },
        { "old Office", "a.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "RAR", "a.txt", [.. "Rar!"u8, 0x1A, 7, 0] },
        { "a web page", "a.txt", Papers.Text("  <html><body>x</body></html>") },
        { "SVG", "a.txt", Papers.Text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "a tag at the beginning", "a.txt", Papers.Text("\r\n<a href=x>y</a>") },
        { "a script in text", "a.csv", Papers.Text("a,b\r\n1,<SCRIPT>alert(1)</SCRIPT>") },
        { "a bell", "a.txt", Papers.Text("a\u0007b") },
        { "nothing", "a.txt", [] },
        { "a cut PDF", "a.pdf", Papers.Pdf[..30] },
        { "a PDF behind a web page", "a.pdf", [.. "<html>"u8, .. Papers.Pdf] },
        { "a PDF that is a web page too", "a.pdf", [.. "%PDF-1.7\n<script>alert(1)</script>\n%%EOF"u8] },
        { "a PDF that is an archive too", "a.pdf", [.. Papers.Pdf, .. Papers.Docx] },
        { "a picture that is an archive too", "a.jpg", [.. Papers.Jpeg, .. Papers.Docx] },
        { "a picture that is a PDF too", "a.jpg", [.. Papers.Jpeg[..6], .. Papers.Pdf, 0xFF, 0xD9] },
        { "a PNG with something behind its end", "a.png", [.. Papers.Png, 1] },
        { "a PNG cut short", "a.png", Papers.Png[..^1] },
        { "an archive", "a.docx", Papers.Zip(("a.txt", Papers.Text("x"))) },
        { "an empty archive", "a.docx", Papers.Zip() },
        { "an archive with something behind its end", "a.docx", [.. Papers.Docx, 1] },
        { "an archive cut short", "a.docx", Papers.Docx[..^30] },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void What_is_none_of_them_or_more_than_one_is_refused(string what, string name, byte[] bytes)
    {
        var finding = FileContent.Inspect(name, bytes);
        finding.Kind.ShouldBeNull(what);
        finding.Fault.ShouldNotBeNull().En.ShouldNotBeEmpty();
    }

    public static TheoryData<string, byte[]> Smuggled => new()
    {
        { "word/vbaProject.bin", [1] },
        { "word/activeX/activeX1.xml", Papers.Text("<x/>") },
        { "xl/macrosheets/sheet1.xml", Papers.Text("<x/>") },
        { "word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { "word/embeddings/table.xlsx", Papers.Xlsx },
        { "word/media/image1.png", Papers.Docx },
        { "word/media/tool.exe", [1] },
        { "word/media/picture.png", [(byte)'M', (byte)'Z', 0x90, 0] },
        { "word/inner.zip", Papers.Zip() },
    };

    [Theory]
    [MemberData(nameof(Smuggled))]
    public void Macros_objects_programs_and_archives_inside_are_refused(string part, byte[] content) =>
        FileContent.Inspect("a.docx", Papers.DocxWith(part, content)).Fault.ShouldNotBeNull().Zh.ShouldContain("宏");

    [Fact]
    public void A_content_type_with_macros_is_refused_even_without_the_part() =>
        FileContent.Inspect("a.docx", Papers.Zip(
            ("[Content_Types].xml", Papers.Text(Papers.WordTypes.Replace("</Types>", "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"))),
            ("word/document.xml", Papers.Text("<document/>")))).Fault.ShouldNotBeNull().Zh.ShouldContain("宏");

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("/abs.xml")]
    [InlineData("C:\\evil.xml")]
    [InlineData("word/document.xml")]
    public void A_part_that_leads_outside_or_comes_twice_is_refused(string part) =>
        FileContent.Inspect("a.docx", Papers.DocxWith(part, [1])).Fault.ShouldNotBeNull();

    [Fact]
    public void Entities_of_a_content_type_list_are_not_resolved() =>
        FileContent.Inspect("a.docx", Papers.Zip(("[Content_Types].xml", Papers.Text("<!DOCTYPE t [<!ENTITY a \"b\">]><Types>&a;</Types>"))))
            .Fault.ShouldNotBeNull();

    [Fact]
    public void A_bomb_is_refused_by_what_it_unpacks_to_and_not_by_what_it_claims()
    {
        var bomb = Papers.DocxWith("word/media/big.xml", new byte[MostWithoutARatio + 1]);
        bomb.Length.ShouldBeLessThan(100_000);
        FileContent.Inspect("a.docx", bomb).Fault.ShouldNotBeNull().Zh.ShouldContain("展开后过大");
    }

    [Fact]
    public void A_file_of_too_many_parts_is_refused() =>
        FileContent.Inspect("a.docx", Papers.Zip([.. Enumerable.Range(0, 2001).Select(i => ($"p{i}.xml", Array.Empty<byte>()))]))
            .Fault.ShouldNotBeNull().Zh.ShouldContain("展开后过大");

    [Fact]
    public void A_damaged_container_is_a_refusal_and_never_a_crash() =>
        Gen.Select(Gen.Int[0, Papers.Docx.Length - 1], Gen.Byte).Sample((at, value) =>
        {
            byte[] damaged = [.. Papers.Docx];
            damaged[at] = value;
            var finding = FileContent.Inspect("a.docx", damaged);
            (finding.Kind is null).ShouldBe(finding.Fault is not null);
        });

    [Fact]
    public void Any_bytes_get_an_answer() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var finding = FileContent.Inspect("a.txt", bytes);
            (finding.Kind is null).ShouldBe(finding.Fault is not null);
        });

    private const int MostWithoutARatio = 10 * 1024 * 1024;
}
