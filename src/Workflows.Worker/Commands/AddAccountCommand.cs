using System.CommandLine;
using Workflows.Personnel.Cases;
using Workflows.Processes;
using Workflows.Processes.Staff;
using Workflows.Storage;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>account add NAME --role ROLE</c>: opens an account without the pages, as the first one of an empty installation must be.</summary>
public static class AddAccountCommand
{
    private static readonly Argument<string> UserName = new("NAME") { Description = "用户名 / the user name" };

    private static readonly Option<OfficeRole[]> Roles = new("--role")
    {
        Description = "角色，可以有几个 / a role; may be given several times", Required = true, AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> DisplayName = new("--display-name") { Description = "姓名 / the name shown to others" };

    private static readonly Option<string?> Email = new("--email") { Description = "邮箱 / the mail address" };

    private static readonly Option<string?> School = new("--school") { Description = "“学校”角色所属的学校 / the school, for the role School" };

    private static readonly Option<bool> FromInput = new("--password-stdin")
    {
        Description = "从标准输入读一次性密码，不自动生成 / read the one-time password from standard input instead of making one",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var add = new Command("add", "开设账户，生成一次性密码 / open an account with a one-time password")
        {
            UserName, Roles, DisplayName, Email, School, FromInput, CommonOptions.Connection,
        };
        add.SetAction(AddAsync);
        return add;
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken ct)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var isGiven = parsed.GetValue(FromInput);
        var password = isGiven ? (await Console.In.ReadLineAsync(ct) ?? "").Trim() : OneTimePassword.New();
        var userName = parsed.GetRequiredValue(UserName);
        var command = new OpenAccount.Command(
            Guid.CreateVersion7(), userName, parsed.GetValue(DisplayName) ?? userName, parsed.GetValue(Email) ?? "", "zh-CN",
            parsed.GetRequiredValue(Roles), password) { School = parsed.GetValue(School) };

        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var services = Services(settings);
        await using var scope = services.CreateAsyncScope();
        if (await Schema.FaultAsync(scope.ServiceProvider.GetRequiredService<WorkflowsDb>(), ct) is { } fault)
            throw new SettingsException([$"{fault.Zh} / {fault.En}"]);
        var answer = await scope.ServiceProvider.GetRequiredService<OpenAccount>().RunAsync(command, actor: null, ct);
        foreach (var reason in answer.Reasons)
            await errors.WriteLineAsync($"{reason.Zh} / {reason.En}");
        if (!answer.IsDone)
            return ExitCodes.Unusable;
        if (!isGiven)
            await errors.WriteLineAsync($"一次性密码，只显示这一次 / one-time password, shown this once: {password}");
        return ExitCodes.Done;
    }

    private static ServiceProvider Services(OfficeSettings settings) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddStorage(settings.Storage)
        .AddSingleton(OfficeFiles.Open(settings.WorkflowsFolder, settings.Zone))
        .AddUseCases()
        .AddOfficeSteps()
        .AddOfficePort(settings.WorkflowsFolder)
        .BuildServiceProvider();
}
