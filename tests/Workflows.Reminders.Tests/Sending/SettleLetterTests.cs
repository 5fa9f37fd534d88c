using Workflows.Personnel.Cases;
using Workflows.Personnel.Mail;
using Workflows.Processes;
using Workflows.Reminders.Sending;
using Workflows.Reminders.Tests.Parts;
using Workflows.Testing;
using Workflows.Testing.Offices;

namespace Workflows.Reminders.Tests.Sending;

public sealed class SettleLetterTests
{
    private const string Formal = "hiring/refusal";

    [Fact]
    public async Task HR_sends_it_again_with_the_same_id()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.HangUp]);
        await using var office = await LeaveInDoubtAsync(server);

        (await SettleAsync(office, sendAgain: true)).IsDone.ShouldBeTrue();
        await office.SendAsync();

        var mine = server.Mails.Where(mail => mail.Recipients.Contains("a@example.org")).ToList();
        mine.Count.ShouldBe(2);
        mine[0].Content.ShouldBe(mine[1].Content);
        (await office.OnlyLetterAsync(Formal)).Phase.ShouldBe(LetterPhase.Accepted);
    }

    [Fact]
    public async Task HR_records_that_it_arrived_and_it_does_not_go_out_again()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.HangUp]);
        await using var office = await LeaveInDoubtAsync(server);

        (await SettleAsync(office, sendAgain: false)).IsDone.ShouldBeTrue();
        await office.SendAsync();

        server.Mails.Count(mail => mail.Recipients.Contains("a@example.org")).ShouldBe(1);
        (await office.OnlyLetterAsync(Formal)).LastReply.ShouldBe("电话核实");
        (await SettleAsync(office, sendAgain: true)).Refusal.ShouldBe(Refusal.Stale);
    }

    [Fact]
    public async Task Nobody_but_HR_may_settle_it_and_not_without_a_reason()
    {
        await using var server = ScriptedSmtpServer.Start().Answer(SmtpStep.FinalDot, [SmtpAnswer.HangUp]);
        await using var office = await LeaveInDoubtAsync(server);

        (await SettleAsync(office, sendAgain: true, role: OfficeRole.Leadership)).Refusal.ShouldBe(Refusal.NotAllowed);
        (await SettleAsync(office, sendAgain: true, reason: " ")).Refusal.ShouldBe(Refusal.Invalid);
        (await office.OnlyLetterAsync(Formal)).Phase.ShouldBe(LetterPhase.Ambiguous);
    }

    private static async Task<TestOffice> LeaveInDoubtAsync(ScriptedSmtpServer server)
    {
        var office = await PostRoom.OpenAsync(PostRoom.To(server.Port));
        await office.PostAsync("a@example.org", isFormal: true);
        await office.SendAsync();
        return office;
    }

    private static async Task<Answer> SettleAsync(
        TestOffice office, bool sendAgain, OfficeRole role = OfficeRole.HumanResources, string reason = "电话核实")
    {
        var letter = await office.OnlyLetterAsync(Formal);
        return await office.AskAsync<SettleLetter>(u => u.RunAsync(
            new(Guid.CreateVersion7(), letter.Id, sendAgain, reason), TestOffice.Of(role), CancellationToken.None));
    }
}
