using System.Text.Json;

namespace Workflows.Worker.Tests.Commands;

public sealed class PlanRotationTests
{
    private static readonly string Workbook = Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx");

    [Fact]
    public async Task The_sample_college_needs_two_to_come_within_three_years_and_nobody_to_move()
    {
        string[] arguments = ["plan", "rotation", "--roster", Workbook, "--as-of", "2026-06-01", "--from", "2026-2027-1", "--semesters", "6", "--format", "json"];
        var result = await WorkerProcess.Run(arguments);
        result.ExitCode.ShouldBe(0, result.Errors);
        var plan = JsonDocument.Parse(result.Text).RootElement;
        plan.GetProperty("status").GetString().ShouldBe("Optimal");
        plan.GetProperty("rounds").EnumerateArray().Select(one => one.GetString()).ShouldBe(["2026-2027-1", "2027-2028-1", "2028-2029-1"]);
        // Seven places are free, so that nobody has to move for them.
        plan.GetProperty("assignments").GetArrayLength().ShouldBe(0);
        plan.GetProperty("newcomers").EnumerateArray().Sum(one => one.GetProperty("count").GetInt32()).ShouldBe(2);
        var floor = plan.GetProperty("rules").EnumerateArray().Single(one => one.GetProperty("rule").GetString() == "RenewalFloor" && one.GetProperty("semester").GetString() == "2028-2029-1");
        floor.GetProperty("sentence").GetProperty("zh").GetString().ShouldBe("2028 年末五年更新不少于 6 人（已有 4 人，基数 34 人）");
        floor.GetProperty("slack").GetInt32().ShouldBe(0);
    }
}
