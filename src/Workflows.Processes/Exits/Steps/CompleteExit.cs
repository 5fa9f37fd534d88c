using Workflows.Engine;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;

namespace Workflows.Processes.Exits.Steps;

/// <summary>The last day is over: the status changes, the post is no longer held, and the person's account can't log in any more.</summary>
[Step("Workflows.CompleteExit", Zh = "办结离岗", En = "Complete the exit")]
public sealed class CompleteExit(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var @case = await desk.CaseAsync(call.CaseId, ct);
        var exit = await desk.ExitAsync(@case.Id, ct);
        var person = await desk.PersonAsync(@case, ct);
        await desk.DepartAsync(
            @case, person, exit.Proposal.Kind, exit.Proposal.LastDay.AddDays(1), exit.Proposal.Reason, exit.DocumentNumber,
            desk.StepOperation(call, person.Id), ct);
        return StepResult.Done();
    }
}
