using CsCheck;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Spellings;
using Workflows.Personnel.Tables;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Policy.Semesters;

namespace Workflows.Personnel.Tests.Roster;

/// <summary>The sheets beside 人员: what each understands, and what each refuses by row and column.</summary>
public sealed class WorkbookTests
{
    private static readonly WrittenSheet People = new("人员",
        ["姓名*", "性别*", "教职工号", "出生日期*", "进本校年月*", "教职工类别*", "人员状态*", "最高学历*", "职称*", "是否在编"],
        [["张伟", "男", "G001", "1985-07-09", "2016-09", "专任", "在职", "本科", "一级教师", "是"]]);

    private static readonly Dictionary<string, (string[] Header, string[] Right)> Sheets = new()
    {
        ["挂职经历"] = (["姓名*", "教职工号", "起止*", "接收学校*", "学段*", "方式*", "是否完成*"], ["张伟", "G001", "2022-2023-1", "城关中学", "初中", "挂职锻炼", "是"]),
        ["职称变动"] = (["姓名*", "教职工号", "生效日期*", "职称*"], ["张伟", "G001", "2015-12", "一级教师"]),
        ["状态变动"] = (["姓名*", "教职工号", "生效日期*", "人员状态*"], ["张伟", "G001", "2016-09-01", "在职"]),
        ["兼职聘书"] = (["姓名*", "起止*", "学科", "现单位"], ["李娜", "2025-09-01~2028-08-31", "数学", "城南小学"]),
        ["学校"] = (["学校*", "学段*", "所在乡镇", "距离公里", "每学期接收名额"], ["城关中学", "初中", "凤岗街道", "2.5", "语文2;数学1"]),
        ["编制岗位"] = (["类别*", "核定数*", "生效日期*"], ["编制", "45", "2022-06-01"]),
        ["工作日志"] = (["姓名*", "日期*", "学校*", "类型*", "半天", "核实人"], ["张伟", "2026-03-05", "城关中学", "听课", "√", "教务处"]),
        ["年度投入"] = (["年度*", "核定工资总额", "培训专项经费", "继续教育经费总额", "划拨本校", "兼职经费文号", "公用经费文号"], ["2025", "309600000", "6501600", "4650000", "2929500", "沙财教〔2025〕12号", ""]),
        ["意愿与限制"] = (["姓名*", "学期", "意愿学校", "豁免原因", "固定学校"], ["张伟", "2026-2027-2", "城关中学", "", ""]),
    };

    [Theory]
    [InlineData("挂职经历", "姓名", "", "请填写姓名")]
    [InlineData("挂职经历", "起止", "", "2024-09~2029-08")]
    [InlineData("挂职经历", "起止", "一学期", "2024-09~2029-08")]
    [InlineData("挂职经历", "起止", "2023-02~2022-09", "2024-09~2029-08")]
    [InlineData("挂职经历", "起止", "2022-2024-1", "2024-09~2029-08")]
    [InlineData("挂职经历", "接收学校", "　", "请填写接收学校")]
    [InlineData("挂职经历", "学段", "", "幼儿园 小学 初中 高中 中职")]
    [InlineData("挂职经历", "学段", "完中", "幼儿园 小学 初中 高中 中职")]
    [InlineData("挂职经历", "方式", "借调", "挂职锻炼 兼任教学 支教")]
    [InlineData("挂职经历", "是否完成", "", "是 否 √ ×")]
    [InlineData("挂职经历", "是否完成", "差不多", "是 否 √ ×")]
    [InlineData("职称变动", "生效日期", "", "1985-07-09")]
    [InlineData("职称变动", "生效日期", "2015.1", "2015-01 或 2015-10")]
    [InlineData("职称变动", "职称", "", "请填写职称")]
    [InlineData("状态变动", "人员状态", "长假", "在职 借调")]
    [InlineData("状态变动", "生效日期", "2016-02-30", "1985-07-09")]
    [InlineData("兼职聘书", "起止", "2025-09-01", "2024-09~2029-08")]
    [InlineData("兼职聘书", "起止", "2025-2026-1", "2025-09-01~2028-08-31")]
    [InlineData("学校", "学校", "", "请填写学校")]
    [InlineData("学校", "学段", "九年一贯", "幼儿园 小学")]
    [InlineData("学校", "距离公里", "很近", "只写数字")]
    [InlineData("学校", "每学期接收名额", "语文", "语文2;数学1")]
    [InlineData("学校", "每学期接收名额", "语文2;语文1", "语文2;数学1")]
    [InlineData("编制岗位", "类别", "教师岗", "编制 高级岗 中级岗 初级岗")]
    [InlineData("编制岗位", "核定数", "若干", "45")]
    [InlineData("编制岗位", "生效日期", "", "1985-07-09")]
    [InlineData("工作日志", "日期", "2026-03", "2026-03-05")]
    [InlineData("工作日志", "日期", "", "1985-07-09")]
    [InlineData("工作日志", "学校", "", "请填写学校")]
    [InlineData("工作日志", "类型", "开会", "听课 调研 教研活动 指导")]
    [InlineData("工作日志", "半天", "上午", "是 否 √ ×")]
    [InlineData("年度投入", "年度", "去年", "2026")]
    [InlineData("年度投入", "核定工资总额", "三亿", "只写数字")]
    [InlineData("意愿与限制", "学期", "2026年秋", "2026-2027-1")]
    public void A_wrong_cell_is_a_fault_that_says_what_would_be_right(string sheet, string column, string cell, string right)
    {
        var workbook = Read(With(sheet, (column, cell)));
        var fault = workbook.Faults.ShouldHaveSingleItem();
        (fault.Sheet, fault.Row, fault.Column).ShouldBe((sheet, 2, column));
        fault.Remedy.Zh.ShouldContain(right);
    }

    [Fact]
    public void Every_sheet_is_understood()
    {
        var workbook = Read([.. Sheets.Select(one => Sheet(one.Key, one.Value.Right))]);
        workbook.Faults.ShouldBeEmpty();
        workbook.MissingSheets.ShouldBeEmpty();
        var placement = workbook.Placements!.Entries.Single();
        (placement.Who, placement.Span.FirstSemester, placement.IsCompleted).ShouldBe((new PersonKey("张伟", "G001"), new SemesterName(2022, 1), true));
        workbook.Titles!.Entries.Single().From.First.ShouldBe(new DateOnly(2015, 12, 1));
        (workbook.PartTime!.Entries.Single().From, workbook.PartTime.Entries.Single().Until).ShouldBe((new DateOnly(2025, 9, 1), new DateOnly(2028, 9, 1)));
        workbook.Schools!.Entries.Single().Places.ShouldBe([new("语文", 2), new("数学", 1)]);
        (workbook.Days!.Entries.Single().IsHalf, workbook.Days.Entries.Single().VerifiedBy).ShouldBe((true, "教务处"));
        (workbook.Funds!.Entries.Single().Payroll, workbook.Funds.Entries.Single().RunningCostsDocument).ShouldBe((309_600_000m, ""));
        workbook.Wishes!.Entries.Single().Semester.ShouldBe(new SemesterName(2026, 2));
    }

    [Fact]
    public void English_names_of_sheets_and_columns_are_the_same_sheet()
    {
        var workbook = Read([new WrittenSheet("Days", ["name", "date", "school", "kind", "half_day", "verified_by"], [["张伟", "2026-03-05", "城关中学", "听课", "", ""]])]);
        workbook.Faults.ShouldBeEmpty();
        workbook.Days!.Entries.Single().IsHalf.ShouldBe(false);
    }

    [Fact]
    public void Sums_titles_and_blank_rows_are_skipped_and_full_width_forms_are_the_same()
    {
        var workbook = Read([new WrittenSheet("年度投入", ["年度投入情况表"],
            [["年度*", "核定工资总额"], ["２０２５年", "３０９，６００，０００元"], ["", ""], ["2026", "31500万元"], ["合计", "624600000"]])]);
        workbook.Faults.ShouldBeEmpty();
        workbook.Funds!.Entries.Select(entry => (entry.Year, entry.Payroll)).ShouldBe([(2025, 309_600_000m), (2026, 315_000_000m)]);
    }

    [Fact]
    public void A_missing_sheet_is_named_and_an_empty_one_says_that_there_is_nothing()
    {
        var workbook = Read([new WrittenSheet("兼职聘书", Sheets["兼职聘书"].Header, [])]);
        workbook.Faults.ShouldBeEmpty();
        workbook.PartTime!.Entries.ShouldBeEmpty();
        workbook.MissingSheets.ShouldBe(["挂职经历", "职称变动", "状态变动", "学校", "编制岗位", "工作日志", "年度投入", "意愿与限制"]);
    }

    [Fact]
    public void Missing_mandatory_columns_of_every_sheet_are_said_at_once()
    {
        var read = RosterWorkbook.Read(XlsxWriter.Write([People, new("工作日志", ["姓名*", "日期*"], [["张伟", "2026-03-05"]]), new("学校", ["学校*"], [["城关中学"]])]), "a.xlsx");
        read.Value.ShouldBeNull();
        read.Faults.Select(fault => (fault.Sheet, fault.Column)).ShouldBe([("学校", "学段"), ("工作日志", "学校"), ("工作日志", "类型")]);
    }

    [Fact]
    public void Every_fault_of_every_sheet_is_said_at_once()
    {
        var workbook = Read([.. With("挂职经历", ("方式", "借调"), ("学段", "")), .. With("工作日志", ("日期", "去年"))]);
        workbook.Faults.Select(fault => (fault.Sheet, fault.Column)).ShouldBe([("挂职经历", "学段"), ("挂职经历", "方式"), ("工作日志", "日期")]);
    }

    [Fact]
    public void A_completed_stay_that_still_runs_contradicts_itself()
        => Read(With("挂职经历", ("起止", "2025-09-01~至今"))).Faults.ShouldHaveSingleItem().Column.ShouldBe("是否完成");

    [Fact]
    public void An_answered_spelling_is_read_as_the_listed_word_and_an_unanswered_one_is_named()
    {
        var file = With("挂职经历", ("学段", "完全小学"));
        Read(file).Unlisted.ShouldBe([new UnlistedWord("学段", "完全小学")]);
        var book = new SpellingBook([new SpellingAnswer { Column = "学段", Written = "完全小学", Means = "小学" }]);
        var workbook = RosterWorkbook.Read(XlsxWriter.Write([People, .. file]), "a.xlsx", book).Value.ShouldNotBeNull();
        workbook.Faults.ShouldBeEmpty();
        workbook.Placements!.Entries.Single().Stage.ShouldBe(SchoolStage.Primary);
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_it_begins_with()
    {
        var text = Gen.Char["=+-@'\"0123456789.张伟 <>&\u0001"].Array[0, 12].Select(chars => new string([.. chars, '。']));
        text.Array[1, 4].Sample(cells =>
        {
            var table = TableFile.Read(new MemoryStream(XlsxWriter.Write([new WrittenSheet("a", ["x"], [cells])])), "a.xlsx").Value.ShouldNotBeNull();
            table.Rows[1].Cells.ShouldBe(cells.Select(cell => cell.Replace("\u0001", "")));
        });
    }

    private static RosterWorkbook Read(WrittenSheet[] sheets)
        => RosterWorkbook.Read(XlsxWriter.Write([People, .. sheets]), "a.xlsx").Value.ShouldNotBeNull();

    private static WrittenSheet[] With(string sheet, params (string Column, string Cell)[] changes)
    {
        var (header, right) = Sheets[sheet];
        var row = right.ToArray();
        foreach (var (column, cell) in changes)
            row[Array.FindIndex(header, name => name.TrimEnd('*') == column)] = cell;
        return [Sheet(sheet, row)];
    }

    private static WrittenSheet Sheet(string name, string[] row) => new(name, Sheets[name].Header, [row]);
}
