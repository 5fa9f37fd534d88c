using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Workflows.Storage;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Commands;

/// <summary><c>account reset-second-factor NAME</c>: lets somebody in by password who lost phone and recovery codes.</summary>
public static class ResetSecondFactorCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "用户名 / the user name" };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var reset = new Command("reset-second-factor",
            "关闭某人的两步验证（手机和恢复码都丢了时） / turn off the second factor of somebody who lost phone and codes")
        {
            Name, CommonOptions.Connection,
        };
        reset.SetAction(ResetSecondFactorAsync);
        return reset;
    }

    private static async Task<int> ResetSecondFactorAsync(ParseResult parsed, CancellationToken ct)
    {
        var settings = OfficeSettings.Read(OfficeConfiguration.Of(parsed), parsed.GetRequiredValue(CommonOptions.WorkflowsFolder));
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddStorage(settings.Storage).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowsDb>();
        var output = parsed.InvocationConfiguration.Error;
        var name = parsed.GetRequiredValue(Name);
        var normalized = name.Normalize().ToUpperInvariant();
        if (await db.Users.FirstOrDefaultAsync(account => account.NormalizedUserName == normalized, ct) is not { } account)
        {
            await output.WriteLineAsync($"没有账户 {name} / there is no account {name}");
            return ExitCodes.Unusable;
        }

        db.UserTokens.RemoveRange(await db.UserTokens.Where(token => token.UserId == account.Id).ToListAsync(ct));
        account.TwoFactorEnabled = false;
        // A new stamp ends all sessions, a stranger's too.
        account.SecurityStamp = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        account.ConcurrencyStamp = $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}";
        await db.SaveChangesAsync(ct);
        await output.WriteLineAsync($"{name} 的两步验证已关闭，所有登录已退出。/ The second factor of {name} is off, and all sessions have ended.");
        return ExitCodes.Done;
    }
}
