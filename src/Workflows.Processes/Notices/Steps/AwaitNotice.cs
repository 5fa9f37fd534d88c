using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Notices;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices.Steps;

/// <summary>
/// Waits until the public notice has stood its days and every objection is handled; no early end. When something changes it looks again.
/// </summary>
[Step("Workflows.AwaitNotice", Outcomes.Passed, "Upheld", Outcomes.Again, StepAttribute.Due, Waits = true,
    Zh = "等待公示期满", En = "Await the end of the notice")]
public sealed class AwaitNotice(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var notice = await desk.RunningNoticeAsync(call.CaseId, ct);
        notice.WaitId = call.WaitId;
        if (NoticePeriod.LastDay(notice.PostedOn, notice.Days, notice.Pauses, desk.Office.Calendar) is not { } lastDay)
            return StepResult.Wait();
        if (desk.Today <= lastDay)
            return StepResult.Wait(desk.Office.StartOf(lastDay.AddDays(1)));

        var result = notice.Conclude(desk.Today);
        desk.Record(await desk.CaseAsync(call.CaseId, ct), new AuditLine("NoticeConcluded", null) { Subject = notice.Step, NewValue = $"{result}" });
        return StepResult.Done(result is NoticeResult.ObjectionUpheld ? "Upheld" : Outcomes.Passed);
    }
}
