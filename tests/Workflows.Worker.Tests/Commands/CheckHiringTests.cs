using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace Workflows.Worker.Tests.Commands;

public sealed class CheckHiringTests : IDisposable
{
    private const string Header = "姓名,出生日期,最高学历,职称,任教经历,荣誉,现单位所在区\n";
    private const string Suitable = "张伟,1985-07-09,本科,一级教师,2010-09~至今 实验小学,,沙县\n";
    private const string TooOld = "李强,1975-07-09,本科,一级教师,2010-09~至今 实验小学,,沙县\n";
    private const string OnTheLine = "王芳,1981-09-01,本科,一级教师,2010-09~至今 实验小学,,沙县\n";

    private readonly string folder = Directory.CreateTempSubdirectory("check-hiring-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Json_has_the_shape_that_scripts_rely_on()
    {
        var result = await Check(Write(Header + Suitable + TooOld), "--format", "json");
        (result.ExitCode, result.Errors).ShouldBe((0, ""));
        var root = JsonDocument.Parse(result.Output).RootElement;
        Names(root).ShouldBe(["policy", "referenceDate", "readings", "applicants", "counts"]);
        root.GetProperty("readings").GetRawText().ReplaceLineEndings("").Replace(" ", "").ShouldBe("""{"R06":"under"}""");
        Names(root.GetProperty("counts")).ShouldBe(["Eligible", "NeedsDecision", "Undecidable", "Ineligible"]);
        var applicant = root.GetProperty("applicants")[1];
        Names(applicant).ShouldBe(["row", "name", "verdict", "dependsOnReading", "findings", "waiverGrounds", "warnings"]);
        (applicant.GetProperty("row").GetInt32(), applicant.GetProperty("name").GetString()).ShouldBe((3, "李强"));
        var finding = applicant.GetProperty("findings")[1];
        Names(finding).ShouldBe(["clause", "result", "required", "actual", "facts", "dependsOnReading", "explanation"]);
        Names(finding.GetProperty("facts")).ShouldBe(["ageYearsMin", "ageYearsMax"]);
        Names(finding.GetProperty("explanation")).ShouldBe(["zh", "en"]);
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes_with_Chinese_unescaped()
    {
        var file = Write(Header + Suitable + OnTheLine);
        var (first, second) = (await Check(file, "--format", "json"), await Check(file, "--format", "json"));
        first.Output.ShouldBe(second.Output);
        first.Text.ShouldContain("\"name\": \"张伟\"");
        first.Text.ShouldNotContain("\\u");
        first.Output[0].ShouldBe((byte)'{');
    }

    [Fact]
    public async Task The_options_are_the_terms()
    {
        var file = Write(Header + OnTheLine + Suitable.Replace("沙县", "永安市"));
        Verdicts(await Check(file, "--format", "json")).ShouldBe(["NeedsDecision", "Ineligible"]);
        Verdicts(await Check(file, "--format", "json", "--shortage-post")).ShouldBe(["NeedsDecision", "Eligible"]);
        Verdicts(await Check(file, "--format", "json", "--district", "三明市永安市")).ShouldBe(["Ineligible", "Eligible"]);
        var included = await Check(file, "--format", "json", "--age-reading", "included", "--as-of", "2026-01-01");
        JsonDocument.Parse(included.Output).RootElement.GetProperty("applicants")[0].GetProperty("findings")[1]
            .GetProperty("result").GetString().ShouldBe("Met");
    }

    [Fact]
    public async Task Failing_on_a_verdict_is_asked_for_and_still_prints()
    {
        var file = Write(Header + Suitable + TooOld);
        var failed = await Check(file, "--format", "json", "--fail-on", "Undecidable", "--fail-on", "Ineligible");
        failed.ExitCode.ShouldBe(1);
        Verdicts(failed).ShouldBe(["Eligible", "Ineligible"]);
        (await Check(file, "--fail-on", "Undecidable")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Csv_and_table_print_each_applicant()
    {
        var file = Write(Header + Suitable + TooOld);
        var csv = await Check(file, "--format", "csv");
        csv.Text.Split("\r\n").Length.ShouldBe(4);
        csv.Text.ShouldContain("2,张伟,Eligible,false,Met,Met,Met,Met,Met,,,\r\n");
        var table = await Check(file);
        table.Text.ShouldContain("张伟");
        table.Text.ShouldContain("不符合条件 1");
    }

    [Fact]
    public async Task Unknown_columns_and_left_out_rows_are_told_on_standard_error_alone()
    {
        var plain = await Check(Write(Header + Suitable), "--format", "json");
        var wider = Header.Replace("\n", ",籍贯\n") + Suitable.Replace("沙县\n", "沙县,福建\n") + "合计,1,,,,,,\n";
        var more = await Check(Write(wider), "--format", "json");
        more.Output.ShouldBe(plain.Output);
        more.Errors.ShouldContain("籍贯");
        more.Errors.ShouldContain("rows 3");
    }

    [Fact]
    public async Task Reordered_rows_keep_their_results()
    {
        string[] rows = [Suitable, TooOld, OnTheLine, "赵敏,,,,,,\n", "钱进,1985.1,党校,高级,x,省级教学名师,火星\n"];
        var straight = Results(await Check(Write(Header + string.Concat(rows)), "--format", "json"));
        var reversed = Results(await Check(Write(Header + string.Concat(rows.Reverse())), "--format", "json"));
        reversed.AsEnumerable().Reverse().ShouldBe(straight);

        static List<string> Results(WorkerProcess result)
            => [.. Applicants(result).Select(one => string.Join('\n', one.EnumerateObject().Where(IsNotRow).Select(part => part.Value.GetRawText())))];

        static bool IsNotRow(JsonProperty part) => part.Name != "row";
    }

    [Fact]
    public async Task Unusable_input_ends_with_2_one_line_per_fault_and_nothing_on_standard_output()
    {
        var missing = await Check(Write("姓名,最高学历\n张伟,本科\n"));
        missing.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        WorkerProcess[] all =
        [
            missing,
            await Check(Write(Header)),
            await Check(Write("", "old.xls")),
            await Check(Write("no workbook", "bad.xlsx")),
            await Check(Path.Combine(folder, "nowhere.csv")),
            await Check(folder),
        ];
        all.ShouldAllBe(one => one.ExitCode == 2 && one.Output.Length == 0 && one.Errors.Trim().Length > 0);
    }

    [Theory]
    [InlineData("--reference-date", "2026-02-30")]
    [InlineData("--reference-date", "2026-9-1")]
    [InlineData("--reference-date")]
    [InlineData("--reference-date", "2026-09-01", "--age-reading", "below")]
    [InlineData("--reference-date", "2026-09-01", "--format", "xml")]
    [InlineData("--reference-date", "2026-09-01", "--fail-on", "Bad")]
    [InlineData("--reference-date", "2026-09-01", "--district", " ")]
    [InlineData("--reference-date", "2026-09-01", "--as-of", "soon")]
    [InlineData("--reference-date", "2026-09-01", "--unknown")]
    [InlineData("--reference-date", "2026-09-01", "second.csv")]
    [InlineData("--format", "json")]
    public async Task A_bad_option_ends_with_2_and_says_so_on_standard_error(params string[] options)
    {
        var result = await WorkerProcess.Run(["check", "hiring", Write(Header + Suitable), .. options]);
        (result.ExitCode, result.Output.Length).ShouldBe((2, 0));
        result.Errors.ShouldContain("bad argument");
    }

    [Fact]
    public async Task A_broken_policy_file_ends_with_2_and_names_the_place()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "hiring")).FullName, "policy.json"), "{ \"R06\": 45 }");
        var result = await Check(Write(Header + Suitable), "--workflows", folder);
        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("hiring/policy.json: $.R06");
    }

    [Fact]
    public async Task Dotnet_run_stays_in_the_callers_folder_and_prints_nothing_of_its_own()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root.GetFiles("Workflows.sln").Length == 0) root = root.Parent.ShouldNotBeNull();
        var worker = Path.Combine(root.FullName, "src", "Workflows.Worker");
        using var query = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", worker, "-getProperty:RunWorkingDirectory"])
        {
            RedirectStandardOutput = true,
        })!;
        (await query.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim().ShouldBe("");
        await query.WaitForExitAsync(TestContext.Current.CancellationToken);
        query.ExitCode.ShouldBe(0);
        Directory.EnumerateFiles(worker, "launchSettings.json", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_command_has_help()
    {
        foreach (var command in (string[][])[[], ["check"], ["check", "hiring"]])
        {
            var help = await WorkerProcess.Run([.. command, "--help"]);
            (help.ExitCode, help.Errors).ShouldBe((0, ""));
            help.Text.ShouldContain("--as-of");
        }
    }

    private string Write(string content, string name = "applicants.csv")
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, content, new UTF8Encoding(false));
        return file;
    }

    private static Task<WorkerProcess> Check(string file, params string[] options)
        => WorkerProcess.Run(["check", "hiring", file, "--reference-date", "2026-09-01", .. options]);

    private static JsonElement.ArrayEnumerator Applicants(WorkerProcess result)
        => JsonDocument.Parse(result.Output).RootElement.GetProperty("applicants").EnumerateArray();

    private static IEnumerable<string?> Verdicts(WorkerProcess result)
        => Applicants(result).Select(applicant => applicant.GetProperty("verdict").GetString());

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);
}
