using System.Text;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Tests.Tables;

public sealed class CsvQuoteTests
{
    [Theory]
    [InlineData("姓名\n\"甲\n乙\",丙,\"丁\n", 3)]
    [InlineData("\"甲\r\n乙\r丙\n\",\"丁", 4)]
    [InlineData("姓名\n甲\"乙,\"丙\"丁,\"戊\n己\n", 2)]
    [InlineData("\"甲\u2028乙\u0085丙\f\",\"", 1)]
    [InlineData("\"", 1)]
    [InlineData("\"甲\"\"", 1)]
    public void A_quote_that_nothing_closes_names_the_line_it_stands_on_whatever_else_is_odd_in_its_record(string text, int line)
    {
        var fault = Read(text).Faults.ShouldHaveSingleItem();
        (fault.Row, fault.What.En).ShouldBe((line, "a quote is never closed"));
    }

    [Theory]
    [InlineData("甲\"乙,丙", "甲\"乙|丙")]
    [InlineData("\"甲\"乙,丙", "甲乙|丙")]
    [InlineData("\"甲\"\"\",丙", "甲\"|丙")]
    [InlineData("甲,\"\"", "甲|")]
    [InlineData("sep=;,甲;乙", "sep=;|甲;乙")]
    [InlineData("#甲, 乙 ", "#甲| 乙 ")]
    public void Stray_quotes_and_other_marks_are_ordinary_characters(string text, string cells)
        => string.Join('|', Read(text).Value.ShouldNotBeNull().Rows.ShouldHaveSingleItem().Cells).ShouldBe(cells);

    [Fact]
    public void More_rows_than_the_limit_are_refused()
    {
        Read(string.Concat(Enumerable.Repeat("甲\n", 250_000))).Value.ShouldNotBeNull().Rows.Count.ShouldBe(250_000);
        Read(string.Concat(Enumerable.Repeat("甲\n", 250_001))).Faults.ShouldHaveSingleItem().What.En.ShouldBe("more than 250000 rows");
    }

    private static TableOutcome<RawTable> Read(string text) => TableFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv");
}
