using System.Globalization;
using CsCheck;
using Workflows.Worker.Commands;

namespace Workflows.Worker.Tests.Commands;

/// <summary>What a spreadsheet makes of the program's comma-separated text.</summary>
public sealed class CsvLineTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u3000＝1", "'\u3000＝1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠A1", "'＠A1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("-", "'-")]
    [InlineData("-5x", "'-5x")]
    [InlineData("-5\n", "\"'-5\n\"")]
    public void A_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string cell, string written) =>
        CsvLine.Of([cell]).ShouldBe(written + "\r\n");

    [Theory]
    [InlineData("-5")]
    [InlineData("+3.25")]
    [InlineData("-0.5")]
    [InlineData("1985-07-09")]
    [InlineData("张伟")]
    [InlineData("一级教师")]
    [InlineData("a=b")]
    [InlineData("zhang@example.org")]
    [InlineData("")]
    public void Numbers_dates_and_ordinary_words_stay_as_they_are(string cell) => CsvLine.Of([cell]).ShouldBe(cell + "\r\n");

    [Fact]
    public void A_plain_number_comes_back_as_the_same_number() =>
        Gen.Decimal[-100_000, 100_000].Sample(number =>
        {
            var text = number.ToString(CultureInfo.InvariantCulture);
            CsvLine.Of([text]).ShouldBe(text + "\r\n");
        });

    [Fact]
    public void A_semicolon_or_a_tab_begins_no_cell_of_its_own() => CsvLine.Of(["a;=1+1", "b\t=1"]).ShouldBe("\"a;=1+1\",\"b\t=1\"\r\n");

    [Fact]
    public void Whatever_a_cell_says_it_breaks_no_record_and_runs_nowhere() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf('=', '+', '-', '@', '＝', '\t', '\r', '\n', '"', ',', ' ', '\u3000', '1')), 0, 12].Sample(text =>
        {
            var line = CsvLine.Of([text, "end"]);
            line.ShouldEndWith(",end\r\n");
            var cell = line[0] == '"' ? line[1..^7].Replace("\"\"", "\"", StringComparison.Ordinal) : line[..^6];
            cell.ShouldBeOneOf(text, "'" + text);
            var isNumber = decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
            if (!isNumber)
                (cell.TrimStart() is [var first, ..] ? first : 'x').ShouldNotBeOneOf('=', '+', '-', '@', '＝', '＋', '－', '＠');
            (cell is ['\t' or '\r', ..]).ShouldBeFalse();
        });
}
