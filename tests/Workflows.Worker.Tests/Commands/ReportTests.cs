using System.Text.Json;

namespace Workflows.Worker.Tests.Commands;

public sealed class ReportTests
{
    private static readonly string Workbook = Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx");

    [Fact]
    public async Task The_sample_college_is_judged_clause_by_clause_and_twice_the_same()
    {
        var first = await WorkerProcess.Run("report", "--roster", Workbook, "--as-of", "2026-11-26", "--format", "json");
        var second = await WorkerProcess.Run("report", "--roster", Workbook, "--as-of", "2026-11-26", "--format", "json");
        first.ExitCode.ShouldBe(0, first.Errors);
        second.Output.ShouldBe(first.Output);

        var clauses = JsonDocument.Parse(first.Text).RootElement.EnumerateArray().ToDictionary(entry => entry.GetProperty("clause").GetString()!);
        clauses.Keys.ShouldBe(
            ["R01", "R02", "R03", "R04", "R11", "R12", "R13", "R14", "R15", "R16", "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R25", "R26"]);
        Verdict("R02").ShouldBe(("Met", 33, 35));
        Verdict("R04").ShouldBe(("Met", 35, 40));
        Verdict("R12").ShouldBe(("NotMet", 34, 35));
        clauses["R12"].GetProperty("who").EnumerateArray().Select(name => name.GetString()).ShouldBe(["汤丽娜"]);
        clauses["R12"].GetProperty("shortBy").GetInt32().ShouldBe(1);
        clauses["R13"].GetProperty("variants").GetArrayLength().ShouldBe(12);
        clauses["R13"].GetProperty("dependsOnReading").GetBoolean().ShouldBeTrue();
        clauses["R22"].GetProperty("missing").EnumerateArray().Select(fact => fact.GetString()).ShouldBe(["工作日志"]);

        (string, int, int) Verdict(string clause) => (
            clauses[clause].GetProperty("verdict").GetString()!, clauses[clause].GetProperty("numerator").GetInt32(),
            clauses[clause].GetProperty("denominator").GetInt32());
    }

    [Fact]
    public async Task A_sheet_that_is_missing_makes_its_clauses_unknown_and_is_named()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.csv");
        await File.WriteAllTextAsync(
            file, "姓名,性别,教职工号,出生日期,进本校年月,教职工类别,人员状态,学段,任教学科,最高学历,职称\n张伟,男,G1,1980-04-12,2015-08,专任,在职,初中,数学,本科,高级教师\n",
            TestContext.Current.CancellationToken);
        try
        {
            var report = await WorkerProcess.Run("report", "--roster", file, "--as-of", "2026-11-26", "--format", "json");
            report.ExitCode.ShouldBe(0, report.Errors);
            var clauses = JsonDocument.Parse(report.Text).RootElement.EnumerateArray().ToDictionary(entry => entry.GetProperty("clause").GetString()!);
            clauses["R02"].GetProperty("verdict").GetString().ShouldBe("Met");
            foreach (var (clause, sheet) in new[] { ("R12", "挂职经历"), ("R14", "工作日志"), ("R16", "兼职聘书"), ("R17", "年度投入 2026"), ("R25", "编制岗位") })
            {
                clauses[clause].GetProperty("verdict").GetString().ShouldBe("Unknown", clause);
                clauses[clause].GetProperty("missing").EnumerateArray().Select(fact => fact.GetString()).ShouldBe([sheet], clause);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Without_a_day_or_a_readable_file_nothing_is_printed()
    {
        var dayless = await WorkerProcess.Run("report", "--roster", Workbook);
        (dayless.ExitCode, dayless.Output.Length).ShouldBe((2, 0));
        dayless.Errors.ShouldContain("--as-of");
        var fileless = await WorkerProcess.Run("report", "--roster", "no-such-file.xlsx", "--as-of", "2026-11-26");
        (fileless.ExitCode, fileless.Output.Length).ShouldBe((2, 0));
    }
}
