using Microsoft.Extensions.DependencyInjection;
using Workflows.Reminders.Tests.Parts;

namespace Workflows.Reminders.Tests;

public sealed class ReminderOptionsTests
{
    [Fact]
    public void Settings_that_work_have_no_faults() => PostRoom.Options(PostRoom.To(25)).Faults().ShouldBeEmpty();

    [Fact]
    public void Every_setting_that_cannot_be_used_stops_the_start_with_what_to_write()
    {
        var options = PostRoom.Options(new MailOptions { From = "nobody", User = "hr" }) with { PublicUrl = "hr.example.cn" };

        var stop = Should.Throw<ReminderSettingsException>(() => new ServiceCollection().AddReminders(options));

        stop.Faults.ShouldBe(
        [
            "Office:PublicUrl “hr.example.cn” 应为网页地址，例如 https://hr.example.cn / must be the address of the pages, for example https://hr.example.cn",
            "缺少 Mail:Host（邮件服务器）或 Mail:Folder / neither Mail:Host nor Mail:Folder is set; name an SMTP server, or a folder for the mails",
            "Mail:From “nobody” 应为发件人邮箱，例如 hr@example.cn / must be the sender's address, for example hr@example.cn",
            "Mail:User 和 Mail:Password 应同时设置 / of Mail:User and Mail:Password only one is set; write both or neither",
        ]);
    }

    [Fact]
    public void A_password_is_never_sent_in_the_clear() =>
        PostRoom.Options(PostRoom.To(25) with { User = "hr", Password = "s3cret" }).Faults().ShouldHaveSingleItem().ShouldContain("Mail:Security is None");
}
