using Microsoft.Extensions.Configuration;
using Workflows.Personnel.Cases;
using Workflows.Web.Access;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Tests.Hosting;

public sealed class LoginSettingsTests
{
    [Fact]
    public void Without_settings_people_log_in_here_and_no_role_must_have_a_second_factor()
    {
        var login = Read();
        (login.LocalAccounts, login.FreshMinutes, login.SecondFactorRoles.Count, login.OpenIdConnect).ShouldBe((true, 15, 0, null));
    }

    [Fact]
    public void Roles_come_as_a_list_or_as_one_line()
    {
        OfficeRole[] both = [OfficeRole.HumanResources, OfficeRole.Leadership];
        Read(("Login:SecondFactorRoles:0", "HumanResources"), ("Login:SecondFactorRoles:1", "leadership")).SecondFactorRoles.ShouldBe(both);
        Read(("Login:SecondFactorRoles", "HumanResources, Leadership")).SecondFactorRoles.ShouldBe(both);
    }

    [Fact]
    public void The_client_s_secret_may_lie_in_a_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "s3cret\n");
        var bureau = Read(("Login:OpenIdConnect:Authority", "https://login.example.org/realm"), ("Login:OpenIdConnect:ClientId", "office"),
            ("Login:OpenIdConnect:ClientSecretFile", file), ("Office:PublicUrl", "https://office.example.org")).OpenIdConnect!;
        File.Delete(file);
        (bureau.ClientSecret, bureau.NameClaim, bureau.PublicUrl).ShouldBe(("s3cret", "preferred_username", new Uri("https://office.example.org")));
    }

    [Theory]
    [InlineData("Login:SecondFactorRoles", "Headmaster", "“Headmaster” 应为")]
    [InlineData("Login:SecondFactorRoles:0", "3", "“3” 应为")]
    [InlineData("Login:FreshMinutes", "0", "Login:FreshMinutes “0”")]
    [InlineData("Login:FreshMinutes", "a quarter", "Login:FreshMinutes “a quarter”")]
    [InlineData("Login:LocalAccounts", "nein", "Login:LocalAccounts “nein”")]
    [InlineData("Login:LocalAccounts", "false", "nobody can log in")]
    [InlineData("Login:OpenIdConnect:Authority", "https://login.example.org", "Login:OpenIdConnect:ClientId is missing")]
    [InlineData("Login:OpenIdConnect:Authority", "http://login.example.org", "must be an https address")]
    [InlineData("Login:OpenIdConnect:ClientId", "office", "must be an https address")]
    [InlineData("Login:OpenIdConnect:ClientSecretFile", "/nowhere/secret", "ClientSecretFile “/nowhere/secret” 文件读不了")]
    public void What_cannot_be_used_stops_the_start_with_a_sentence(string setting, string value, string sentence) =>
        Should.Throw<SettingsException>(() => Read((setting, value))).Message.ShouldContain(sentence);

    private static LoginOptions Read(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [.. settings.Select(one => KeyValuePair.Create(one.Setting, (string?)one.Value)), new("ConnectionStrings:Workflows", "Data Source=office.db")]);
        return OfficeSettings.Read(configuration.Build(), AppContext.BaseDirectory).Pages.Login;
    }
}
