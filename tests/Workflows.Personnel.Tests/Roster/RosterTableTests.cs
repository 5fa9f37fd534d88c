using System.Text;
using CsCheck;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Roster;
using Workflows.Personnel.Staff;
using Workflows.Policy.Dates;

namespace Workflows.Personnel.Tests.Roster;

public sealed class RosterTableTests
{
    private static readonly (string Column, string Cell)[] Zhang =
    [
        ("姓名", "张伟"), ("性别", "男"), ("教职工号", "G001"), ("出生日期", "1985-07-09"), ("进本校年月", "2016-09"), ("教职工类别", "专任"),
        ("人员状态", "在职"), ("最高学历", "本科"), ("职称", "一级教师"), ("是否在编", "是"), ("岗位等级", "专业技术九级"),
    ];

    [Fact]
    public void The_sample_workbook_has_no_fault_and_no_question()
    {
        var workbook = Sample();
        workbook.Faults.ShouldBeEmpty();
        workbook.People.Questions.ShouldBeEmpty();
        workbook.People.UnknownColumns.ShouldBeEmpty();
        workbook.NotRead.ShouldBeEmpty();
        workbook.MissingSheets.ShouldBeEmpty();
        workbook.Others.Count().ShouldBe(9);
    }

    [Fact]
    public void The_sample_college_keeps_the_shares_that_the_policy_asks_for()
    {
        var staff = Sample().People.Entries;
        var active = staff.Where(one => one.Status is not (StaffStatus.Retired or StaffStatus.TransferredOut or StaffStatus.OnLoan)
            && one.Category is not StaffCategory.Substitute).ToList();
        var teachers = active.Where(one => one.Category is StaffCategory.FullTimeTeacher).ToList();
        (staff.Length, active.Count, teachers.Count).ShouldBe((47, 39, 34));
        (teachers.Count * 100).ShouldBeGreaterThanOrEqualTo(active.Count * 85, "R04");
        var book = PolicyFiles.PolicyFolder.Load(Path.Combine(AppContext.BaseDirectory, "workflows"));
        var levels = teachers.Select(one => book.Titles.Read(one.Title, one.SchoolStage).Level.ShouldNotBeNull()).ToList();
        (levels.Count(level => level >= Policy.Titles.TitleLevel.Intermediate) * 100).ShouldBeGreaterThanOrEqualTo(teachers.Count * 90, "R02");
        (levels.Count(level => level >= Policy.Titles.TitleLevel.Senior) * 100).ShouldBeGreaterThanOrEqualTo(teachers.Count * 50, "R03");
        (teachers.Count(one => book.Education.Read(one.Education).Level >= Policy.Education.EducationLevel.Bachelor) * 100)
            .ShouldBeGreaterThanOrEqualTo(teachers.Count * 90, "R15");
    }

    [Fact]
    public void A_row_is_understood()
    {
        var entry = Entry(Zhang);
        (entry.Row, entry.Name, entry.Gender, entry.StaffNumber).ShouldBe((2, "张伟", "男", "G001"));
        (entry.Category, entry.Status, entry.OnEstablishment).ShouldBe((StaffCategory.FullTimeTeacher, StaffStatus.Active, true));
        (entry.PostLevel, entry.BirthDate).ShouldBe((PostLevel.Intermediate, new DateOnly(1985, 7, 9)));
        (entry.From, entry.Until).ShouldBe((new DateOnly(2016, 9, 1), null));
    }

    [Theory]
    [InlineData("人员状态", "长假", "在职 借调 挂职 病假 产假 退休 调出")]
    [InlineData("人员状态", "", "在职 借调 挂职 病假 产假 退休 调出")]
    [InlineData("教职工类别", "教师", "专任 行政 教辅 工勤 代课 兼职")]
    [InlineData("教职工类别", "　", "专任 行政 教辅 工勤 代课 兼职")]
    [InlineData("性别", "先生", "男 女")]
    [InlineData("是否在编", "可能", "是 否 √ ×")]
    [InlineData("是否班子成员", "待定", "是 否 √ ×")]
    [InlineData("岗位等级", "十四级", "专业技术七级")]
    [InlineData("岗位等级", "0", "专业技术七级")]
    [InlineData("岗位等级", "高级", "专业技术七级")]
    [InlineData("进本校年月", "", "请填写进本校年月")]
    [InlineData("进本校年月", "去年", "1985-07-09")]
    [InlineData("进本校年月", "2016-13", "1985-07-09")]
    [InlineData("进本校年月", "1985.1", "1985-01 或 1985-10")]
    [InlineData("进本校年月", "1984-09", "请核对两个日期")]
    [InlineData("出生日期", "1985.1", "1985-01 或 1985-10")]
    [InlineData("出生日期", "1985-02-30", "1985-07-09")]
    [InlineData("职称取得时间", "2014.1", "2014-01 或 2014-10")]
    [InlineData("岗位聘任时间", "不详", "1985-07-09")]
    [InlineData("任期起止", "五年", "2024-09~2029-08")]
    [InlineData("任期起止", "2029-08~2024-09", "2024-09~2029-08")]
    [InlineData("身份证号", "3.50427E+17", "18位")]
    [InlineData("身份证号", "350427198507091010", "18位")]
    [InlineData("身份证号", "350427198507092000", "18位")]
    [InlineData("身份证号", "12345", "18位")]
    [InlineData("手机号", "1.38E+10", "文本")]
    [InlineData("邮箱", "zhang.example.org", "name@example.org")]
    [InlineData("姓名", "　", "请填写姓名")]
    public void A_wrong_cell_is_a_fault_that_says_what_would_be_right(string column, string cell, string right)
    {
        var fault = Read(With(column, cell)).Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((2, column));
        fault.Remedy.Zh.ShouldContain(right);
    }

    [Theory]
    [InlineData("7级", PostLevel.Senior)]
    [InlineData("专业技术七级", PostLevel.Senior)]
    [InlineData("专技1级", PostLevel.Senior)]
    [InlineData("8", PostLevel.Intermediate)]
    [InlineData("专业技术岗位十级", PostLevel.Intermediate)]
    [InlineData("１０级", PostLevel.Intermediate)]
    [InlineData("十一级", PostLevel.Junior)]
    [InlineData("专业技术13级", PostLevel.Junior)]
    [InlineData("管理八级", null)]
    [InlineData("技术工三级", null)]
    [InlineData("", null)]
    public void A_post_grade_belongs_to_a_level_of_the_post_structure(string cell, PostLevel? level)
        => Entry(With("岗位等级", cell)).PostLevel.ShouldBe(level);

    [Fact]
    public void Somebody_who_left_needs_the_date_and_somebody_who_is_there_has_none()
    {
        Read(With("人员状态", "退休")).Faults.ShouldHaveSingleItem().Column.ShouldBe("离校年月");
        Read([.. Zhang, ("离校年月", "2024-08")]).Faults.ShouldHaveSingleItem().Column.ShouldBe("人员状态");
        Read([.. With("人员状态", "退休"), ("离校年月", "2015-08"), ("离校原因", "退休")]).Faults.ShouldHaveSingleItem().Column.ShouldBe("离校年月");
    }

    [Theory]
    [InlineData("2024-08", "2024-09-01")]
    [InlineData("2024-08-14", "2024-08-15")]
    [InlineData("2024-02", "2024-03-01")]
    public void The_day_or_the_month_of_leaving_still_counts(string left, string until)
        => Entry([.. With("人员状态", "调出"), ("离校年月", left), ("离校原因", "调出")]).Until.ShouldBe(DateOnly.Parse(until, null));

    [Fact]
    public void An_id_number_that_contradicts_the_birth_date_is_a_fault_and_one_that_agrees_gives_the_day()
    {
        var fault = Read([.. With("出生日期", "1985-07-10"), ("身份证号", "350427198507091019")]).Faults.ShouldHaveSingleItem();
        (fault.Column, fault.What.Zh).ShouldBe(("出生日期", "“1985-07-10”与身份证号中的 1985-07-09 不一致"));
        Entry([.. With("出生日期", "1985.07"), ("身份证号", "350427198507091019")]).BirthDate.ShouldBe(new DateOnly(1985, 7, 9));
        Entry([.. With("出生日期", ""), ("身份证号", "350427198507091019")]).BirthDate.ShouldBe(new DateOnly(1985, 7, 9));
    }

    [Fact]
    public void Another_paper_than_the_identity_card_is_taken_as_written()
        => Entry([.. Zhang, ("身份证件类型", "护照"), ("身份证件号", "e1234567")]).IdNumber.ShouldBe("E1234567");

    [Fact]
    public void A_month_of_birth_stays_a_month_and_a_question()
    {
        var table = Read(With("出生日期", "1985年7月"));
        table.Faults.ShouldBeEmpty();
        table.Questions.ShouldHaveSingleItem().Column.ShouldBe("出生日期");
        (table.Entries[0].Birth.Reading, table.Entries[0].BirthDate).ShouldBe((DateReading.Month, null));
    }

    [Theory]
    [InlineData("借调教育局")]
    [InlineData("2025年起抽调区纪委")]
    [InlineData("已退休")]
    public void A_remark_that_contradicts_the_status_is_a_question(string remark)
    {
        var table = Read([.. Zhang, ("备注", remark)]);
        table.Faults.ShouldBeEmpty();
        table.Questions.ShouldHaveSingleItem().Column.ShouldBe("备注");
        Read([.. With("人员状态", "借调"), ("备注", "借调教育局")]).Questions.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_of_the_leadership_without_a_term_is_a_question()
        => Read([.. Zhang, ("是否班子成员", "√")]).Questions.ShouldHaveSingleItem().Column.ShouldBe("任期起止");

    [Fact]
    public void In_a_column_of_ticks_an_empty_cell_says_no_and_elsewhere_it_is_a_question()
    {
        const string header = "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,最高学历,职称,是否在编\n";
        const string second = "李娜,女,G002,1986-03-12,2017-09,专任,在职,本科,一级教师,\n";
        var ticked = Table(header + "张伟,男,G001,1985-07-09,2016-09,专任,在职,本科,一级教师,√\n" + second);
        ticked.Entries.Select(entry => entry.OnEstablishment).ShouldBe([true, false]);
        ticked.Questions.ShouldBeEmpty();
        var worded = Table(header + "张伟,男,G001,1985-07-09,2016-09,专任,在职,本科,一级教师,是\n" + second);
        worded.Entries.Select(entry => entry.OnEstablishment).ShouldBe([true, null]);
        worded.Questions.ShouldHaveSingleItem().Row.ShouldBe(3);
    }

    [Theory]
    [InlineData("G001,1986-03-12,", "教职工号")]
    [InlineData("G002,1985-07-09,350427198507091019", "身份证号")]
    [InlineData(",1985-07-09,", "姓名")]
    [InlineData(",1985-07,", "姓名")]
    public void Two_rows_about_one_person_are_a_fault(string second, string column)
    {
        var fault = Table(
            "姓名,性别,教职工号,出生日期,身份证号,进本校年月,教职工类别,人员状态,最高学历,职称,是否在编\n"
            + "张伟,男,G001,1985-07-09,350427198507091019,2016-09,专任,在职,本科,一级教师,是\n"
            + $"张　伟,男,{second},2016-09,专任,在职,本科,一级教师,是\n").Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column).ShouldBe((3, column));
        fault.What.Zh.ShouldContain("第 2 行");
    }

    [Fact]
    public void Two_people_of_one_name_are_told_apart_by_number_or_birth_date()
    {
        var table = Table(
            "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,最高学历,职称,是否在编\n"
            + "张伟,男,G001,1985-07-09,2016-09,专任,在职,本科,一级教师,是\n张伟,男,G002,1985-07-09,2016-09,专任,在职,本科,一级教师,是\n"
            + "张伟,女,,1990-01-02,2016-09,专任,在职,本科,一级教师,是\n");
        table.Faults.ShouldBeEmpty();
        table.Entries.Length.ShouldBe(3);
    }

    [Fact]
    public void Every_fault_of_every_row_is_said_at_once()
    {
        var faults = Table(
            "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,最高学历,职称\n"
            + "张伟,男,G001,1985.1,2016-09,专任,在职,本科,一级教师\n李娜,女,G002,1986-03-12,,教师,休息,本科,一级教师\n合计,2,,,,,,,\n").Faults;
        faults.Select(fault => (fault.Row, fault.Column)).ShouldBe(
            [(2, "出生日期"), (3, "教职工类别"), (3, "人员状态"), (3, "进本校年月")]);
    }

    [Fact]
    public void Missing_mandatory_columns_make_the_file_unusable_one_line_each()
    {
        var read = RosterTable.Read(new MemoryStream(Encoding.UTF8.GetBytes("姓名,性别,出生日期\n张伟,男,1985-07-09\n")), "a.csv");
        read.Value.ShouldBeNull();
        read.Faults.Select(fault => fault.Column).ShouldBe(["进本校年月", "教职工类别", "人员状态", "最高学历", "职称"]);
    }

    [Fact]
    public void Columns_without_a_field_of_their_own_and_unknown_ones_are_kept_as_they_are_written()
    {
        var table = Read([.. Zhang, ("备注", "兼团委书记"), ("籍贯", "福建"), ("学位", "学士"), ("职称取得时间", "2015年12月")]);
        (table.Entries[0].Remarks, table.Entries[0].GradeWritten).ShouldBe(("兼团委书记", "专业技术九级"));
        table.Entries[0].Further.ShouldBe([new("学位", "学士"), new("职称取得时间", "2015-12"), new("籍贯", "福建")]);
        table.UnknownColumns.ShouldBe(["籍贯"]);
    }

    [Fact]
    public void The_order_of_columns_does_not_matter()
    {
        (string, string)[] cells = [.. Zhang, ("备注", "x"), ("籍贯", "福建"), ("学位", "学士"), ("兴趣", "书法")];
        var straight = Entry(cells);
        Gen.Shuffle(cells).Sample(shuffled => Entry(shuffled).ShouldBeEquivalentTo(straight));
    }

    [Fact]
    public void Full_width_forms_and_spaces_change_nothing()
    {
        var straight = Entry(Zhang);
        Gen.Int[0, (1 << 11) - 1].Sample(which => Entry([.. Zhang.Select((one, n) => (one.Column, (which >> n & 1) == 1 ? Wide(one.Cell) : one.Cell))])
            .ShouldBeEquivalentTo(straight));

        static string Wide(string cell) => string.Concat(" ", string.Concat(cell.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)), "　");
    }

    [Fact]
    public void No_text_in_any_cell_is_an_exception_or_a_silent_default()
    {
        var text = Gen.Char["0123456789.-年月日张伟是否√在职退休级七～ E+Xx"].Array[0, 12].Select(chars => new string(chars));
        Gen.Select(Gen.Int[0, Zhang.Length - 1], text).Sample((place, cell) =>
        {
            var (column, _) = Zhang[place];
            var table = Read(With(column, cell));
            if (column is "人员状态" or "教职工类别" or "进本校年月" && table.Entries.Length > 0)
                Said(table.Entries[0], column).ShouldBe(true, $"{column} “{cell}”");
            else
                (table.Entries.Length + table.Faults.Length).ShouldBeGreaterThan(0);
        });

        static bool Said(RosterEntry entry, string column) => column switch
        {
            "人员状态" => entry.Status is StaffStatus.Active or StaffStatus.Retired,
            "进本校年月" => entry.Joined.IsKnown,
            _ => false,
        };
    }

    private static RosterWorkbook Sample()
        => RosterWorkbook.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx")), "workbook.xlsx").Value.ShouldNotBeNull();

    private static (string, string)[] With(string column, string cell) => [.. Zhang.Where(one => one.Column != column), (column, cell)];

    private static RosterEntry Entry((string, string)[] cells)
    {
        var table = Read(cells);
        table.Faults.ShouldBeEmpty();
        return table.Entries.ShouldHaveSingleItem();
    }

    private static RosterTable Read((string Column, string Cell)[] cells)
        => Table(string.Join(',', cells.Select(one => one.Column)) + "\n" + string.Join(',', cells.Select(one => one.Cell)) + "\n");

    private static RosterTable Table(string text)
        => RosterTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv").Value.ShouldNotBeNull();
}
