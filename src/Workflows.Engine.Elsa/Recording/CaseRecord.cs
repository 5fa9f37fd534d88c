namespace Workflows.Engine.OnElsa;

/// <summary>
/// One unit of work on the record of a case: the same record that the embedded engine keeps, and the truth about what happened. Elsa decides
/// what comes next; the record tells what has been done, so that nothing is done twice however often Elsa has to go the same way again.
/// </summary>
internal sealed class CaseRecord(CaseState state, ProcessDefinition definition, IServiceProvider services, TimeProvider clock)
{
    private readonly StepRunner steps = new(definition, state, services);

    public CaseState State => state;

    public ProcessDefinition Definition => definition;

    public bool IsRunning => state.Status == CaseStatus.Running;

    /// <summary>How this visit of the activity ended; null if it hasn't, or was never begun.</summary>
    public TrailEntry? Left(string activityId, int visit) =>
        state.Trail.Find(entry => entry.ActivityId == activityId && entry.Visit == visit);

    public bool IsOpen(string activityId, int visit) => state.OpenWait(WaitId.Of(activityId, visit)) is not null;

    public void Begin()
    {
        foreach (var variable in definition.Variables)
        {
            state.Variables[variable.Id] = variable.Value;
        }
    }

    /// <summary>Runs the step class and keeps its answer. Called once for each visit: what it did is committed with the answer.</summary>
    public async ValueTask RunStepAsync(Activity activity, int visit, IReadOnlyDictionary<string, string?> inputs, CancellationToken ct)
    {
        switch (await steps.RunAsync(activity, visit, ct, inputs))
        {
            case StepResult.Waiting { DueAt: var dueAt }:
                Open(activity, visit, dueAt?.ToUniversalTime());
                break;
            case StepResult.Completed { Outcome: var outcome }:
                Leave(activity.Id, visit, outcome, null);
                break;
        }
    }

    public void Open(Activity activity, int visit, DateTimeOffset? dueAt)
    {
        state.Visits[activity.Id] = visit;
        state.Waits.Add(new Wait(activity.Id, visit, dueAt));
    }

    public void Leave(string activityId, int visit, string? outcome, Guid? operationId)
    {
        state.Visits[activityId] = visit;
        state.Trail.Add(new TrailEntry(activityId, visit, outcome, clock.GetUtcNow(), operationId));
        foreach (var port in outcome?.Split(',') ?? [])
        {
            Rest(activityId, port);
        }
    }

    public void Resolve(Wait wait, string outcome, Guid? operationId)
    {
        state.Waits.Remove(wait);
        Leave(wait.ActivityId, wait.Visit, outcome, operationId);
    }

    /// <summary>Resolves a wait that has fallen due: a delay is done, a step takes back what it asked and goes on by Due.</summary>
    public async ValueTask FallDueAsync(Wait wait, CancellationToken ct)
    {
        var activity = ActivityOf(wait);
        await steps.WithdrawAsync(activity, wait.Visit, ct);
        Resolve(wait, activity.Step is null ? "Done" : StepAttribute.Due, null);
    }

    /// <summary>A branch has come to a join; if it is one that the first branch wins, what the others wait for is withdrawn.</summary>
    public async ValueTask JoinAsync(Activity join, int visit, CancellationToken ct)
    {
        Joins.Forget(definition, state, join);
        state.Arrivals.Remove(join.Id);
        if (join.Mode == JoinMode.WaitAny)
        {
            await WithdrawAsync(activity => definition.Graph.LeadsTo(activity, join), ct);
        }

        Leave(join.Id, visit, "Done", null);
    }

    /// <summary>Ends the case and withdraws every open wait.</summary>
    public async ValueTask EndAsync(CaseStatus status, CancellationToken ct)
    {
        state.Status = status;
        state.Arrivals.Clear();
        await WithdrawAsync(_ => true, ct);
    }

    // A branch rests at its join until Elsa lets the join go on: a migration wants to know.
    private void Rest(string activityId, string outcome)
    {
        foreach (var connection in definition.Find(activityId)!.Outgoing.GetValueOrDefault(outcome, []))
        {
            if (connection is { IsBackward: false, Target: { Kind: ActivityKind.Join, Mode: not JoinMode.WaitAny } }
                && !(state.Arrivals.TryGetValue(connection.Target.Id, out var arrived) && arrived.Contains(connection.Index)))
            {
                Joins.Park(state, connection);
            }
        }
    }

    private async ValueTask WithdrawAsync(Func<Activity, bool> whose, CancellationToken ct)
    {
        foreach (var wait in state.Waits.Where(wait => whose(ActivityOf(wait))).ToArray())
        {
            state.Waits.Remove(wait);
            state.Trail.Add(new TrailEntry(wait.ActivityId, wait.Visit, null, clock.GetUtcNow(), Withdrawn: true));
            await steps.WithdrawAsync(ActivityOf(wait), wait.Visit, ct);
        }
    }

    private Activity ActivityOf(Wait wait) => definition.Find(wait.ActivityId)
        ?? throw new InvalidOperationException($"Case {state.CaseId} waits at '{wait.ActivityId}', which '{definition.Id}' {definition.Version} lacks.");
}
