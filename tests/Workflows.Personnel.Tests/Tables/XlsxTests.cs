using Workflows.Personnel.Applicants;
using static Workflows.Personnel.Tests.Tables.Workbooks;

namespace Workflows.Personnel.Tests.Tables;

public sealed class XlsxTests
{
    [Theory]
    [InlineData("31237", 0, "31237")]
    [InlineData("31237", 1, "1985-07-09")]
    [InlineData("31237.5", 1, "1985-07-09")]
    [InlineData("29830", 2, "1981-09")]
    [InlineData("29830", 3, "1981-09")]
    [InlineData("29831", 2, "1981-09-02")]
    [InlineData("1985.1", 0, "1985.1")]
    [InlineData("1985.0699999999999", 0, "1985.07")]
    [InlineData("198507", 4, "198507")]
    public void A_number_is_what_the_cell_shows(string number, int style, string birth)
        => One(Header + $"<row r=\"2\">{Text("A2", "张伟")}{Number("B2", number, style)}</row>").Record.BirthDate.ShouldBe(birth);

    [Fact]
    public void Dates_may_count_from_1904()
    {
        var file = Of(Header + $"<row r=\"2\">{Text("A2", "张伟")}{Number("B2", "29775", 1)}</row>", "", "<workbookPr date1904=\"1\"/>");
        Read(file).Rows[0].Record.BirthDate.ShouldBe("1985-07-09");
    }

    [Fact]
    public void An_id_number_stored_as_a_number_shows_that_digits_are_lost()
        => One(Header + $"<row r=\"2\">{Text("A2", "张伟")}{Number("F2", "350427198507091000")}</row>")
            .Record.IdNumber.ShouldBe("3.50427198507091E+17");

    [Fact]
    public void A_formula_gives_its_last_value()
        => One(Header + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B9&amp;C9</f><v>张伟</v></c><c r=\"B2\"><f>1+1</f><v>31237</v></c></row>")
            .Record.ShouldSatisfyAllConditions(record => record.Name.ShouldBe("张伟"), record => record.BirthDate.ShouldBe("31237"));

    [Fact]
    public void Shared_rich_text_is_joined_without_its_phonetic_guide()
    {
        var strings = "<si><t>unused</t></si><si><r><t>张</t></r><r><t xml:space=\"preserve\"> 伟</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si>";
        var file = Of([("报名表", "visible", Header + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c></row>", "")], strings);
        Read(file).Rows[0].Record.Name.ShouldBe("张伟");
    }

    [Fact]
    public void A_line_break_that_was_escaped_is_a_line_break()
        => One(Header + $"<row r=\"2\">{Text("A2", "张伟")}{Text("E2", "一中_x000D_二中")}</row>").Record.Employer.ShouldBe("一中\r二中");

    [Fact]
    public void The_first_visible_sheet_is_read_unless_another_is_named()
    {
        var rows = (string name) => Header + $"<row r=\"2\">{Text("A2", name)}</row>";
        var file = Of([("旧", "hidden", rows("甲"), ""), ("更旧", "veryHidden", rows("乙"), ""), ("今年", "visible", rows("丙"), ""), ("备用", "visible", rows("丁"), "")]);
        Read(file).Rows[0].Record.Name.ShouldBe("丙");
        Read(file, "备用").Rows[0].Record.Name.ShouldBe("丁");
        var fault = ApplicantTable.Read(new MemoryStream(file), "a.xlsx", "明年").Faults.ShouldHaveSingleItem();
        fault.Sheet.ShouldBe("明年");
        fault.Line.ShouldContain("今年");
    }

    [Fact]
    public void Row_numbers_are_those_of_the_sheet_across_gaps_and_empty_styled_rows()
    {
        var rows = Header.Replace("1\"", "4\"") + $"<row r=\"5\"/><row r=\"6\"><c r=\"A6\" s=\"1\"/></row><row r=\"9\">{Text("A9", "张伟")}</row>";
        One(rows).Row.ShouldBe(9);
    }

    [Fact]
    public void A_value_merged_over_rows_belongs_to_each_of_them_and_makes_no_new_row()
    {
        var rows = Header + $"<row r=\"2\">{Text("A2", "张伟")}{Text("E2", "一中")}</row><row r=\"3\">{Text("A3", "李娜")}<c r=\"E3\"/></row><row r=\"4\"><c r=\"E4\"/></row>";
        var table = Read(Of(rows, "<mergeCells><mergeCell ref=\"E2:E4\"/></mergeCells>"));
        table.Rows.Select(row => (row.Row, row.Record.Name, row.Record.Employer)).ShouldBe([(2, "张伟", "一中"), (3, "李娜", "一中")]);
    }

    [Fact]
    public void A_merged_title_above_the_header_is_passed_over()
    {
        var rows = $"<row r=\"1\">{Text("A1", "姓名、职称报名表")}</row>" + Header.Replace("1\"", "2\"") + $"<row r=\"3\">{Text("A3", "张伟")}</row>";
        Read(Of(rows, "<mergeCells><mergeCell ref=\"A1:F1\"/></mergeCells>")).Rows.ShouldHaveSingleItem().Row.ShouldBe(3);
    }

    [Fact]
    public void A_damaged_or_disguised_file_is_a_fault()
    {
        byte[] whole = Of(Header + $"<row r=\"2\">{Text("A2", "张伟")}</row>");
        foreach (var bytes in new[] { whole[..(whole.Length / 2)], "PK but no zip"u8.ToArray(), "姓名,职称"u8.ToArray(), [] })
        {
            ApplicantTable.Read(new MemoryStream(bytes), "a.xlsx").Faults.ShouldHaveSingleItem().Line.ShouldContain("另存为 .xlsx");
        }
    }

    [Theory]
    [InlineData("a.xls", new byte[] { 1, 2, 3 })]
    [InlineData("a.XLS", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })]
    [InlineData("a.xlsx", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 })]
    [InlineData("a.docx", new byte[] { 1 })]
    public void An_old_or_foreign_file_is_refused_with_the_remedy(string name, byte[] bytes)
        => ApplicantTable.Read(new MemoryStream(bytes), name).Faults.ShouldHaveSingleItem().Remedy.Zh.ShouldContain("另存为 .xlsx");

    private static ApplicantRow One(string rows) => Read(Of(rows)).Rows.ShouldHaveSingleItem();

    private static ApplicantTable Read(byte[] file, string? sheet = null)
        => ApplicantTable.Read(new MemoryStream(file), "a.xlsx", sheet).Value.ShouldNotBeNull();
}
