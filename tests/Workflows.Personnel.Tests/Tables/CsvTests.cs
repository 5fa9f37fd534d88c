using System.Text;
using CsCheck;
using Workflows.Personnel.Applicants;
using Workflows.Personnel.Tables;

namespace Workflows.Personnel.Tests.Tables;

public sealed class CsvTests
{
    private const string Header = "姓名,出生日期,最高学历,职称\n";

    static CsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "GB18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_is_found(string name)
    {
        var text = Header + "张伟䶮,1985-07-09,本科（函授）,一级教师\n";
        var bytes = name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "GB18030" => Encoding.GetEncoding("GB18030").GetBytes(text),
            _ => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
        };
        var record = Read(bytes).Value.ShouldNotBeNull().Rows.ShouldHaveSingleItem().Record;
        (record.Name, record.Education).ShouldBe(("张伟䶮", "本科（函授）"));
    }

    [Fact]
    public void A_record_has_the_number_of_the_line_it_begins_on()
    {
        var rows = Table(Header + "甲,,,\r\n\r\n,,,\r\n\"乙\",\"1985\n-07\",\"a,\"\"b\"\"\",\n丙\n").Rows;
        rows.Select(row => (row.Row, row.Record.Name)).ShouldBe([(2, "甲"), (5, "乙"), (7, "丙")]);
        rows[1].Record.Education.ShouldBe("a,\"b\"");
    }

    [Fact]
    public void Lines_may_end_as_on_any_system_and_the_last_one_without_an_end()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            Table(("姓名,出生日期,最高学历,职称\n甲\n乙").Replace("\n", end)).Rows.Select(row => row.Row).ShouldBe([2, 3]);
        }
    }

    [Fact]
    public void A_quote_that_nothing_closes_names_its_line()
        => Read(Encoding.UTF8.GetBytes(Header + "甲,,,\n\"乙,,,\n丙,,,\n")).Faults.ShouldHaveSingleItem().Row.ShouldBe(3);

    [Fact]
    public void A_file_that_is_no_text_is_a_fault()
        => Read([0xFF, 0xFE, 0x00, 0x01, 0x00]).Faults.ShouldHaveSingleItem().What.En.ShouldContain("can't be read");

    [Fact]
    public void What_is_written_in_quotes_is_read_back()
        => Gen.String.Where(text => !text.Contains('\0') && !text.Any(char.IsSurrogate) && !text.Contains('\uFEFF')).Sample(text =>
        {
            var file = Encoding.UTF8.GetBytes($"x,\"{text.Replace("\"", "\"\"")}\"");
            TableFile.Read(new MemoryStream(file), "a.csv").Value.ShouldNotBeNull().Rows[0].Cells[1].ShouldBe(text);
        });

    [Fact]
    public void No_bytes_at_all_make_the_reader_throw()
        => Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            foreach (var name in new[] { "a.csv", "a.xlsx", "a.xls" })
            {
                var outcome = ApplicantTable.Read(new MemoryStream(bytes), name);
                (outcome.Value is null).ShouldBe(outcome.Faults.Length > 0);
            }
        });

    private static TableOutcome<ApplicantTable> Read(byte[] bytes) => ApplicantTable.Read(new MemoryStream(bytes), "a.csv");

    private static ApplicantTable Table(string text) => Read(Encoding.UTF8.GetBytes(text)).Value.ShouldNotBeNull();
}
