using System.Globalization;
using CsCheck;
using Workflows.Personnel.Files;

namespace Workflows.Personnel.Tests.Files;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("证明.pdf", "证明.pdf")]
    [InlineData("C:\\Users\\林\\证明.pdf", "证明.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a／b＼c.pdf", "c.pdf")]
    [InlineData("证明\r\nSet-Cookie: x.pdf", "证明Set-Cookie_ x.pdf")]
    [InlineData("证明\u202Efdp.exe", "证明fdp.exe")]
    [InlineData("证\u200B明\uFEFF.pdf", "证明.pdf")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("  .证明.pdf. ", "证明.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("con", "_con")]
    [InlineData("LPT1.tar.pdf", "_LPT1.tar.pdf")]
    [InlineData("COM10.pdf", "COM10.pdf")]
    [InlineData("...", "file")]
    [InlineData("", "file")]
    [InlineData("e\u0301.pdf", "\u00E9.pdf")]
    public void Paths_invisible_characters_and_device_names_are_taken_out(string name, string clean) => FileNames.Clean(name).ShouldBe(clean);

    [Fact]
    public void A_long_name_keeps_its_ending() =>
        FileNames.Clean(new string('长', 300) + ".pdf").ShouldBe(new string('长', FileNames.Longest - 4) + ".pdf");

    [Fact]
    public void Whatever_comes_in_a_clean_name_is_short_visible_and_stays_clean() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf('/', '\\', '.', ' ', '\u202E', '\r', ':', '\u200F')), 0, 200].Sample(name =>
        {
            var clean = FileNames.Clean(name);
            clean.Length.ShouldBeInRange(1, FileNames.Longest + 1);
            clean.ShouldNotContain('/');
            clean.ShouldNotContain('\\');
            clean.ShouldAllBe(one => char.GetUnicodeCategory(one) != UnicodeCategory.Control && char.GetUnicodeCategory(one) != UnicodeCategory.Format);
            FileNames.Clean(clean).ShouldBe(clean);
        });
}
