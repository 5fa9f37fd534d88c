using System.Text.Json;

namespace Workflows.Worker.Tests.Commands;

public sealed class PlanSecondmentTests
{
    private static readonly string Workbook = Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx");

    [Fact]
    public async Task The_sample_college_is_planned_twice_the_same_with_reasons_and_slack()
    {
        string[] arguments = ["plan", "secondment", "--roster", Workbook, "--as-of", "2026-08-15", "--from", "2026-2027-1", "--semesters", "6", "--seed", "3", "--format", "json"];
        var (first, second) = (await WorkerProcess.Run(arguments), await WorkerProcess.Run(arguments));
        first.ExitCode.ShouldBe(0, first.Errors);
        second.Output.ShouldBe(first.Output);

        var plan = JsonDocument.Parse(first.Text).RootElement;
        plan.GetProperty("semesters").GetArrayLength().ShouldBe(6);
        var assignments = plan.GetProperty("assignments").EnumerateArray().ToList();
        assignments.ShouldNotBeEmpty();
        assignments.ShouldAllBe(one => one.GetProperty("reasons").GetArrayLength() > 0 && one.GetProperty("kind").GetString() == "挂职锻炼");
        plan.GetProperty("rules").EnumerateArray().ShouldAllBe(rule => rule.GetProperty("sentence").GetProperty("zh").GetString()!.Length > 0);
        plan.GetProperty("bound").GetInt64().ShouldBeLessThanOrEqualTo(plan.GetProperty("objective").GetInt64());
        // 汤丽娜 is overdue: first in line, and a finding with slack below 0.
        assignments.First(one => one.GetProperty("person").GetString() == "汤丽娜").GetProperty("semester").GetString().ShouldBe("2026-2027-1");
        plan.GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("rule").GetString() == "LastFeasible" && rule.GetProperty("person").GetString() == "汤丽娜")
            .GetProperty("slack").GetInt32().ShouldBeLessThan(0);
    }

    [Fact]
    public async Task A_word_that_is_no_semester_is_refused()
    {
        var result = await WorkerProcess.Run("plan", "secondment", "--roster", Workbook, "--from", "2026-1");
        (result.ExitCode, result.Output.Length).ShouldBe((2, 0));
        result.Errors.ShouldContain("2026-2027-1");
    }
}
