using System.Diagnostics;

namespace Workflows.Engine;

/// <summary>Calls the step classes of one case and holds them to what they declare.</summary>
internal sealed class StepRunner(ProcessDefinition definition, CaseState state, IServiceProvider services)
{
    private static readonly ActivitySource Traces = new("Workflows.Engine");

    public async ValueTask<StepResult> RunAsync(
        Activity activity, int visit, CancellationToken ct, IReadOnlyDictionary<string, string?>? inputs = null)
    {
        using var span = Traces.StartActivity(activity.Step!.Type.Name);
        span?.SetTag("workflows.case", state.CaseId).SetTag("workflows.definition", definition.Id).SetTag("workflows.activity", activity.Id);
        var call = Call(activity, visit);
        var result = await StepOf(activity).RunAsync(inputs is null ? call : call with { Inputs = inputs }, ct);
        switch (result)
        {
            case StepResult.Completed done:
                span?.SetTag("workflows.outcome", done.Outcome);
                Demand(activity, activity.Outgoing.ContainsKey(done.Outcome),
                    $"ended with '{done.Outcome}', which the activity does not have");
                Keep(activity, done.Outputs);
                break;
            case StepResult.Waiting wait:
                Demand(activity, activity.Waits, "waits, but its attribute does not declare Waits");
                Demand(activity, wait.DueAt is null || activity.Outgoing.ContainsKey(StepAttribute.Due),
                    $"gave a due time, but the activity has no outcome '{StepAttribute.Due}'");
                break;
        }

        return result;
    }

    public ValueTask WithdrawAsync(Activity activity, int visit, CancellationToken ct) =>
        activity.Step is null ? ValueTask.CompletedTask : StepOf(activity).WithdrawAsync(Call(activity, visit), ct);

    private IStep StepOf(Activity activity) => services.GetService(activity.Step!.Type) as IStep
        ?? throw new InvalidOperationException($"{activity.Step.Type} is not registered: call AddStep for it.");

    private StepCall Call(Activity activity, int visit)
    {
        var inputs = new Dictionary<string, string?>(activity.Inputs.Count, StringComparer.Ordinal);
        foreach (var (name, expression) in activity.Inputs)
        {
            inputs[name] = expression.Evaluate(state);
        }

        return new StepCall(state.CaseId, activity.Id, visit, inputs, activity.Outcomes)
        {
            DefinitionId = definition.Id,
            Version = definition.Version,
            Title = activity.Title,
        };
    }

    private void Keep(Activity activity, IReadOnlyDictionary<string, string?>? outputs)
    {
        if (outputs is null)
        {
            return;
        }

        foreach (var (name, variable) in activity.Outputs)
        {
            if (outputs.TryGetValue(name, out var value))
            {
                state.Variables[variable] = value;
            }
        }
    }

    private void Demand(Activity activity, bool met, string what)
    {
        if (!met)
        {
            throw new InvalidOperationException($"{activity.Type} at '{activity.Id}' of '{definition.Id}' {definition.Version} {what}.");
        }
    }
}
