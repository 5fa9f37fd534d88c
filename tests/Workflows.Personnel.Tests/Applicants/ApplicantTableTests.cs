using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Workflows.Personnel.Applicants;
using Workflows.Personnel.Tables;
using Workflows.Policy.Hiring;

namespace Workflows.Personnel.Tests.Applicants;

public sealed class ApplicantTableTests
{
    [Fact]
    public void Title_rows_blank_rows_sums_notes_and_repeated_headers_are_no_applicants()
    {
        var table = Table("""
            沙县区教师进修学校报名表,,,,
            填报单位:人事科,,,,
            序号,姓名*,出生日期,最高学历,职称
            1,张伟,1985-07-09,本科,一级教师
            2,,,,
            　,,,,
            序号,姓名*,出生日期,最高学历,职称
            3,李娜,1986-07-09,本科,一级教师
            小 计,2,,,
            ,合　计,2人,,
            制表人:王五,,,,
            ,备注:本表一式两份,,,
            """);
        table.Rows.Select(row => (row.Row, row.Record.Name)).ShouldBe([(4, "张伟"), (8, "李娜")]);
        table.SkippedRows.ShouldBe([7, 9, 10, 12]);
    }

    [Theory]
    [InlineData("姓名,出生日期,最高学历,职称,任教学段")]
    [InlineData("name,birth_date,education,title,stage")]
    [InlineData("Name,Birth Date,EDUCATION,Title,Stage")]
    [InlineData("ｎａｍｅ,出生　日期＊,最高学历（全称）,*职称,任教学段(单选)")]
    [InlineData("姓 名,\"出生\n日期\",最高学历*,职称(资格),stage")]
    public void Headers_are_found_by_their_names(string header)
    {
        var record = Table(header + "\n张伟,1985-07-09,本科,一级教师,小学\n").Rows.ShouldHaveSingleItem().Record;
        (record.Name, record.BirthDate, record.Education, record.Title, record.Stage).ShouldBe(("张伟", "1985-07-09", "本科", "一级教师", "小学"));
    }

    [Fact]
    public void Every_missing_mandatory_column_is_its_own_fault_in_one_line()
    {
        var faults = Faults("姓名,学历,现单位\n张伟,本科,一中\n");
        faults.Select(fault => (fault.Row, fault.Column)).ShouldBe([(1, "出生日期"), (1, "最高学历"), (1, "职称")]);
        faults.ShouldAllBe(fault => !fault.Line.Contains('\n') && fault.Line.StartsWith("a.csv: 第1行 “"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("姓名,出生日期,最高学历,职称\n")]
    [InlineData("姓名,出生日期,最高学历,职称\n,,,\n合计,0,,\n")]
    public void A_table_without_applicants_is_a_fault(string text) => Faults(text).ShouldHaveSingleItem().What.En.ShouldBe("the table is empty");

    [Fact]
    public void A_known_column_that_stands_there_twice_is_a_fault_and_a_bracketed_one_beside_it_a_remark()
    {
        Faults("姓名,出生日期,最高学历,职称,职 称\n张伟,,,,\n").ShouldHaveSingleItem().Column.ShouldBe("职称");
        var table = Table("姓名,出生日期,最高学历,职称(拟聘),职称\n张伟,,,高级教师,一级教师\n");
        table.Rows[0].Record.Title.ShouldBe("一级教师");
        table.UnknownColumns.ShouldBe(["职称(拟聘)"]);
    }

    [Fact]
    public void Unknown_and_nameless_columns_are_kept_as_remarks()
    {
        var table = Table("姓名,籍贯,出生日期,最高学历,职称,备注,\n张伟,福建,,,,借调教育局,党员\n");
        table.Rows[0].Record.Remarks.ShouldBe("借调教育局; 籍贯: 福建; 第7列: 党员");
        table.UnknownColumns.ShouldBe(["籍贯", "第7列"]);
    }

    [Fact]
    public void The_same_name_or_id_number_twice_is_flagged_on_both_rows()
    {
        var table = Table("姓名,出生日期,最高学历,职称,身份证号\n张 伟,,,,11010519491231002X\n张　伟,,,,11010519491231002x\n李娜,,,,\n");
        table.Rows.Select(row => string.Join(' ', row.Warnings.Select(warning => warning.Code)))
            .ShouldBe(["DuplicateName DuplicateIdNumber", "DuplicateName DuplicateIdNumber", ""]);
    }

    [Fact]
    public void The_order_of_columns_does_not_matter()
    {
        var cells = new[] { ("姓名", "张伟"), ("出生日期", "1985.1"), ("最高学历", "本科"), ("职称", "中一"), ("荣誉", "特级教师"), ("邮箱", "a@example.org") };
        var straight = Table(Csv(cells)).Rows[0].Record;
        Gen.Shuffle(cells).Sample(shuffled => Table(Csv(shuffled)).Rows[0].Record.ShouldBe(straight));

        static string Csv(IEnumerable<(string Header, string Cell)> columns)
            => string.Join(',', columns.Select(one => one.Header)) + "\n" + string.Join(',', columns.Select(one => one.Cell)) + "\n";
    }

    [Fact]
    public void The_sample_file_holds_all_verdicts()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "sample", "applicants.xlsx"));
        var table = ApplicantTable.Read(file, "applicants.xlsx").Value.ShouldNotBeNull();
        var book = PolicyFiles.PolicyFolder.Load(Path.Combine(AppContext.BaseDirectory, "workflows"));
        var terms = new HiringTerms(new DateOnly(2026, 9, 1), AgeReading.Under, ShortagePost: false, "沙县区");
        var counts = table.Rows.CountBy(row => HiringRules.Evaluate(row.Record, terms, book).Verdict).ToDictionary();
        counts.ShouldBe(new Dictionary<Verdict, int>
        {
            [Verdict.Eligible] = 11,
            [Verdict.NeedsDecision] = 3,
            [Verdict.Undecidable] = 4,
            [Verdict.Ineligible] = 4,
        }, ignoreOrder: true);
        table.Sheet.ShouldBe("报名表");
    }

    private static ApplicantTable Table(string text) => Read(text).Value.ShouldNotBeNull();

    private static ImmutableArray<TableFault> Faults(string text) => Read(text).Faults;

    private static TableOutcome<ApplicantTable> Read(string text) => ApplicantTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv");
}
