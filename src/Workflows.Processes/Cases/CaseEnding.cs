using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Lists;
using Workflows.Processes.Waivers;
using Workflows.Processes.WorkItems;

namespace Workflows.Processes.Cases;

/// <summary>What ends with a case that is called off.</summary>
internal static class CaseEnding
{
    /// <summary>Cancels the case; a round takes the cases of its applicants along, an application steps out of its round.</summary>
    public static async Task EndAsync(this Desk desk, Case @case, string reason, Guid operationId, CancellationToken ct)
    {
        if (@case.ApplicationId is not null)
        {
            TurnDown(await desk.ApplicationAsync(@case, ct), reason);
            await desk.WithdrawWaiverAsync(@case, ct);
        }
        else if (@case.RoundId is not null)
            await EndRoundAsync(desk, await desk.RoundAsync(@case, ct), reason, operationId, ct);
        else
            await desk.CallOffListAsync(@case, reason, operationId, ct);
        await desk.Engine.CancelAsync(@case.Id, reason, operationId, ct);
    }

    /// <summary>Whether an account is known to be concerned by a case.</summary>
    public static async Task<bool> IsConcernedAsync(this Desk desk, Guid account, Case @case, CancellationToken ct) =>
        await desk.OfficerAsync(account, @case, ct) is { } officer && officer.IsConcernedBy(@case);

    private static async Task EndRoundAsync(Desk desk, Round round, string reason, Guid operationId, CancellationToken ct)
    {
        foreach (var application in (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing.WaitsForRound()))
        {
            TurnDown(application, reason);
            if (application.CaseId is { } applicationCase)
            {
                await desk.WithdrawWaiverAsync(await desk.CaseAsync(applicationCase, ct), ct);
                await desk.Engine.CancelAsync(applicationCase, reason, operationId, ct);
            }
        }

        round.Stage = RoundStage.Closed;
    }

    private static void TurnDown(Application application, string reason)
    {
        application.Standing = Standing.NotTaken;
        application.Reason = reason;
    }
}
