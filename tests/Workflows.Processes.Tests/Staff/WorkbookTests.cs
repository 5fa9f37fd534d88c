using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Days;
using Workflows.Personnel.Secondment;
using Workflows.Personnel.Staff;
using Workflows.Personnel.Tables.Xlsx;
using Workflows.Processes.Cases;
using Workflows.Processes.Staff;
using Workflows.Processes.Staff.Corrections;
using Workflows.Processes.Staff.Export;
using Workflows.Processes.Staff.Spellings;
using Workflows.Storage.Audit;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Processes.Tests.Staff;

/// <summary>All sheets of the workbook, in and out; on each database.</summary>
public abstract class WorkbookTests
{
    private static readonly Guid HumanResources = TestOffice.Of(OfficeRole.HumanResources);

    private static readonly string[] PeopleHeader = ["姓名*", "性别*", "教职工号", "出生日期*", "进本校年月*", "教职工类别*", "人员状态*", "学段", "最高学历*", "职称*", "是否在编", "是否班子成员", "任期起止"];
    private static readonly string[] Zhang = ["张伟", "男", "G001", "1985-07-09", "2016-09", "专任", "在职", "初中", "本科", "一级教师", "是", "是", "2024-09~2029-08"];
    private static readonly string[] Li = ["李娜", "女", "G002", "1986-03-12", "2023-08-16", "专任", "在职", "小学", "本科", "高级教师", "是", "否", ""];

    protected abstract Task<TestOffice> OpenAsync();

    [Fact]
    public async Task The_export_of_the_sample_imports_unchanged()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), TestContext.Current.CancellationToken));
        await office.DoAsync<ExportRoster>(u => u.RunAsync(new(Guid.CreateVersion7()), HumanResources, default));
        var export = await WriteAsync(office, HumanResources);
        var again = await PreviewAsync(office, export);
        again.Faults.ShouldBeEmpty();
        again.Lines.Where(line => line.Change is not Change.Unchanged).ShouldBeEmpty();
        again.Lines.Count.ShouldBe(47 + 54 + 85 + 21 + 38 + 18 + 8 + 1166 + 5 + 8);
        again.Missing.ShouldBeEmpty();
        again.MissingSheets.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sample_brings_every_sheet_in_and_a_second_time_changes_nothing()
    {
        await using var office = await OpenAsync();
        var sample = await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), TestContext.Current.CancellationToken);
        await ImportAsync(office, sample);
        (await office.ReadAsync(db => db.Days.CountAsync(day => day.State == DayState.Verified))).ShouldBeGreaterThan(1000);
        (await office.ReadAsync(db => db.Placements.CountAsync())).ShouldBe(54);
        (await office.ReadAsync(db => db.LeadershipTerms.CountAsync())).ShouldBe(4);
        (await office.ReadAsync(db => db.People.CountAsync(person => person.IsLeader == true))).ShouldBe(4);
        var record = await RecordAsync(office);
        record.ShouldHaveSingleItem().Action.ShouldBe("RosterImported");
        await ImportAsync(office, sample);
        (await RecordAsync(office)).Count.ShouldBe(1, "nothing changed, so there is nothing to record");
    }

    [Fact]
    public async Task People_whom_the_same_file_brings_are_found_by_its_other_sheets()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Days(["张伟", "2026-03-05", "城关中学", "听课", "√", "教务处"], ["李　娜", "2026-03-06", "城关小学", "指导", "", ""])));
        var days = await office.ReadAsync(db => db.Days.OrderBy(day => day.On).ToListAsync());
        days.Select(day => (day.State, day.IsHalf, day.VerifiedBy, day.LoggedBy)).ShouldBe(
            [(DayState.Verified, true, "教务处", (Guid?)null), (DayState.Logged, false, "", null)]);
    }

    [Theory]
    [InlineData("王芳", "", "姓名", "花名册里没有")]
    [InlineData("李娜", "G001", "教职工号", "是张伟的号码")]
    public async Task A_row_about_nobody_in_particular_is_a_fault_and_nothing_is_imported(string name, string number, string column, string what)
    {
        await using var office = await OpenAsync();
        var fault = (await PreviewAsync(office, File(Titles([name, number, "2015-12", "一级教师"])))).Faults.ShouldHaveSingleItem();
        (fault.Sheet, fault.Row, fault.Column).ShouldBe(("职称变动", 2, column));
        fault.What.Zh.ShouldContain(what);
        (await office.ReadAsync(db => db.People.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_name_that_two_people_have_is_settled_by_the_staff_number_only()
    {
        await using var office = await OpenAsync();
        string[] other = ["张伟", "女", "G009", "1990-01-02", "2016-09", "专任", "在职", "小学", "本科", "一级教师", "是", "", ""];
        byte[] Written(string number) => XlsxWriter.Write([new("人员", PeopleHeader, [Zhang, other]), Titles(["张伟", number, "2015-12", "一级教师"])]);
        (await PreviewAsync(office, Written(""))).Faults.ShouldHaveSingleItem().What.Zh.ShouldContain("有 2 位张伟");
        (await PreviewAsync(office, Written("G009"))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Somebody_whose_own_row_is_wrong_is_not_called_unknown_by_the_other_sheets()
    {
        await using var office = await OpenAsync();
        var file = XlsxWriter.Write([new("人员", PeopleHeader, [[.. Zhang[..6], "长假", .. Zhang[7..]], Li]), Titles(["张伟", "", "2015-12", "一级教师"])]);
        (await PreviewAsync(office, file)).Faults.ShouldHaveSingleItem().Column.ShouldBe("人员状态");
    }

    [Fact]
    public async Task Two_rows_of_one_key_are_a_fault_in_every_sheet()
    {
        await using var office = await OpenAsync();
        var faults = (await PreviewAsync(office, File(
            Titles(["张伟", "G001", "2015-12", "一级教师"], ["张伟", "", "2015-12-01", "二级教师"]),
            Days(["张伟", "2026-03-05", "城关中学", "听课", "", ""], ["张伟", "2026-03-05", "城关中学", "听课", "√", ""]),
            new("年度投入", ["年度*"], [["2025"], ["2025年"]])))).Faults;
        faults.Select(fault => (fault.Sheet, fault.Row)).ShouldBe([("职称变动", 3), ("工作日志", 3), ("年度投入", 3)]);
    }

    [Fact]
    public async Task A_changed_title_is_shown_with_old_and_new_and_the_old_entry_is_retracted_not_overwritten()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Titles(["张伟", "", "2015-12", "一级教师"])));
        var file = File(Titles(["张伟", "", "2015-12-01", "高级教师"]));
        var line = (await PreviewAsync(office, file)).Lines.Single(one => one.Sheet == "职称变动");
        (line.Change, line.Differences.Single()).ShouldBe((Change.Changed, new Difference("职称", "一级教师", "高级教师")));
        await ImportAsync(office, file);
        var titles = await office.ReadAsync(db => db.TitleChanges.OrderBy(title => title.RetractedAt == null).ToListAsync());
        titles.Select(title => (title.Title, title.RetractedAt is null)).ShouldBe([("一级教师", false), ("高级教师", true)]);
        var changed = (await RecordAsync(office)).Single(entry => entry.Action == "RosterRowChanged");
        changed.Personal!.Values.ShouldContain("一级教师");
        (changed.OldValue, changed.Subject).ShouldBe(("", $"{titles[0].PersonId}"));
        (await PreviewAsync(office, file)).Lines.ShouldAllBe(one => one.Change == Change.Unchanged);
    }

    [Fact]
    public async Task A_month_agrees_with_the_day_that_is_kept()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Titles(["张伟", "", "2015-12-18", "一级教师"]), Placements(["张伟", "", "2022-09-05~2023-01-20", "城关中学", "初中", "挂职锻炼", "是"])));
        var again = await PreviewAsync(office, File(Titles(["张伟", "", "2015-12", "一级教师"]), Placements(["张伟", "", "2022-09~2023-01", "城关中学", "初中", "挂职锻炼", "是"])));
        again.Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
    }

    [Theory]
    [InlineData("2025-2026-1", "2025-09-01", "2026-02-07", "是", PlacementState.Completed)]
    [InlineData("2025-2026-1~2025-2026-2", "2025-09-01", "2026-07-03", "是", PlacementState.Completed)]
    [InlineData("2025-09~2026-01", "2025-09-01", "2026-02-01", "否", PlacementState.Interrupted)]
    [InlineData("2026-03-04~至今", "2026-03-04", null, "否", PlacementState.Running)]
    [InlineData("2026-09-01~2027-01-29", "2026-09-01", "2027-01-30", "×", PlacementState.Planned)]
    public async Task A_stay_is_understood_in_semesters_months_and_days(string span, string from, string? until, string completed, PlacementState state)
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Placements(["张伟", "", span, "城关中学", "初中", "挂职锻炼", completed])));
        var placement = await office.ReadAsync(db => db.Placements.SingleAsync());
        (placement.From, placement.Until, placement.State).ShouldBe((DateOnly.Parse(from, null), until is null ? null : DateOnly.Parse(until, null), state));
        (await PreviewAsync(office, File(Placements(["张伟", "", span, "城关中学", "初中", "挂职锻炼", completed])))).Lines
            .ShouldAllBe(line => line.Change == Change.Unchanged);
    }

    [Fact]
    public async Task What_people_entered_is_asked_about_and_not_overwritten()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File());
        await office.ReadAsync(async db =>
        {
            var zhang = await db.People.SingleAsync(person => person.Name == "张伟");
            db.Days.Add(new DayEntry
            {
                Id = Guid.CreateVersion7(), PersonId = zhang.Id, On = new DateOnly(2026, 3, 5), School = "城关中学", Kind = DayKind.LessonObservation,
                LoggedBy = HumanResources, LoggedAt = office.Clock.GetUtcNow(),
            });
            return await db.SaveChangesAsync();
        });
        var file = File(Days(["张伟", "2026-03-05", "城关中学", "听课", "√", "教务处"]));
        var dryRun = await PreviewAsync(office, file);
        dryRun.Questions.ShouldHaveSingleItem().What.Zh.ShouldContain("由本人登记");
        dryRun.Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
        await ImportAsync(office, file);
        (await office.ReadAsync(db => db.Days.SingleAsync())).State.ShouldBe(DayState.Logged);
    }

    [Fact]
    public async Task A_file_speaks_of_its_own_days_and_calls_no_others_missing()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Days(["张伟", "2026-03-05", "城关中学", "听课", "", ""], ["张伟", "2026-04-07", "城关中学", "听课", "", ""], ["张伟", "2026-05-06", "城关中学", "听课", "", ""])));
        var dryRun = await PreviewAsync(office, File(Days(["张伟", "2026-03-05", "城关中学", "听课", "", ""], ["李娜", "2026-04-30", "城关中学", "听课", "", ""])));
        dryRun.Missing.ShouldBe([new MissingLine("工作日志", "张伟 2026-04-07 城关中学 听课")]);
    }

    [Fact]
    public async Task A_corrected_title_stays_on_record_and_a_file_does_not_bring_it_back()
    {
        await using var office = await OpenAsync();
        var file = File(Titles(["张伟", "", "2015-12", "一级教师"]));
        await ImportAsync(office, file);
        var wrong = await office.ReadAsync(db => db.TitleChanges.SingleAsync());
        await office.DoAsync<CorrectTitle>(u => u.RunAsync(
            new(Guid.CreateVersion7(), wrong.Id, "证书为2016年12月") { Instead = new(new DateOnly(2016, 12, 1), "高级教师") }, HumanResources, default));
        var titles = await office.ReadAsync(db => db.TitleChanges.OrderBy(title => title.From).ToListAsync());
        titles.Select(title => (title.From, title.Title, title.RetractedAt is null)).ShouldBe(
            [(new DateOnly(2015, 12, 1), "一级教师", false), (new DateOnly(2016, 12, 1), "高级教师", true)]);
        (await office.ReadAsync(db => db.People.SingleAsync(person => person.Name == "张伟"))).Title.ShouldBe("高级教师");
        var entry = (await RecordAsync(office)).Single(one => one.Action == "TitleCorrected");
        (entry.Subject, entry.OldValue, entry.NewValue, entry.Reason).ShouldBe(
            ($"{wrong.PersonId} {wrong.Id}", "2015-12-01 一级教师", "2016-12-01 高级教师", "证书为2016年12月"));
        var dryRun = await PreviewAsync(office, file);
        dryRun.Questions.ShouldContain(question => question.What.Zh.Contains("已作废"));
        dryRun.Lines.Single(line => line.Sheet == "职称变动").Change.ShouldBe(Change.Unchanged);
    }

    [Fact]
    public async Task A_retracted_stay_counts_no_more_and_neither_is_it_in_the_export()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Placements(["张伟", "", "2025-2026-1", "城关中学", "初中", "挂职锻炼", "是"])));
        var wrong = await office.ReadAsync(db => db.Placements.SingleAsync());
        await office.DoAsync<CorrectPlacement>(u => u.RunAsync(new(Guid.CreateVersion7(), wrong.Id, "本人当学期在校任教"), HumanResources, default));
        (await office.ReadAsync(db => db.Placements.SingleAsync())).RetractedAt.ShouldNotBeNull();
        var again = await PreviewAsync(office, await WriteAsync(office, HumanResources));
        again.Lines.ShouldNotContain(line => line.Sheet == "挂职经历");
        again.Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
    }

    [Fact]
    public async Task A_correction_needs_a_reason_an_entry_that_stands_and_HR()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Statuses(["李娜", "", "2023-08-16", "在职"], ["李娜", "", "2025-03-01", "病假"])));
        var wrong = await office.ReadAsync(db => db.StatusChanges.SingleAsync(status => status.Status == StaffStatus.SickLeave));
        Task<Answer> Correct(string reason, Guid actor, CorrectStatus.Right? instead = null) => office.AskAsync<CorrectStatus>(
            u => u.RunAsync(new(Guid.CreateVersion7(), wrong.Id, reason) { Instead = instead }, actor, default));
        (await Correct(" ", HumanResources)).Refusal.ShouldBe(Refusal.Invalid);
        (await Correct("误登", TestOffice.Of(OfficeRole.Leadership))).Refusal.ShouldBe(Refusal.NotAllowed);
        (await Correct("误登", HumanResources, new(new DateOnly(2023, 8, 16), StaffStatus.Active))).Refusal.ShouldBe(Refusal.Invalid);
        (await Correct("误登", HumanResources, new(default, StaffStatus.Active))).Refusal.ShouldBe(Refusal.Invalid);
        (await Correct("误登", HumanResources, new(new DateOnly(2025, 9, 1), StaffStatus.MaternityLeave))).IsDone.ShouldBeTrue();
        (await Correct("误登", HumanResources)).Refusal.ShouldBe(Refusal.Stale);
        var standing = await office.ReadAsync(db => db.StatusChanges.Where(status => status.RetractedAt == null).OrderBy(status => status.From).ToListAsync());
        standing.Select(status => (status.Status, status.Before)).ShouldBe(
            [(StaffStatus.Active, StaffStatus.Active), (StaffStatus.MaternityLeave, StaffStatus.Active)]);
    }

    [Fact]
    public async Task An_explained_word_is_used_by_the_next_reading_and_asked_again_when_taken_back()
    {
        await using var office = await OpenAsync();
        var file = XlsxWriter.Write([new("人员", PeopleHeader, [[.. Zhang[..9], "中小学一级", .. Zhang[10..]]])]);
        var question = (await PreviewAsync(office, file)).Unlisted.ShouldHaveSingleItem();
        (question.Word.Column, question.Word.Written, question.Choices.Contains("一级教师")).ShouldBe(("职称", "中小学一级", true));
        await office.DoAsync<AnswerSpellings>(u => u.RunAsync(new(Guid.CreateVersion7(), [new("职称", "中小学一级", "一级教师")]), HumanResources, default));
        (await PreviewAsync(office, file)).Unlisted.ShouldBeEmpty();
        await ImportAsync(office, file);
        (await office.ReadAsync(db => db.People.SingleAsync())).Title.ShouldBe("一级教师");
        var kept = await office.ReadAsync(db => db.SpellingAnswers.SingleAsync());
        (kept.AnsweredBy, kept.AnsweredAt).ShouldBe((HumanResources, office.Clock.GetUtcNow()));

        await office.DoAsync<WithdrawSpelling>(u => u.RunAsync(new(Guid.CreateVersion7(), "职称", "中小学一级", "答错"), HumanResources, default));
        (await PreviewAsync(office, file)).Unlisted.Count.ShouldBe(1);
        (await RecordAsync(office)).Select(entry => entry.Action).ShouldBe(["SpellingAnswered", "RosterImported", "SpellingWithdrawn"]);
    }

    [Theory]
    [InlineData("职称", "小学高级", "高级教师", "词表里已有")]
    [InlineData("职称", "特级教师", "正高级教师", "词表里已有")]
    [InlineData("职称", "首席教师", "主任", "不在职称的词表里")]
    [InlineData("姓名", "张伟", "李娜", "没有词表")]
    public async Task An_answer_only_adds_to_the_tables(string column, string written, string means, string why)
    {
        await using var office = await OpenAsync();
        var answer = await office.AskAsync<AnswerSpellings>(u => u.RunAsync(new(Guid.CreateVersion7(), [new(column, written, means)]), HumanResources, default));
        answer.Refusal.ShouldBe(Refusal.Invalid);
        answer.Reasons.Single().Zh.ShouldContain(why);
    }

    [Fact]
    public async Task The_auditor_takes_a_masked_file_leadership_none_and_both_takings_are_recorded()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, XlsxWriter.Write([new("人员", [.. PeopleHeader, "手机号"], [[.. Zhang, "13800001001"]])]));
        (await office.AskAsync<ExportRoster>(u => u.RunAsync(new(Guid.CreateVersion7()), TestOffice.Of(OfficeRole.Leadership), default))).Refusal.ShouldBe(Refusal.NotAllowed);
        await office.DoAsync<ExportRoster>(u => u.RunAsync(new(Guid.CreateVersion7()), TestOffice.Of(OfficeRole.Auditor), default));
        await office.DoAsync<ExportRoster>(u => u.RunAsync(new(Guid.CreateVersion7()), HumanResources, default));
        (await RecordAsync(office)).Where(entry => entry.Action == "RosterExported").Select(entry => entry.NewValue).ShouldBe(["masked", "unmasked"]);
        (await PreviewAsync(office, await WriteAsync(office, HumanResources))).Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
        (await PreviewAsync(office, await WriteAsync(office, TestOffice.Of(OfficeRole.Auditor)))).Lines.SelectMany(line => line.Differences)
            .ShouldBe([new Difference("手机号", "13800001001", "***")]);
    }

    [Fact]
    public async Task A_cell_that_begins_like_a_formula_is_text_and_comes_back_as_it_was()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, XlsxWriter.Write([new("人员", [.. PeopleHeader, "备注"], [[.. Zhang, "=HYPERLINK(\"x\")"]])]));
        var export = await WriteAsync(office, HumanResources);
        (await PreviewAsync(office, export)).Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
        (await office.ReadAsync(db => db.People.SingleAsync())).Remarks.ShouldBe("=HYPERLINK(\"x\")");
    }

    [Fact]
    public async Task The_record_verifies_after_imports_and_corrections()
    {
        await using var office = await OpenAsync();
        await ImportAsync(office, File(Titles(["张伟", "", "2015-12", "一级教师"])));
        await ImportAsync(office, File(Titles(["张伟", "", "2015-12", "高级教师"])));
        var record = await RecordAsync(office);
        var @case = await office.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == OfficeRecord.RosterCaseId));
        AuditChain.FirstBroken(record, @case.AuditLength, @case.AuditHead).ShouldBeNull();
    }

    [Fact]
    public async Task Whatever_was_imported_again_or_in_another_order_changes_nothing_and_comes_out_as_it_went_in()
    {
        await using var office = await OpenAsync();
        var person = OneOf("张伟", "李娜");
        var title = Gen.Select(person, Gen.Int[2008, 2012], OneOf("一级教师", "高级教师")).Select((who, year, what) => (Key: $"{who}{year}", Cells: (string[])[who, "", $"{year}-12", what]));
        var day = Gen.Select(person, Gen.Int[1, 28], OneOf("听课", "调研"), OneOf("√", ""), OneOf("教务处", "")).Select((who, on, kind, half, by) =>
            (Key: $"{who}{on}{kind}", Cells: (string[])[who, $"2026-04-{on:00}", "城关中学", kind, half, by]));
        var stay = Gen.Select(person, Gen.Int[2018, 2025], OneOf("1", "2"), OneOf("是", "否")).Select((who, year, number, done) =>
            (Key: $"{who}{year}{number}", Cells: (string[])[who, "", $"{year}-{year + 1}-{number}", "城关中学", "初中", "支教", done]));
        await Gen.Select(title.Array[0, 6], day.Array[0, 12], stay.Array[0, 6]).SampleAsync(async (titles, days, stays) =>
        {
            byte[] Written(Func<IEnumerable<string[]>, IEnumerable<string[]>> order) => File(
                Titles([.. order(titles.DistinctBy(one => one.Key).Select(one => one.Cells))]),
                Days([.. order(days.DistinctBy(one => one.Key).Select(one => one.Cells))]),
                Placements([.. order(stays.DistinctBy(one => one.Key).Select(one => one.Cells))]));
            await ImportAsync(office, Written(rows => rows));
            (await PreviewAsync(office, Written(rows => rows.Reverse()))).Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
            (await PreviewAsync(office, await WriteAsync(office, HumanResources))).Lines.ShouldAllBe(line => line.Change == Change.Unchanged);
        }, iter: 10, threads: 1);
    }

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(n => words[n]);

    private static byte[] File(params WrittenSheet[] sheets) => XlsxWriter.Write([new("人员", PeopleHeader, [Zhang, Li]), .. sheets]);

    private static WrittenSheet Titles(params string[][] rows) => new("职称变动", ["姓名*", "教职工号", "生效日期*", "职称*"], rows);

    private static WrittenSheet Statuses(params string[][] rows) => new("状态变动", ["姓名*", "教职工号", "生效日期*", "人员状态*"], rows);

    private static WrittenSheet Days(params string[][] rows) => new("工作日志", ["姓名*", "日期*", "学校*", "类型*", "半天", "核实人"], rows);

    private static WrittenSheet Placements(params string[][] rows) =>
        new("挂职经历", ["姓名*", "教职工号", "起止*", "接收学校*", "学段*", "方式*", "是否完成*"], rows);

    private static Task<Answer> ImportAsync(TestOffice office, byte[] file) =>
        office.DoAsync<ImportRoster>(u => u.RunAsync(new(Guid.CreateVersion7(), "workbook.xlsx", file), HumanResources, default));

    private static async Task<WorkbookPreview> PreviewAsync(TestOffice office, byte[] file)
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportRoster>().PreviewAsync(new(Guid.CreateVersion7(), "workbook.xlsx", file), HumanResources, default);
    }

    private static async Task<byte[]> WriteAsync(TestOffice office, Guid actor)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<ExportRoster>().WriteAsync(actor, (column, cell) => column == "手机号" && cell.Length > 0 ? "***" : cell, default);
        return file.Content;
    }

    private static Task<List<AuditEntry>> RecordAsync(TestOffice office) => office.ReadAsync(db =>
        db.Audit.Include(entry => entry.Personal).Where(entry => entry.CaseId == OfficeRecord.RosterCaseId).OrderBy(entry => entry.Number).ToListAsync());
}

/// <summary>The workbook on SQLite.</summary>
public sealed class WorkbookOnSqlite : WorkbookTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnSqliteAsync();
}

/// <summary>The workbook on PostgreSQL.</summary>
public sealed class WorkbookOnPostgres(PostgresCluster cluster) : WorkbookTests
{
    protected override Task<TestOffice> OpenAsync() => TestOffice.OnPostgresAsync(cluster);
}
