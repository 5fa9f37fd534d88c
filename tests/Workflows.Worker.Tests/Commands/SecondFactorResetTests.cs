using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Testing.Offices;

namespace Workflows.Worker.Tests.Commands;

public sealed class SecondFactorResetTests
{
    private const string Reset = "reset-second-factor";

    [Fact]
    public async Task Somebody_who_lost_phone_and_codes_can_be_let_in_by_password_again()
    {
        await using var office = await TestOffice.OnSqliteAsync();
        var id = TestOffice.Of(OfficeRole.Leadership);
        var connection = await office.ReadAsync(async db =>
        {
            var account = await db.Users.SingleAsync(one => one.Id == id);
            (account.NormalizedUserName, account.TwoFactorEnabled, account.SecurityStamp) = ("LEADERSHIP", true, "old");
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "x" });
            await db.SaveChangesAsync();
            return db.Database.GetConnectionString()!;
        });

        var done = await WorkerProcess.Run("account", Reset, "Leadership", "--connection", connection);
        done.ExitCode.ShouldBe(0, done.Errors);
        done.Errors.ShouldContain("Leadership 的两步验证已关闭");
        var after = await office.ReadAsync(db => db.Users.SingleAsync(one => one.Id == id));
        (after.TwoFactorEnabled, after.SecurityStamp == "old").ShouldBe((false, false));
        (await office.ReadAsync(db => db.UserTokens.CountAsync())).ShouldBe(0);

        var unknown = await WorkerProcess.Run("account", Reset, "nobody", "--connection", connection);
        (unknown.ExitCode, unknown.Errors.Contains("没有账户 nobody", StringComparison.Ordinal)).ShouldBe((2, true));
    }
}
