using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Storage;
using Workflows.Storage.Backup;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

/// <summary>The drill: the machine is lost, yesterday's backup comes back on another one. On a real PostgreSQL, with a real mail server.</summary>
public sealed class RestoreDrillTests(PostgresCluster cluster)
{
    private const string Yesterday = "2026-08-04 08:00";
    private const string Today = "2026-08-05 09:00";

    [Fact]
    public async Task After_yesterdays_backup_no_mail_leaves_until_it_is_acknowledged_and_then_exactly_the_right_ones()
    {
        await using var postfix = await PostfixServer.StartAsync();
        var backup = ScratchFolder.NameFor("drill");
        await using var lost = await PostRoom.OpenAsync(cluster, PostRoom.To(postfix.Port));
        await lost.PostAsync("arrived@example.cn");
        await lost.SendAsync();
        await lost.GoToAsync(Yesterday);
        await lost.PostAsync("due@example.cn");
        await lost.PostAsync("formal@example.cn", isFormal: true);
        var underWay = await lost.PostAsync("underway@example.cn");
        await lost.DieWhileSendingAsync(underWay, "underway@example.cn", UnderWay);
        await lost.AskCountersignAsync();
        await lost.PlanAsync();
        await BackUpAsync(lost, backup);
        // What nobody will know: the lost machine went on for some hours.
        (await lost.SendAsync()).ShouldBe(6);

        await using var office = await RestoredAsync(backup, postfix.Port);
        await office.PlanAsync();
        (await office.SendAsync()).ShouldBe(0);
        await office.DecideAsync(OfficeRole.EstablishmentOffice, "countersign", Outcomes.Approved);
        (await office.AskAsync<AcknowledgeRestore>(use => use.RunAsync(new(Guid.CreateVersion7(), "核对无误"), TestOffice.Of(OfficeRole.HumanResources), Ct)))
            .Refusal.ShouldBe(Refusal.NotAllowed);
        (await office.SendAsync()).ShouldBe(0);

        await office.DoAsync<AcknowledgeRestore>(use => use.RunAsync(new(Guid.CreateVersion7(), "旧机器已停用"), TestOffice.Of(OfficeRole.Administrator), Ct));
        var sent = await office.SendAsync();

        var letters = (await office.LettersAsync()).ToDictionary(letter => letter.Address);
        letters["formal@example.cn"].Phase.ShouldBe(LetterPhase.Ambiguous, "a person decides whether it goes out again");
        letters["EstablishmentOffice@example.org"].Phase.ShouldBe(LetterPhase.Dropped, "it was decided before the mail was opened");
        string[] again = ["due@example.cn", "underway@example.cn", "PersonnelBureau@example.org", "EducationBureau@example.org", "HumanResources@example.org"];
        sent.ShouldBe(again.Length);
        letters.Values.Where(letter => letter.Phase is LetterPhase.Accepted).Select(letter => letter.Address).ShouldBe([.. again, "arrived@example.cn"], ignoreOrder: true);
        var due = await postfix.WaitForMailAsync("due@example.cn", 2);
        due.Select(mail => mail.MessageId).Distinct().ShouldHaveSingleItem("whoever got it before sees that it is the same");
        (await postfix.WaitForMailAsync("arrived@example.cn")).ShouldHaveSingleItem();
        (await postfix.WaitForMailAsync("formal@example.cn")).ShouldHaveSingleItem();
        var said = await office.ReadAsync(db => db.Audit.SingleAsync(entry => entry.Action == "SendingOpened"));
        (said.ActorId, said.Reason).ShouldBe((TestOffice.Of(OfficeRole.Administrator), "旧机器已停用"));
        Directory.Delete(backup, recursive: true);
    }

    private static byte[] UnderWay =>
        "Message-ID: <underway@example.cn>\r\nFrom: hr@example.cn\r\nTo: underway@example.cn\r\nSubject: x\r\n\r\ny\r\n"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task BackUpAsync(TestOffice office, string folder)
    {
        var (_, fault) = await office.ReadAsync(db => TakeBackup.RunAsync(
            db, DatabaseCopy.Of(office.Storage, null), folder, TestOffice.Workflows, null, office.Clock.Now(), Ct));
        fault.ShouldBeNull();
    }

    private async Task<TestOffice> RestoredAsync(string folder, int port)
    {
        var storage = new StorageOptions(StorageProvider.Postgres, await cluster.CreateDatabaseAsync());
        var office = PostRoom.On(storage, PostRoom.To(port));
        office.Clock.SetUtcNow(TestClock.InShanghai(Today).GetUtcNow());
        var known = await office.ReadAsync(db => Task.FromResult(db.Database.GetMigrations().ToList()));
        var (_, fault) = await new RestoreBackup(folder, IsToReplace: false, TestOffice.Workflows, null, null).RunAsync(
            storage, DatabaseCopy.Of(storage, null), known, office.Clock.Now(), Ct);
        fault.ShouldBeNull();
        return office;
    }
}
