using System.CommandLine;

namespace Workflows.Worker.Commands;

/// <summary><c>account</c>: what an administrator does about accounts where the pages can't be reached yet, or any more.</summary>
public static class AccountCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("account", "账户 / accounts") { AddAccountCommand.Create(), ResetSecondFactorCommand.Create() };
}
