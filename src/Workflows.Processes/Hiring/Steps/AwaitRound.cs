using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Waits for the round to say what becomes of the applicant: called up, taken, or not taken.</summary>
[Step("Workflows.AwaitRound", Outcomes.CalledUp, nameof(EntryKind.TransferOrder), nameof(EntryKind.EmploymentContract), Outcomes.NotTaken,
    Waits = true, Narrowable = true, Zh = "等待招聘进程", En = "Await the round")]
public sealed class AwaitRound(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        (await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct)).RoundWait = call.WaitId;
        return StepResult.Wait();
    }

    /// <inheritdoc />
    public async ValueTask WithdrawAsync(StepCall call, CancellationToken ct) =>
        (await desk.ApplicationAsync(await desk.CaseAsync(call.CaseId, ct), ct)).RoundWait = null;
}
