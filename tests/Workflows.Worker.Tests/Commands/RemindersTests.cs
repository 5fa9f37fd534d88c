using System.Text.Json;

namespace Workflows.Worker.Tests.Commands;

/// <summary>The command on a college that was just imported: what is due on 15 September, and nothing from before.</summary>
public sealed class RemindersTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("reminders-").FullName;

    private string Database => $"Data Source={Path.Combine(folder, "office.db")}";

    public async ValueTask InitializeAsync()
    {
        (await WorkerProcess.Run("migrate", "--connection", Database)).ExitCode.ShouldBe(0);
        (await WorkerProcess.Run("import", Path.Combine(AppContext.BaseDirectory, "sample", "workbook.xlsx"), "--connection", Database)).ExitCode.ShouldBe(0);
        (await WorkerProcess.Run(
            "account", "add", "hr", "--display-name", "林秀英", "--email", "hr@example.org", "--role", "HumanResources", "--connection", Database)).ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_dry_run_is_the_same_byte_for_byte_and_announces_exactly_what_is_then_planned()
    {
        var (first, second) = (await RunAsync("--dry-run", "--format", "json"), await RunAsync("--dry-run", "--format", "json"));
        first.ExitCode.ShouldBe(0, first.Errors);
        first.Output.ShouldBe(second.Output);
        var report = JsonDocument.Parse(first.Output).RootElement;
        (report.GetProperty("asOf").GetString(), report.GetProperty("dryRun").GetBoolean()).ShouldBe(("2026-09-15", true));
        var budget = report.GetProperty("reminders").EnumerateArray().Single(one => one.GetProperty("clause").GetString() == "R17");
        budget.GetProperty("key").GetString()!.ShouldStartWith("R17/2027/");
        budget.GetProperty("to").GetString().ShouldBe("林秀英");
        budget.GetProperty("sendFrom").GetString().ShouldBe("2026-09-15T07:30:00+08:00");
        budget.GetProperty("why").GetProperty("zh").GetString()!.ShouldContain("2027 年的文件文号尚未登记");

        var planned = await RunAsync("--format", "json");
        planned.ExitCode.ShouldBe(0, planned.Errors);
        var count = report.GetProperty("count").GetInt32();
        count.ShouldBeGreaterThan(0);
        planned.Errors.ShouldContain($"{count} letters planned into the outbox as of 2026-09-15");
        JsonDocument.Parse((await RunAsync("--dry-run", "--format", "json")).Output).RootElement.GetProperty("count").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task It_prints_a_table_and_comma_separated_text()
    {
        (await RunAsync("--dry-run")).Text.ShouldContain("2026-09-15 试算");
        (await RunAsync("--dry-run", "--format", "csv")).Text.ShouldStartWith("key,clause,stage,to,address,send_from,due_on,title_zh,title_en,why_zh,why_en\r\n");
    }

    [Fact]
    public async Task A_folder_without_a_demo_is_unusable()
    {
        var result = await WorkerProcess.Run("reminders", "--as-of", "2026-09-15", "--data", Path.Combine(folder, "nothing"));
        result.ExitCode.ShouldBe(2);
        result.Errors.ShouldContain("there is no demo here");
    }

    private Task<WorkerProcess> RunAsync(params string[] more) =>
        WorkerProcess.Run(["reminders", "--as-of", "2026-09-15", "--connection", Database, .. more]);
}
