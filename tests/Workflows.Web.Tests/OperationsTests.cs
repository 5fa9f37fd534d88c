using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Web.Tests.Offices;

namespace Workflows.Web.Tests;

/// <summary>What the administrator sees and does.</summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task After_a_restore_health_says_that_mail_is_closed_and_the_administrator_opens_it()
    {
        await using var office = await WebOffice.OpenAsync();
        var now = office.Office.Clock.GetUtcNow();
        await office.Office.ReadAsync(db =>
        {
            db.SendingEpochs.Add(new SendingEpoch { Number = 1, RaisedAt = now, BackupAt = now.AddDays(-1) });
            return db.SaveChangesAsync();
        });
        using var anybody = office.Browse();
        using var health = JsonDocument.Parse(await anybody.ReadAsync("/health"));
        health.RootElement.GetProperty("state").GetString().ShouldBe("Degraded");
        health.RootElement.GetProperty("isWell").GetBoolean().ShouldBeTrue("the office works, though somebody must look");
        health.RootElement.GetProperty("mail").GetProperty("en").GetString()!.ShouldContain("closed since a restore");
        foreach (var path in (string[])["/health/live", "/health/ready"])
        {
            using var answer = await anybody.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        using var admin = await office.BrowseAsAsync(OfficeRole.Administrator);
        (await admin.ReadAsync("/operations")).ShouldContain("发信已关闭");
        await admin.SubmitAndReadAsync("/operations", "/operations/acknowledge", new() { ["words"] = "旧机器已停用" });

        (await office.Office.ReadAsync(db => db.SendingEpochs.SingleAsync())).AcknowledgedAt.ShouldNotBeNull();
        (await admin.ReadAsync("/operations")).ShouldNotContain("发信已关闭");
    }
}
