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
        var options = PostRoom.Options(new MailOptions { From = "nobody", PerHour = -1 }) with { PublicUrl = "hr.example.cn" };

        var stop = Should.Throw<ReminderSettingsException>(() => new ServiceCollection().AddReminders(options));

        stop.Faults.ShouldBe(
        [
            "Office:PublicUrl is “hr.example.cn”; write the address of the pages, for example https://hr.example.cn.",
            "Neither Mail:Host nor Mail:Folder is set; name an SMTP server, or a folder for the mails.",
            "Mail:From is “nobody”; write the sender's address, for example hr@example.cn.",
            "Mail:PerHour is -1; write 0 for no limit, or a positive number.",
        ]);
    }

    [Fact]
    public void A_password_is_never_sent_in_the_clear() =>
        PostRoom.Options(PostRoom.To(25) with { User = "hr" }).Faults().ShouldHaveSingleItem().ShouldContain("Mail:Security is None");
}
