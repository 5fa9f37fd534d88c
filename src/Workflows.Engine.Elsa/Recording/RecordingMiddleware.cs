using Elsa.Extensions;
using Elsa.Scheduling.Bookmarks;
using Elsa.Workflows;
using Elsa.Workflows.Signals;
using Elsa.Workflows.Pipelines.ActivityExecution;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// Stands around every activity that is Elsa's own, and keeps the case's record of it: a choice, a fork, a join, a delay, an end. What the
/// record already tells is gone through again as it went. The record of a step is kept by <see cref="StepActivity"/>.
/// </summary>
internal sealed class RecordingMiddleware(ActivityMiddlewareDelegate next, DefinitionCatalogue definitions, CaseRecords records)
    : IActivityExecutionMiddleware
{
    /// <inheritdoc/>
    public async ValueTask InvokeAsync(ActivityExecutionContext context)
    {
        var identity = context.WorkflowExecutionContext.Workflow.Identity;
        if (definitions.Find(identity.DefinitionId, identity.Version)?.Find(context.Activity.Id) is not { } activity)
        {
            await next(context);
            return;
        }

        await RunAsync(context, activity, context.CaseId(), context.Visit());
        await GoToEndAsync(context, activity);
    }

    // An end closes the case, whatever other branches do. Elsa takes an end that several connections lead to for a join, and would wait.
    private static async ValueTask GoToEndAsync(ActivityExecutionContext context, Activity activity)
    {
        if (context.Status != ActivityStatus.Completed)
        {
            return;
        }

        var ends = Outcomes(context).SelectMany(outcome => activity.Outgoing.GetValueOrDefault(outcome, [])).Select(one => one.Target)
            .Where(target => target.IsEnd).Select(target => target.Id);
        foreach (var end in ends)
        {
            var scheduled = context.WorkflowExecutionContext.Scheduler.Any(item => item.Activity.Id == end);
            if (!scheduled && context.WorkflowExecutionContext.FindActivityById(end) is { } target)
            {
                await context.SendSignalAsync(new ScheduleChildActivity(target));
            }
        }
    }

    private async ValueTask RunAsync(ActivityExecutionContext context, Activity activity, Guid caseId, int visit)
    {
        switch (activity.Kind)
        {
            case ActivityKind.Step:
                await next(context);
                break;
            case ActivityKind.End or ActivityKind.Finish:
                await ChangeAsync(context, record => EndAsync(record, activity, visit, context.CancellationToken));
                await next(context);
                break;
            case ActivityKind.Join:
                await next(context);
                await ChangeAsync(context, async record =>
                {
                    if (!record.IsRunning || record.Left(activity.Id, visit) is not null)
                    {
                        return false;
                    }

                    await record.JoinAsync(activity, visit, context.CancellationToken);
                    return true;
                });
                break;
            case ActivityKind.Delay:
                await DelayAsync(context, activity, visit);
                break;
            default:
                await ChooseAsync(context, caseId, activity, visit);
                break;
        }
    }

    private Task<CaseState> ChangeAsync(ActivityExecutionContext context, Func<CaseRecord, ValueTask<bool>> change) =>
        records.ChangeAsync(context.CaseId(), change, context.CancellationToken);

    private static async ValueTask<bool> EndAsync(CaseRecord record, Activity end, int visit, CancellationToken ct)
    {
        if (!record.IsRunning)
        {
            return false;
        }

        record.Leave(end.Id, visit, null, null);
        record.State.Ending = end.Id;
        await record.EndAsync(CaseStatus.Finished, ct);
        return true;
    }

    private async ValueTask ChooseAsync(ActivityExecutionContext context, Guid caseId, Activity activity, int visit)
    {
        if (await records.ReadAsync(caseId, context.CancellationToken) is { } state
            && state.Trail.Find(entry => entry.ActivityId == activity.Id && entry.Visit == visit) is { Outcome: { } before })
        {
            context.WorkflowExecutionContext.ExecuteDelegate = async again =>
            {
                again.TakeVariables(state);
                await again.CompleteActivityWithOutcomesAsync(before.Split(','));
            };
            await next(context);
            return;
        }

        await next(context);
        var outcome = string.Join(",", Outcomes(context));
        await ChangeAsync(context, record =>
        {
            if (!record.IsRunning)
            {
                return new(false);
            }

            if (activity.TargetVariable is { } target)
            {
                record.State.Variables[target] = Text(context, target);
            }

            record.Leave(activity.Id, visit, outcome, null);
            return new(true);
        });
    }

    private async ValueTask DelayAsync(ActivityExecutionContext context, Activity delay, int visit)
    {
        var state = await records.ReadAsync(context.CaseId(), context.CancellationToken);
        if (state!.Trail.Exists(entry => entry.ActivityId == delay.Id && entry.Visit == visit && !entry.Withdrawn))
        {
            context.WorkflowExecutionContext.ExecuteDelegate = again => again.CompleteActivityWithOutcomesAsync("Done");
        }

        await next(context);
        var dueAt = context.NewBookmarks.Select(bookmark => bookmark.Payload).OfType<DelayPayload>().Select(payload => (DateTimeOffset?)payload.ResumeAt)
            .FirstOrDefault();
        if (dueAt is not null)
        {
            await ChangeAsync(context, record =>
            {
                var opens = record.IsRunning && !record.IsOpen(delay.Id, visit) && record.Left(delay.Id, visit) is null;
                if (opens)
                {
                    record.Open(delay, visit, dueAt);
                }

                return new(opens);
            });
        }
    }

    private static IEnumerable<string> Outcomes(ActivityExecutionContext context) =>
        context.JournalData.TryGetValue("Outcomes", out var outcomes) && outcomes is IEnumerable<string> names ? names : ["Done"];

    private static string? Text(ActivityExecutionContext context, string variableId)
    {
        var variable = context.ExpressionExecutionContext.VariablesInScope().First(one => one.Id == variableId);
        return variable.Get(context.ExpressionExecutionContext) switch
        {
            null => null,
            bool value => value ? "true" : "false",
            var value => value.ToString(),
        };
    }
}
