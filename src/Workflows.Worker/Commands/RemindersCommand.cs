using System.CommandLine;
using Workflows.Personnel.Mail;
using Workflows.Reminders;
using Workflows.Reminders.Planning;
using Workflows.Worker.Demo;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>reminders --as-of DATE</c>: plans what is due by that day into the outbox; with <c>--dry-run</c> it only says what that would be.</summary>
public static class RemindersCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "只列出会发什么、发给谁、何时、为什么，不写入 / print what would be sent to whom, when and why; write nothing",
    };

    private static readonly Option<string?> Folder = new("--data")
    {
        Description = "演示的数据文件夹，代替 --connection / the folder of a demo, in place of --connection",
        HelpName = "DIR",
    };

    private static readonly Option<string> Format = CommonOptions.Format();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("reminders", "到某一天应发的提醒 / the reminders that are due by a day") { DryRun, CommonOptions.Connection, Folder, Format };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var configuration = OfficeConfiguration.Of(parsed);
        if (parsed.GetValue(Folder) is { } folder)
        {
            if (!File.Exists(DemoOffice.DatabaseIn(folder)))
                throw new SettingsException([$"{folder}: 这里没有演示数据 / there is no demo here; write the folder that the demo printed"]);
            configuration["ConnectionStrings:Workflows"] = $"Data Source={DemoOffice.DatabaseIn(folder)}";
        }

        var settings = OfficeSettings.Read(configuration, parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        DateOnly day = default;
        DateTimeOffset morning = default;
        await using var services = await CommandOffice.OpenAsync(settings, office =>
        {
            day = parsed.GetValue(CommonOptions.AsOf) ?? office.DayOf(TimeProvider.System.GetUtcNow());
            morning = OpenHours.MorningOf(office, day);
            return new StillClock(morning, settings.Zone);
        }, ct, also => also.AddLogging().AddPlanning(settings.Reminders));

        var letters = LetterPreview.Of(await services.AskAsync<PlanLetters, IReadOnlyList<Letter>>(plan => plan.PendingAsync(morning, ct)));
        var isDryRun = parsed.GetValue(DryRun);
        RemindersPrinter.Print(RemindersReport.Of(day, isDryRun, letters, settings.Zone), parsed.GetRequiredValue(Format), output);
        if (isDryRun)
            return ExitCodes.Done;
        var planned = await services.AskAsync<PlanLetters, int>(plan => plan.RunAsync(ct));
        await errors.WriteLineAsync(
            $"已按 {day:yyyy-MM-dd} 写入发件箱 {planned} 封，由运行中的程序发送 / {planned} letters planned into the outbox as of {day:yyyy-MM-dd}; the running program sends them");
        return ExitCodes.Done;
    }
}
