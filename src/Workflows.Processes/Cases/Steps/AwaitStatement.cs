using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Processes.Mail;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases.Steps;

/// <summary>
/// Writes to the person concerned what is proposed and why, and waits for what they say in writing until the last day for it is over. Who says
/// nothing has been heard too.
/// </summary>
[Step("Workflows.AwaitStatement", Outcomes.Stated, StepAttribute.Due, Inputs = ["template"], Waits = true, Zh = "等待本人陈述", En = "Await the statement")]
public sealed class AwaitStatement(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var hearing = await desk.Db.Hearings.FindAsync([@case.Id], ct);
        if (call.MayBeRepeat && hearing is { } asked && await desk.Db.Letters.AnyAsync(letter => letter.Key == $"{call.CaseId:N}/{call.WaitId}", ct))
            return StepResult.Wait(desk.Office.StartOf(asked.Until.AddDays(1)));

        if (hearing is null)
            desk.Db.Hearings.Add(hearing = new Hearing { CaseId = @case.Id });
        var isExit = await desk.Db.Exits.FindAsync([@case.Id], ct) is not null;
        var days = isExit ? desk.Office.Staff.Exit.DaysToObject : desk.Office.Staff.Appointment.DaysToObject;
        hearing.Until = desk.Office.Calendar.WorkingDayOnOrAfter(desk.Today.AddDays(days));
        hearing.WaitId = call.WaitId;
        (hearing.ReceivedOn, hearing.Objects, hearing.Statement) = (null, false, "");
        desk.Record(@case, new AuditLine("StatementInvited", null) { NewValue = $"{hearing.Until:yyyy-MM-dd}" });
        await desk.WriteToPersonAsync(@case, $"{call.CaseId:N}/{call.WaitId}", call.Text("template"), isFormal: true, ct);
        return StepResult.Wait(desk.Office.StartOf(hearing.Until.AddDays(1)));
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct)
    {
        if (await desk.Db.Hearings.FindAsync([call.CaseId], ct) is { } hearing)
            hearing.WaitId = null;
    }
}
