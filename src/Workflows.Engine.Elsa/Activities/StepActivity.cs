using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace Workflows.Engine.OnElsa;

/// <summary>
/// The bridge between Elsa and a step class; one class stands behind the activity types of all steps. The step's effects and its answer are
/// committed together in the case's record, before Elsa learns the answer: if Elsa forgets, it asks again and is told the same.
/// </summary>
public sealed class StepActivity : Elsa.Workflows.Activity
{
    /// <inheritdoc/>
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var (caseId, visit) = (context.CaseId(), context.Visit());
        var inputs = Inputs(context);
        var state = await context.GetRequiredService<CaseRecords>().ChangeAsync(caseId, async record =>
        {
            if (!record.IsRunning || record.IsOpen(Id, visit) || record.Left(Id, visit) is not null)
            {
                return false;
            }

            var activity = record.Definition.Find(Id)
                ?? throw new InvalidOperationException($"'{record.Definition.Id}' {record.Definition.Version} has no activity '{Id}'.");
            await record.RunStepAsync(activity, visit, inputs, context.CancellationToken);
            return true;
        }, context.CancellationToken);
        await GoOnAsync(context, state, visit);
    }

    private async ValueTask OnResumeAsync(ActivityExecutionContext context)
    {
        var state = await context.GetRequiredService<CaseRecords>().ReadAsync(context.CaseId(), context.CancellationToken);
        await GoOnAsync(context, state!, context.Visit());
    }

    // Only the record resolves a wait. Whoever resumes it otherwise, in Elsa's own tools for instance, finds it waiting again.
    private async ValueTask GoOnAsync(ActivityExecutionContext context, CaseState state, int visit)
    {
        context.TakeVariables(state);
        if (state.Trail.Find(entry => entry.ActivityId == Id && entry.Visit == visit) is { Withdrawn: false, Outcome: { } outcome })
        {
            await context.CompleteActivityWithOutcomesAsync(outcome);
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = Type,
            Stimulus = $"{state.CaseId:N}/{WaitId.Of(Id, visit)}",
            Callback = OnResumeAsync,
            IncludeActivityInstanceId = true,
        });
    }

    private Dictionary<string, string?> Inputs(ActivityExecutionContext context)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var input in context.ActivityDescriptor.Inputs.Where(input => SyntheticProperties.ContainsKey(input.Name)))
        {
            values[input.Name] = context.ActivityState?.GetValueOrDefault(input.Name) switch
            {
                null => null,
                bool value => value ? "true" : "false",
                IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var value => value.ToString(),
            };
        }

        return values;
    }
}
