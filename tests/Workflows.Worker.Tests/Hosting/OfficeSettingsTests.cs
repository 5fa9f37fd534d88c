using System.Net;
using Microsoft.Extensions.Configuration;
using Workflows.Storage;
using Workflows.Worker.Hosting;

namespace Workflows.Worker.Tests.Hosting;

/// <summary>Every setting of the README's table: what can't be used stops the start, all of it at once, and no secret is repeated.</summary>
public sealed class OfficeSettingsTests
{
    private const string Key = "ConnectionStrings:Workflows";
    private const string Database = "Host=db;Database=workflows;Username=workflows;Password=s3cret";

    [Fact]
    public void An_office_that_names_its_database_and_its_mail_may_run()
    {
        var settings = Read();
        settings.ShouldSatisfyAllConditions(
            one => one.Storage.ShouldBe(new StorageOptions(StorageProvider.Postgres, Database)), one => one.Owner.ShouldBe(one.Storage),
            one => one.Zone.Id.ShouldBe("Asia/Shanghai"), one => one.Roles.ShouldBe(NodeRoles.Web | NodeRoles.Work), one => one.Proxies.ShouldBeEmpty(),
            one => one.Reminders.Mail.Port.ShouldBe(25), one => one.Pages.College.Zh.ShouldBe("教师进修学校"), one => one.Seal.ShouldBeNull());
    }

    [Theory]
    [InlineData(Key, "", "缺少 ConnectionStrings:Workflows")]
    [InlineData(Key, "Host=db;Prot=5432", "ConnectionStrings:Workflows 读不懂")]
    [InlineData(Key, "Database=workflows", "ConnectionStrings:Workflows 读不懂")]
    [InlineData("ConnectionStrings:WorkflowsOwner", "Host=db;Password=a;s3cret", "ConnectionStrings:WorkflowsOwner 读不懂")]
    [InlineData("ConnectionStrings:Workflow", "Host=db", "没有 ConnectionStrings:Workflow 这个设置")]
    [InlineData("Urls", "here", "Urls “here” 不是监听地址")]
    [InlineData("Urls", "http://127.0.0.1:5000;https://127.0.0.1:5001", "“https://127.0.0.1:5001” 需要证书")]
    [InlineData("Kestrel:Certificates:Default:Path", "/nowhere/office.pem", "Kestrel:Certificates:Default:Path “/nowhere/office.pem”")]
    [InlineData("Logging:LogLevel:Microsoft", "Loud", "Logging:LogLevel:Microsoft “Loud”")]
    [InlineData("Office:PublicUrl", "office.example.org", "Office:PublicUrl “office.example.org”")]
    [InlineData("Office:Zone", "Asia/Shaxian", "Office:Zone “Asia/Shaxian” 不是时区")]
    [InlineData("Office:ContactPhone", "人事科", "Office:ContactPhone “人事科”")]
    [InlineData("Office:LargestAttachmentMegabytes", "201", "应为 1 至 200 的整数")]
    [InlineData("Office:Roles", "web,cook", "Office:Roles “cook” 应为 Web、Work")]
    [InlineData("Office:Proxies", "127.0.0.1,proxy", "Office:Proxies “proxy” 不是 IP 地址")]
    [InlineData("Office:Colege", "教师进修学校", "没有 Office:Colege 这个设置")]
    [InlineData("Mail:From", "", "Mail:From “” 应为发件人邮箱")]
    [InlineData("Mail:Folder", "", "缺少 Mail:Host")]
    [InlineData("Mail:Host", "mail.example.org", "缺少 Office:PublicUrl")]
    [InlineData("Mail:Port", "smtp", "Mail:Port “smtp” 应为 1 至 65535 的整数")]
    [InlineData("Mail:Security", "Some", "Mail:Security “Some” 应为 StartTlsWhenOffered、")]
    [InlineData("Mail:Security", "None,Tls", "Mail:Security “None,Tls” 应为")]
    [InlineData("Mail:User", "hr", "Mail:User 和 Mail:Password 应同时设置")]
    [InlineData("Mail:PasswordFile", "/nowhere/password", "Mail:PasswordFile “/nowhere/password” 文件读不了")]
    [InlineData("Mail:PerHour", "-1", "Mail:PerHour “-1”")]
    [InlineData("Mail:Connections", "17", "应为 1 至 16 的整数")]
    [InlineData("Mail:BounceFolder", "/nowhere", "Mail:BounceFolder “/nowhere” 文件夹不存在")]
    [InlineData("Mail:Hots", "mail.example.org", "没有 Mail:Hots 这个设置")]
    [InlineData("Audit:EveryHours", "0", "应为 1 至 744 的整数")]
    [InlineData("Audit:SigningKeyFile", "/nowhere/key.pem", "Audit:SigningKeyFile “/nowhere/key.pem” 文件读不了")]
    [InlineData("Audit:SigningKey", "s3cret", "Audit:SigningKeyFile 不是签名私钥")]
    [InlineData("Audit:HeadsFolder", "heads", "缺少 Audit:SigningKeyFile")]
    [InlineData("Backup:PostgresTools", "/nowhere", "Backup:PostgresTools “/nowhere” 文件夹不存在")]
    public void What_cannot_be_used_stops_the_start_with_one_sentence(string setting, string value, string sentence)
    {
        var stop = Should.Throw<SettingsException>(() => Read((setting, value)));
        stop.Faults.ShouldHaveSingleItem().ShouldContain(sentence);
        stop.Message.ShouldNotContain("s3cret");
    }

    [Fact]
    public void All_faults_are_said_at_once() =>
        Should.Throw<SettingsException>(() => Read(("Office:Zone", "Mars"), ("Mail:Port", "0"), ("Mail:From", "nobody"), ("Login:LocalAccounts", "nein")))
            .Faults.Count.ShouldBe(4);

    [Fact]
    public void A_single_command_asks_for_no_mail() =>
        OfficeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(Key, Database)]).Build(), AppContext.BaseDirectory).Storage.ConnectionString.ShouldBe(Database);

    [Fact]
    public void A_node_of_one_role_names_it_and_SQLite_has_none_of_those()
    {
        Read(("Office:Roles", "work")).Roles.ShouldBe(NodeRoles.Work);
        Read(("Office:Roles", "web, Work"), (Key, "Data Source=office.db")).Roles.ShouldBe(NodeRoles.Web | NodeRoles.Work);
        Should.Throw<SettingsException>(() => Read(("Office:Roles", "web"), (Key, "Data Source=office.db"))).Message.ShouldContain("on SQLite there is one node");
        Read(("Office:Proxies", "127.0.0.1, ::1")).Proxies.ShouldBe([IPAddress.Loopback, IPAddress.IPv6Loopback]);
    }

    [Fact]
    public void A_section_of_the_file_that_nobody_knows_is_named()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $$"""{ "Mial": { "Host": "x" }, "ConnectionStrings": { "Workflows": "{{Database}}" } }""");
        var configuration = new ConfigurationBuilder().AddJsonFile(file).Build();
        File.Delete(file);
        Should.Throw<SettingsException>(() => OfficeSettings.Read(configuration, AppContext.BaseDirectory)).Faults.ShouldHaveSingleItem().ShouldContain("没有 Mial 这组设置");
    }

    [Fact]
    public void The_contact_phone_is_taken_as_written() =>
        Read(("Office:ContactPhone", " +86 (598) 5822222、5822223 转 801 ")).Pages.ContactPhone.ShouldBe("+86 (598) 5822222、5822223 转 801");

    private static OfficeSettings Read(params (string Setting, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { [Key] = Database, ["Mail:Folder"] = "mail", ["Mail:From"] = "hr@example.org" };
        foreach (var (setting, value) in settings)
            all[setting] = value;
        return OfficeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), AppContext.BaseDirectory, isToRun: true);
    }
}
