using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Rotation;
using Workflows.Personnel.Staff;
using Workflows.Processes.Cases;
using Workflows.Processes.Exits;
using Workflows.Processes.Hiring;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Rotation.Steps;

/// <summary>
/// The day of a rotation's transfers has come: everybody who stands on it leaves the roster by transfer, once, by the round's document (R13 counts
/// it). Somebody who has left meanwhile, or leaves by a document of their own, is struck with the reason instead.
/// </summary>
[Step("Workflows.RecordTransfers", Zh = "登记轮岗调动", En = "Record the transfers")]
public sealed class RecordTransfers(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var round = await desk.RotationAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        foreach (var line in round.Lines.Where(line => line is { Stands: true, TransferredOn: null }).OrderBy(line => line.Id))
        {
            if (await desk.FindPersonAsync(line.PersonId, ct) is { } person && person.TenureOn(round.LastDay) is { Until: null } tenure)
                await TransferAsync(call, @case, round, line, person, tenure, ct);
            else
                await desk.StrikeAsync(round, line, "届时已不在本校，或者另有离岗文件，不再轮岗", null, ct);
        }

        return StepResult.Done();
    }

    private async Task TransferAsync(
        StepCall call, Case @case, RotationRound round, RotationLine line, Person person, Tenure tenure, CancellationToken ct)
    {
        var reason = $"{round.Year} 年轮岗，调往{line.School}";
        tenure.End(ExitKind.TransferOut, round.EffectiveOn, reason, round.DocumentNumber);
        await desk.DepartAsync(@case, person, ExitKind.TransferOut, round.EffectiveOn, reason, round.DocumentNumber, desk.StepOperation(call, person.Id), ct);
        line.TransferredOn = round.EffectiveOn;
        desk.Touch(round);
        desk.Record(@case, new AuditLine("TransferRecorded", null)
        {
            Subject = $"{person.Id}", NewValue = $"{round.EffectiveOn:yyyy-MM-dd} {line.School}", Reason = round.DocumentNumber,
        });
    }
}
