using System.Text.Json;

namespace Workflows.Worker.Tests.Commands;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Header = "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,最高学历,职称,是否在编\n";
    private const string Zhang = "张伟,男,G001,1985-07-09,2016-09,专任,在职,本科,一级教师,是\n";

    private readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    private string Database => $"Data Source={Path.Combine(folder, "office.db")}";

    public async ValueTask InitializeAsync() => (await WorkerProcess.Run("migrate", "--connection", Database)).ExitCode.ShouldBe(0);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_sample_workbook_is_shown_then_imported_then_unchanged()
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx");
        Counts(await Import(sample, "--dry-run")).ShouldBe("added 1450 changed 0 unchanged 0 missing 0 faults 0 questions 1");
        Counts(await Import(sample)).ShouldBe("added 1450 changed 0 unchanged 0 missing 0 faults 0 questions 1");
        var (first, second) = (await Import(sample, "--dry-run"), await Import(sample, "--dry-run"));
        Counts(first).ShouldBe("added 0 changed 0 unchanged 1450 missing 0 faults 0 questions 1");
        first.Output.ShouldBe(second.Output);
        first.Text.ShouldContain("\"name\": \"陈国栋\"");
        JsonDocument.Parse(first.Output).RootElement.GetProperty("sheets").EnumerateArray()
            .Select(sheet => $"{sheet.GetProperty("sheet")} {sheet.GetProperty("unchanged")}")
            .ShouldBe(["人员 47", "挂职经历 54", "职称变动 85", "状态变动 21", "兼职聘书 38", "学校 18", "编制岗位 8", "工作日志 1166", "年度投入 5", "意愿与限制 8"]);
        var table = await WorkerProcess.Run("import", sample, "--connection", Database, "--dry-run");
        table.Text.ShouldContain("工作日志: 新增 0 · 更新 0 · 未变 1166 · 文件中没有 0");
        (await WorkerProcess.Run("import", sample, "--connection", Database, "--dry-run", "--format", "csv")).Text.ShouldContain("unchanged,挂职经历,2,张秀珍 ");
    }

    [Fact]
    public async Task A_file_without_the_other_sheets_names_them_and_an_unlisted_word_is_named_with_its_choices()
    {
        var dryRun = await Import(Write(Header + Zhang.Replace("一级教师", "首席教师")), "--dry-run");
        dryRun.Errors.ShouldContain("没有工作表“挂职经历”");
        dryRun.Errors.ShouldContain("“首席教师”词表里没有");
        var json = JsonDocument.Parse(dryRun.Output).RootElement;
        json.GetProperty("missingSheets").GetArrayLength().ShouldBe(9);
        json.GetProperty("unlisted")[0].GetProperty("choices").EnumerateArray().Select(choice => choice.GetString()).ShouldContain("一级教师");
    }

    [Fact]
    public async Task A_dry_run_prints_bad_cells_as_data_and_an_import_refuses_them_one_line_each()
    {
        var file = Write(Header + Zhang + "李娜,女,G002,1985.1,2017-09,教师,在职,本科,一级教师,是\n");
        var dryRun = await Import(file, "--dry-run");
        dryRun.ExitCode.ShouldBe(0);
        var faults = JsonDocument.Parse(dryRun.Output).RootElement.GetProperty("faults");
        faults.EnumerateArray().Select(fault => $"{fault.GetProperty("row")} {fault.GetProperty("column")}").ShouldBe(["3 教职工类别", "3 出生日期"]);

        var refused = await Import(file);
        (refused.ExitCode, refused.Text).ShouldBe((2, ""));
        refused.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        refused.Errors.ShouldContain("roster.csv: 第3行 “教职工类别”");
        Counts(await Import(Write(Header + Zhang), "--dry-run")).ShouldStartWith("added 1 ");
    }

    [Fact]
    public async Task A_change_is_printed_with_old_and_new_value_in_every_format()
    {
        (await Import(Write(Header + Zhang))).ExitCode.ShouldBe(0);
        var file = Write(Header + Zhang.Replace("一级教师", "高级教师"));
        (await WorkerProcess.Run("import", file, "--connection", Database, "--dry-run", "--format", "csv")).Text
            .ShouldContain("changed,人员,2,张伟,职称,一级教师,高级教师,,");
        (await WorkerProcess.Run("import", file, "--connection", Database, "--dry-run")).Text.ShouldContain("更新 1");
    }

    [Theory]
    [InlineData("姓名,性别\n张伟,男\n", "缺少必填列")]
    [InlineData(Header, "表中没有数据")]
    public async Task An_unusable_file_exits_with_2_even_in_a_dry_run(string text, string fault)
    {
        var result = await Import(Write(text), "--dry-run");
        (result.ExitCode, result.Text).ShouldBe((2, ""));
        result.Errors.ShouldContain(fault);
    }

    [Fact]
    public async Task A_missing_file_or_database_setting_or_schema_exits_with_2()
    {
        (await Import(Path.Combine(folder, "nothing.xlsx"))).ExitCode.ShouldBe(2);
        var file = Write(Header + Zhang);
        var unset = await WorkerProcess.Run("import", file);
        (unset.ExitCode, unset.Text).ShouldBe((2, ""));
        unset.Errors.ShouldContain("ConnectionStrings:Workflows");
        var empty = await WorkerProcess.Run("import", file, "--connection", $"Data Source={Path.Combine(folder, "empty.db")}");
        empty.ExitCode.ShouldBe(2);
        empty.Errors.ShouldContain("migrate");
    }

    [Fact]
    public async Task A_database_out_of_reach_exits_with_3()
    {
        var result = await WorkerProcess.Run("import", Write(Header + Zhang), "--connection", "Host=127.0.0.1;Port=1;Database=x;Username=x;Timeout=2");
        (result.ExitCode, result.Text).ShouldBe((3, ""));
    }

    private Task<WorkerProcess> Import(string file, params string[] options)
        => WorkerProcess.Run(["import", file, "--connection", Database, "--format", "json", .. options]);

    private static string Counts(WorkerProcess result)
    {
        result.ExitCode.ShouldBe(0, result.Errors);
        return string.Join(' ', JsonDocument.Parse(result.Output).RootElement.GetProperty("counts").EnumerateObject().Select(count => $"{count.Name} {count.Value}"));
    }

    private string Write(string text)
    {
        var path = Path.Combine(folder, "roster.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
