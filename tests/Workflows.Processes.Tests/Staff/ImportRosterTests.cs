using System.Text;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Staff;
using Workflows.Processes.Staff;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>The roster file, brought in and brought in again; on each database.</summary>
public abstract class ImportRosterTests
{
    private const string Header = "姓名,性别,教职工号,身份证号,出生日期,进本校年月,教职工类别,人员状态,是否在编,最高学历,职称,岗位等级,离校年月,离校原因,邮箱\n";
    private const string Zhang = "张伟,男,G001,350427198507091019,1985-07-09,2016-09,专任,在职,是,本科,一级教师,9级,,,zhang@example.org\n";
    private const string Li = "李娜,女,G002,,1986-03-12,2023-08-16,专任,在职,是,本科,高级教师,7级,,,li@example.org\n";
    private const string Wang = "王芳,女,,,1987-11-30,2019-08,专任,在职,是,本科,一级教师,10级,,,\n";

    private static readonly Guid HumanResources = TestOffice.Of(OfficeRole.HumanResources);

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task The_sample_workbook_fills_an_empty_roster_and_the_second_time_changes_nothing()
    {
        await using var office = await OpenAsync();
        var sample = await SampleAsync();
        var dryRun = await PreviewAsync(office, sample, "workbook.xlsx");
        dryRun.Faults.ShouldBeEmpty();
        dryRun.Questions.ShouldHaveSingleItem().What.Zh.ShouldContain("没有校历");
        dryRun.Sheets.Select(sheet => (sheet.Sheet, sheet.Added)).ShouldBe([
            ("人员", 47), ("挂职经历", 54), ("职称变动", 85), ("状态变动", 21), ("兼职聘书", 38), ("学校", 18), ("编制岗位", 5), ("工作日志", 1166), ("年度投入", 5),
            ("意愿与限制", 8),
        ]);
        dryRun.Lines.Count(line => line is { Sheet: "人员", Change: Change.Added }).ShouldBe(47);
        (await PeopleAsync(office)).ShouldBeEmpty("a dry run changes nothing");

        await office.DoAsync<ImportRoster>(u => u.RunAsync(new(Guid.CreateVersion7(), "workbook.xlsx", sample), HumanResources, default));
        var first = await StateAsync(office);
        first.Count(line => line.StartsWith("person", StringComparison.Ordinal)).ShouldBe(47);
        var again = await PreviewAsync(office, sample, "workbook.xlsx");
        again.Faults.ShouldBeEmpty();
        again.Lines.ShouldAllBe(line => line.Change == Change.Unchanged && line.Differences.Count == 0);
        again.Missing.ShouldBeEmpty();
        await office.DoAsync<ImportRoster>(u => u.RunAsync(new(Guid.CreateVersion7(), "workbook.xlsx", sample), HumanResources, default));
        (await StateAsync(office)).ShouldBe(first);
    }

    [Fact]
    public async Task The_sample_college_has_room_for_a_few_hires_at_senior_and_intermediate_level()
    {
        await using var office = await OpenAsync();
        var sample = await SampleAsync();
        await office.DoAsync<ImportRoster>(u => u.RunAsync(new(Guid.CreateVersion7(), "workbook.xlsx", sample), null, default));
        var (people, quotas) = (await PeopleAsync(office), await office.ReadAsync(db => db.Quotas.ToListAsync()));
        Vacancy.Count(quotas, people, PostLevel.Senior, new DateOnly(2026, 9, 1)).Free.ShouldBe(3);
        Vacancy.Count(quotas, people, PostLevel.Intermediate, new DateOnly(2026, 9, 1)).Free.ShouldBe(4);
    }

    [Fact]
    public async Task The_anchor_of_the_cycle_is_the_day_of_joining_or_the_policy_for_those_then_in_post()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Zhang + Li);
        var people = await PeopleAsync(office);
        people.Single(person => person.Name == "张伟").SecondmentAnchor.ShouldBe(new DateOnly(2022, 6, 1));
        people.Single(person => person.Name == "李娜").SecondmentAnchor.ShouldBe(new DateOnly(2023, 8, 16));
        people.ShouldAllBe(person => person.Tenures.Single().Entry == null && person.Tenures.Single().Until == null);
    }

    [Fact]
    public async Task A_change_is_shown_with_old_and_new_value_and_those_not_in_the_file_stay()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Zhang + Li);
        var file = Header + Li.Replace("7级", "专业技术八级").Replace("li@", "lina@");
        var dryRun = await PreviewAsync(office, file);
        var line = dryRun.Lines.ShouldHaveSingleItem();
        (line.Row, line.Name, line.Change).ShouldBe((2, "李娜", Change.Changed));
        line.Differences.ShouldBe([
            new("岗位等级", "7级", "专业技术八级"), new("邮箱", "li@example.org", "lina@example.org"),
        ]);
        dryRun.Missing.ShouldBe([new MissingLine("人员", "张伟")]);

        await ImportAsync(office, file);
        var people = await PeopleAsync(office);
        people.Count.ShouldBe(2);
        people.Single(person => person.Name == "李娜").PostLevel.ShouldBe(PostLevel.Intermediate);
    }

    [Fact]
    public async Task A_blank_cell_or_a_missing_column_takes_nothing_away()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Zhang);
        await ImportAsync(office, "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,最高学历,职称\n张伟,,G001,,2016-09,专任,在职,,\n");
        var person = (await PeopleAsync(office)).ShouldHaveSingleItem();
        (person.Gender, person.Email, person.OnEstablishment, person.PostLevel).ShouldBe(("男", "zhang@example.org", true, PostLevel.Intermediate));
        (person.BirthDate, person.Title, person.Education).ShouldBe((new DateOnly(1985, 7, 9), "一级教师", "本科"));
    }

    [Fact]
    public async Task Somebody_who_leaves_closes_the_tenure_and_somebody_who_returns_opens_another()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Wang);
        await ImportAsync(office, Header + Wang.Replace("在职", "调出").Replace("10级,,", "10级,2023-08,调往教育局"));
        var tenure = (await PeopleAsync(office)).Single().Tenures.Single();
        (tenure.From, tenure.Until, tenure.ExitReason).ShouldBe((new DateOnly(2019, 8, 1), new DateOnly(2023, 9, 1), "调往教育局"));

        await ImportAsync(office, Header + Wang.Replace("2019-08", "2025-08-18"));
        var person = (await PeopleAsync(office)).Single();
        person.Tenures.Select(one => (one.From, one.Until)).Order().ShouldBe(
            [(new DateOnly(2019, 8, 1), new DateOnly(2023, 9, 1)), (new DateOnly(2025, 8, 18), null)]);
        person.SecondmentAnchor.ShouldBe(new DateOnly(2025, 8, 18));
    }

    [Fact]
    public async Task A_corrected_day_of_joining_moves_the_tenure_and_the_anchor()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Li);
        await ImportAsync(office, Header + Li.Replace("2023-08-16", "2023-09-01"));
        var person = (await PeopleAsync(office)).Single();
        (person.Tenures.Single().From, person.SecondmentAnchor).ShouldBe((new DateOnly(2023, 9, 1), new DateOnly(2023, 9, 1)));
    }

    [Theory]
    [InlineData("王芳,女,G003,,1987-11-30,2019-08,专任,在职,是,本科,一级教师,10级,,,\n", "教职工号")]
    [InlineData("王芳,女,,350427198711301028,,2019-08,专任,在职,是,本科,一级教师,10级,,,\n", "身份证号")]
    [InlineData("王　芳,女,,,1987.11,2019-08,专任,在职,是,本科,一级教师,10级,,,\n", "")]
    public async Task Name_and_birth_date_find_the_person_where_no_number_does(string row, string gained)
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Wang);
        var line = (await PreviewAsync(office, Header + row)).Lines.ShouldHaveSingleItem();
        line.Differences.Select(difference => difference.Column).ShouldBe(gained.Length == 0 ? [] : [gained]);
    }

    [Theory]
    [InlineData("李娜,女,,,,2023-08,专任,在职,是,本科,高级教师,7级,,,\n", "姓名")]
    [InlineData("赵强,男,G001,,1990-01-01,2020-08,专任,在职,是,本科,高级教师,7级,,,\n", "教职工号")]
    public async Task A_row_that_may_be_somebody_else_is_a_fault_and_nothing_is_imported(string row, string column)
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Zhang + Li);
        var before = await StateAsync(office);
        var file = Header + Wang + row;
        (await PreviewAsync(office, file)).Faults.ShouldHaveSingleItem().Column.ShouldBe(column);
        var answer = await office.AskAsync<ImportRoster>(u => u.RunAsync(Command(file), HumanResources, default));
        answer.Refusal.ShouldBe(Refusal.Invalid);
        (await StateAsync(office)).ShouldBe(before);
    }

    [Fact]
    public async Task One_wrong_cell_keeps_the_whole_file_out()
    {
        await using var office = await OpenAsync();
        var answer = await office.AskAsync<ImportRoster>(u => u.RunAsync(Command(Header + Zhang + Li.Replace("在职", "休息")), HumanResources, default));
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.ShouldHaveSingleItem().Zh.ShouldContain("第3行 “人员状态”");
        (await PeopleAsync(office)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_whose_row_has_a_fault_is_not_called_missing()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, Header + Zhang + Li);
        (await PreviewAsync(office, Header + Zhang + Li.Replace("在职", "休息"))).Missing.ShouldBeEmpty();
        (await PreviewAsync(office, Header + Zhang)).Missing.ShouldBe([new MissingLine("人员", "李娜")]);
    }

    [Fact]
    public async Task A_spelling_that_the_tables_do_not_list_is_a_question_and_is_kept_as_written()
    {
        await using var office = await OpenAsync();
        var file = Header + Zhang.Replace("一级教师", "特级教师").Replace("本科", "在职研究生");
        (await PreviewAsync(office, file)).Questions.Select(question => question.Column).ShouldBe(["职称", "最高学历"]);
        await ImportAsync(office, file);
        (await PeopleAsync(office)).Single().Title.ShouldBe("特级教师");
    }

    [Fact]
    public async Task Only_human_resources_may_import_and_the_same_operation_gets_the_same_answer()
    {
        await using var office = await OpenAsync();
        var refused = await office.AskAsync<ImportRoster>(u => u.RunAsync(Command(Header + Zhang), TestOffice.Of(OfficeRole.Auditor), default));
        refused.Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.ReadAsync(db => db.People.CountAsync())).ShouldBe(0);

        var command = Command(Header + Zhang);
        var first = await office.DoAsync<ImportRoster>(u => u.RunAsync(command, HumanResources, default));
        var second = await office.DoAsync<ImportRoster>(u => u.RunAsync(command, HumanResources, default));
        second.Reasons.ShouldBe(first.Reasons);
        first.Reasons.Single().En.ShouldStartWith("Imported: 1 added");
    }

    [Fact]
    public async Task Somebody_hired_by_a_round_keeps_the_transfer_document_and_the_anchor()
    {
        await using var office = await OpenAsync();
        await HireZhangAsync(office);
        await ImportAsync(office, Header + Zhang.Replace("2016-09", "2026-11"));
        var person = (await PeopleAsync(office)).ShouldHaveSingleItem();
        (person.StaffNumber, person.SecondmentAnchor).ShouldBe(("G001", new DateOnly(2026, 11, 15)));
        (person.Tenures.Single().From, person.Tenures.Single().DocumentNumber).ShouldBe((new DateOnly(2026, 11, 15), "沙教调〔2026〕5号"));
        (await PreviewAsync(office, Header + Zhang)).Faults.ShouldHaveSingleItem().Column.ShouldBe("进本校年月");
    }

    [Fact]
    public async Task The_order_of_rows_and_an_added_column_change_nobody()
    {
        await using var office = await OpenAsync();
        string[] rows = [Zhang, Li, Wang];
        await ImportAsync(office, Header + string.Concat(rows));
        var before = await StateAsync(office);
        foreach (var seed in Enumerable.Range(0, 3))
        {
            var turned = rows.Skip(seed).Concat(rows.Take(seed)).Select(row => "x," + row.Replace("G00", "Ｇ００").Replace("1985-07-09", "１９８５年7月9日"));
            var dryRun = await PreviewAsync(office, "序号," + Header + string.Concat(turned));
            dryRun.Lines.SelectMany(line => line.Differences).ShouldAllBe(difference => difference.Column == "序号");
            dryRun.Lines.Count.ShouldBe(3);
        }

        (await StateAsync(office)).ShouldBe(before);
    }

    [Fact]
    public async Task Whatever_files_came_before_the_last_one_again_changes_nothing()
    {
        await using var office = await OpenAsync();
        var gender = OneOf("男", "女", "");
        var row = Gen.Select(Gen.Int[1, 6], Gen.Int[2015, 2024], gender, OneOf("在职", "挂职", "病假"), OneOf("是", "否", ""), OneOf("9级", "7", ""))
            .Select((n, year, g, status, yes, grade) =>
            {
                var number = n % 3 == 0 ? "" : $"G{n:000}";
                return (n, $"老师{n},{g},{number},,{1970 + n}-05-0{n},{year}-09,专任,{status},{yes},本科,一级教师,{grade},,,\n");
            });
        var file = row.Array[1, 6].Select(rows => Header + string.Concat(rows.DistinctBy(one => one.n).Select(one => one.Item2)));
        await file.SampleAsync(async text =>
        {
            await ImportAsync(office, text);
            var before = await StateAsync(office);
            (await PreviewAsync(office, text)).Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
            await ImportAsync(office, text);
            (await StateAsync(office)).ShouldBe(before);
        }, iter: 12, threads: 1);
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(n => words[n]);

    private static async Task HireZhangAsync(TestOffice office) => await office.ReadAsync(async db =>
    {
        var id = Guid.CreateVersion7();
        db.People.Add(new Person
        {
            Id = id, Name = "张伟", IdNumber = "350427198507091019", BirthDate = new DateOnly(1985, 7, 9), Status = StaffStatus.Active,
            Category = StaffCategory.FullTimeTeacher, OnEstablishment = true, PostLevel = PostLevel.Intermediate, SecondmentAnchor = new DateOnly(2026, 11, 15),
            Tenures =
            [
                new Tenure
                {
                    Id = Guid.CreateVersion7(), PersonId = id, From = new DateOnly(2026, 11, 15), Entry = EntryKind.TransferOrder,
                    ApplicationId = Guid.CreateVersion7(), DocumentNumber = "沙教调〔2026〕5号",
                },
            ],
        });
        return await db.SaveChangesAsync();
    });

    private static Task<byte[]> SampleAsync() =>
        File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), TestContext.Current.CancellationToken);

    private static ImportRoster.Command Command(string csv) => new(Guid.CreateVersion7(), "roster.csv", Encoding.UTF8.GetBytes(csv));

    private static Task<Answer> ImportAsync(TestOffice office, string csv) =>
        office.DoAsync<ImportRoster>(u => u.RunAsync(Command(csv), HumanResources, default));

    private static Task<WorkbookPreview> PreviewAsync(TestOffice office, string csv) =>
        PreviewAsync(office, Encoding.UTF8.GetBytes(csv), "roster.csv");

    private static async Task<WorkbookPreview> PreviewAsync(TestOffice office, byte[] content, string fileName)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportRoster>().PreviewAsync(new(Guid.CreateVersion7(), fileName, content), HumanResources, default);
    }

    private static Task<List<Person>> PeopleAsync(TestOffice office) =>
        office.ReadAsync(db => db.People.Include(person => person.Tenures).OrderBy(person => person.Id).ToListAsync());

    /// <summary>Everything the import may touch, versions included.</summary>
    private static async Task<List<string>> StateAsync(TestOffice office)
    {
        var people = await PeopleAsync(office);
        var quotas = await office.ReadAsync(db => db.Quotas.OrderBy(quota => quota.Kind).ThenBy(quota => quota.From).ToListAsync());
        return
        [
            .. people.Select(p => $"person {p.Id} {p.Version} {p.StaffNumber} {p.Name} {p.Gender} {p.IdNumber} {p.BirthDate} {p.Category} {p.Status} "
                + $"{p.OnEstablishment} {p.PostLevel} {p.Title} {p.Email} {p.Remarks} {p.SecondmentAnchor} "
                + string.Join(';', p.Tenures.OrderBy(t => t.From).Select(t => $"{t.Id} {t.From} {t.Until} {t.ExitReason}"))),
            .. quotas.Select(quota => $"quota {quota.Kind} {quota.From} {quota.Approved}"),
        ];
    }
}

/// <summary>The roster file on SQLite.</summary>
public sealed class ImportRosterOnSqlite : ImportRosterTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The roster file on PostgreSQL.</summary>
public sealed class ImportRosterOnPostgres(PostgresCluster cluster) : ImportRosterTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
