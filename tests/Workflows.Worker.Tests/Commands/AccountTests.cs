namespace Workflows.Worker.Tests.Commands;

public sealed class AccountTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("account-").FullName;

    private string Database => $"Data Source={Path.Combine(folder, "office.db")}";

    public async ValueTask InitializeAsync() => (await WorkerProcess.Run("migrate", "--connection", Database)).ExitCode.ShouldBe(0);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_account_gets_a_password_that_is_printed_once_and_its_name_is_taken_then()
    {
        var opened = await AddAsync("linxiuying", "--display-name", "林秀英", "--role", "HumanResources");
        (opened.ExitCode, opened.Text).ShouldBe((0, ""));
        opened.Errors.ShouldMatch("shown this once: [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
        var again = await AddAsync("LinXiuying", "--role", "Leadership");
        again.ExitCode.ShouldBe(2);
        again.Errors.ShouldContain("这个用户名已有人使用");
    }

    [Fact]
    public async Task Roles_that_exclude_each_other_and_unknown_ones_are_refused()
    {
        (await AddAsync("a", "--role", "HumanResources", "--role", "Auditor")).Errors.ShouldContain("审计人员不得同时担任");
        (await AddAsync("a", "--role", "King")).ExitCode.ShouldBe(2);
    }

    private Task<WorkerProcess> AddAsync(params string[] more) => WorkerProcess.Run(["account", "add", .. more, "--connection", Database]);
}
