using System.Globalization;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Staff;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Lists.Steps;

/// <summary>
/// Writes to everybody on a list who hasn't been asked about their line as it is, and waits until all have confirmed or objected, or the
/// last day for it is over. Who says nothing has been heard too. Where nobody is left to be asked it goes on at once.
/// </summary>
[Step("Workflows.HearTeachers", Outcomes.Stated, StepAttribute.Due, Waits = true, Zh = "听取教师意见", En = "Hear the teachers")]
public sealed class HearTeachers(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var list = await desk.ListAsync(call.CaseId, ct);
        var hearing = await desk.Db.Hearings.FindAsync([call.CaseId], ct);
        if (call.MayBeRepeat && hearing?.WaitId == call.WaitId)
            return StepResult.Wait(desk.Office.StartOf(hearing.Until.AddDays(1)));
        var asked = list.Standing.Where(line => line.HeardUntil is null).OrderBy(line => line.Id).ToList();
        if (asked.Count == 0)
            return StepResult.Done(Outcomes.Stated);

        if (hearing is null)
            desk.Db.Hearings.Add(hearing = new Hearing { CaseId = call.CaseId });
        hearing.Until = desk.Office.Calendar.AddWorkingDays(desk.Today, list.DaysToObject(desk.Office));
        hearing.WaitId = call.WaitId;
        var @case = await desk.CaseAsync(call.CaseId, ct);
        foreach (var line in asked)
        {
            line.HeardUntil = hearing.Until;
            await desk.WriteToTeacherAsync(@case, list, line, list.Letters().Proposed, $"{call.CaseId:N}/{call.WaitId}/{line.Id:N}", ct);
        }

        desk.Touch(list);
        desk.Record(@case, new AuditLine("TeachersAsked", null)
        {
            Subject = $"{asked.Count}", NewValue = hearing.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        return StepResult.Wait(desk.Office.StartOf(hearing.Until.AddDays(1)));
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct)
    {
        if (await desk.Db.Hearings.FindAsync([call.CaseId], ct) is { } hearing)
            hearing.WaitId = null;
    }
}
