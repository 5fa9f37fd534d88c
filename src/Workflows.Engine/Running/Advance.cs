using System.Globalization;

namespace Workflows.Engine;

/// <summary>
/// Moves one case on: tokens travel over connections, first come first served, until every branch rests at a wait or at a join. Given the
/// same definition, signals and answers of steps, it leaves the same trail.
/// </summary>
internal sealed class Advance(ProcessDefinition definition, CaseState state, IServiceProvider services, TimeProvider clock)
{
    /// <summary>More activities than this in one advance mean that a step which should wait never does.</summary>
    public const int ActivityLimit = 10_000;

    private readonly Queue<Connection> tokens = new();
    private readonly StepRunner steps = new(definition, state, services);
    private int entered;

    public async ValueTask StartAsync(CancellationToken ct)
    {
        foreach (var variable in definition.Variables)
        {
            state.Variables[variable.Id] = variable.Value;
        }

        await EnterAsync(definition.Start, ct);
        await RunAsync(ct);
    }

    /// <summary>Closes an open wait by an outcome and goes on from there.</summary>
    public async ValueTask ResolveAsync(Wait wait, string outcome, Guid? operationId, CancellationToken ct)
    {
        state.Waits.Remove(wait);
        Leave(ActivityOf(wait), wait.Visit, outcome, operationId);
        await RunAsync(ct);
    }

    /// <summary>Resolves a wait that has fallen due: a delay is done, a step takes back what it asked and goes on by Due.</summary>
    public async ValueTask FallDueAsync(Wait wait, CancellationToken ct)
    {
        var activity = ActivityOf(wait);
        if (activity.Step is not null)
        {
            await steps.WithdrawAsync(activity, wait.Visit, ct);
        }

        await ResolveAsync(wait, activity.Step is null ? "Done" : StepAttribute.Due, null, ct);
    }

    /// <summary>Withdraws every open wait and forgets every branch.</summary>
    public async ValueTask EndAsync(CaseStatus status, CancellationToken ct)
    {
        state.Status = status;
        tokens.Clear();
        state.Arrivals.Clear();
        await WithdrawAsync(_ => true, ct);
    }

    private async ValueTask RunAsync(CancellationToken ct)
    {
        while (state.Status == CaseStatus.Running)
        {
            if (tokens.TryDequeue(out var connection))
            {
                await ArriveAsync(connection, ct);
            }
            else if (Joins.Complete(definition, state) is { } join)
            {
                await EnterAsync(join, ct);
            }
            else
            {
                break;
            }
        }

        if (state.Status == CaseStatus.Running && state.Waits.Count == 0)
        {
            throw new InvalidOperationException($"Case {state.CaseId} waits for nothing, yet no end of '{definition.Id}' was reached.");
        }
    }

    private async ValueTask ArriveAsync(Connection connection, CancellationToken ct)
    {
        var target = connection.Target;
        if (target.Kind == ActivityKind.Join && !connection.IsBackward)
        {
            if (target.Mode == JoinMode.WaitAny)
            {
                await WinAsync(target, ct);
            }
            else
            {
                Joins.Park(state, connection);
                return;
            }
        }

        await EnterAsync(target, ct);
    }

    /// <summary>The first branch has come to a WaitAny join: the others are forgotten, and what they wait for is withdrawn.</summary>
    private async ValueTask WinAsync(Activity join, CancellationToken ct)
    {
        var others = tokens.Where(token => token.Target != join && !definition.Graph.LeadsTo(token.Target, join)).ToArray();
        tokens.Clear();
        foreach (var token in others)
        {
            tokens.Enqueue(token);
        }

        Joins.Forget(definition, state, join);
        await WithdrawAsync(activity => definition.Graph.LeadsTo(activity, join), ct);
    }

    private async ValueTask EnterAsync(Activity activity, CancellationToken ct)
    {
        if (++entered > ActivityLimit)
        {
            throw new InvalidOperationException(
                $"Case {state.CaseId} entered over {ActivityLimit} activities of '{definition.Id}' without a wait, last '{activity.Id}'.");
        }

        var visit = state.Visits[activity.Id] = state.Visits.GetValueOrDefault(activity.Id) + 1;
        switch (activity.Kind)
        {
            case ActivityKind.End or ActivityKind.Finish:
                state.Trail.Add(new TrailEntry(activity.Id, visit, null, clock.GetUtcNow()));
                state.Ending = activity.Id;
                await EndAsync(CaseStatus.Finished, ct);
                break;
            case ActivityKind.Delay:
                state.Waits.Add(new Wait(activity.Id, visit, clock.GetUtcNow() + Span(activity)));
                break;
            case ActivityKind.Step:
                await RunStepAsync(activity, visit, ct);
                break;
            case ActivityKind.Fork:
                Fork(activity, visit);
                break;
            default:
                Leave(activity, visit, Choose(activity), null);
                break;
        }
    }

    private async ValueTask RunStepAsync(Activity activity, int visit, CancellationToken ct)
    {
        switch (await steps.RunAsync(activity, visit, ct))
        {
            case StepResult.Waiting { DueAt: var dueAt }:
                state.Waits.Add(new Wait(activity.Id, visit, dueAt?.ToUniversalTime()));
                break;
            case StepResult.Completed { Outcome: var outcome }:
                Leave(activity, visit, outcome, null);
                break;
        }
    }

    private string Choose(Activity activity)
    {
        switch (activity.Kind)
        {
            case ActivityKind.Decision:
                return Holds(activity, activity.Inputs["condition"]) ? "True" : "False";
            case ActivityKind.Switch:
                return activity.Cases.Where(one => Holds(activity, one.Condition)).Select(one => one.Label).FirstOrDefault("Default");
            case ActivityKind.SetVariable:
                state.Variables[activity.TargetVariable!] = activity.Inputs["value"].Evaluate(state);
                return "Done";
            default:
                return "Done";
        }
    }

    private bool Holds(Activity activity, Expression condition) => condition.Evaluate(state) switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new InvalidOperationException(
            $"'{text}' at activity '{activity.Id}' of '{definition.Id}' is neither true nor false."),
    };

    private TimeSpan Span(Activity activity)
    {
        var text = activity.Inputs["timeSpan"].Evaluate(state);
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero
            ? span
            : throw new InvalidOperationException($"'{text}' at activity '{activity.Id}' of '{definition.Id}' is no length of time.");
    }

    private void Fork(Activity fork, int visit)
    {
        state.Trail.Add(new TrailEntry(fork.Id, visit, string.Join(",", fork.Outcomes), clock.GetUtcNow()));
        foreach (var outcome in fork.Outcomes)
        {
            Follow(fork, outcome);
        }
    }

    private void Leave(Activity activity, int visit, string outcome, Guid? operationId)
    {
        state.Trail.Add(new TrailEntry(activity.Id, visit, outcome, clock.GetUtcNow(), operationId));
        Follow(activity, outcome);
    }

    private void Follow(Activity activity, string outcome)
    {
        foreach (var connection in activity.Outgoing[outcome])
        {
            tokens.Enqueue(connection);
        }
    }

    private async ValueTask WithdrawAsync(Func<Activity, bool> affected, CancellationToken ct)
    {
        foreach (var wait in state.Waits.Where(wait => affected(ActivityOf(wait))).ToArray())
        {
            state.Waits.Remove(wait);
            state.Trail.Add(new TrailEntry(wait.ActivityId, wait.Visit, null, clock.GetUtcNow(), Withdrawn: true));
            await steps.WithdrawAsync(ActivityOf(wait), wait.Visit, ct);
        }
    }

    private Activity ActivityOf(Wait wait) => definition.Find(wait.ActivityId)
        ?? throw new InvalidOperationException(
            $"Case {state.CaseId} waits at '{wait.ActivityId}', which '{definition.Id}' {definition.Version} lacks.");
}
