using MiniExcelLibs;
using Workflows.Personnel.Applicants;

namespace Workflows.Personnel.Tests.Tables;

public sealed class ForeignWriterTests
{
    [Fact]
    public void A_workbook_written_by_a_library_is_read()
    {
        using var file = new MemoryStream();
        var rows = new[]
        {
            new Dictionary<string, object?>
            {
                ["姓名"] = "张 伟",
                ["出生日期"] = new DateTime(1985, 7, 9),
                ["最高学历"] = "本科",
                ["职称"] = null,
                ["手机号"] = 13800000001,
            },
        };
        file.SaveAs(rows);
        file.Position = 0;
        var record = ApplicantTable.Read(file, "a.xlsx").Value.ShouldNotBeNull().Rows.ShouldHaveSingleItem().Record;
        (record.Name, record.BirthDate, record.Title, record.Phone).ShouldBe(("张伟", "1985-07-09", "", "13800000001"));
    }
}
