using System.CommandLine;
using Workflows.Processes;
using Workflows.Reminders.Sending;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>sending acknowledge --reason TEXT</c>: opens sending after a restore.</summary>
public static class SendingCommand
{
    private static readonly Option<string> Reason = new("--reason")
    {
        Description = "核对了什么：旧机器已停用，数据无误 / what you looked at: the old machine is off, the data are right", Required = true, HelpName = "TEXT",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var acknowledge = new Command("acknowledge", "恢复备份之后开始发信 / let mail go out after a restore") { Reason, CommonOptions.Connection };
        acknowledge.SetAction(RunAsync);
        return new Command("sending", "发信 / sending") { acknowledge };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var office = await CommandOffice.OpenAsync(
            settings, _ => CommandOffice.Clock(settings.Zone, parsed.GetValue(CommonOptions.AsOf)), ct,
            also => also.AddSingleton(settings.Reminders).AddScoped<AcknowledgeRestore>());
        var answer = await office.AskAsync<AcknowledgeRestore, Answer>(acknowledge => acknowledge.RunAsync(
            new AcknowledgeRestore.Command(Guid.CreateVersion7(), parsed.GetRequiredValue(Reason)), actor: null, ct));
        foreach (var reason in answer.Reasons)
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{reason.Zh} / {reason.En}");
        return answer.IsDone ? ExitCodes.Done : ExitCodes.Unusable;
    }
}
