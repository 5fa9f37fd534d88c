namespace Workflows.Engine.Tests.Parts;

/// <summary>What the steps of a test answer, and what they were asked.</summary>
internal sealed class Script
{
    private readonly Dictionary<string, Queue<string>> answers = [];

    public List<StepCall> Calls { get; } = [];

    public List<string> Withdrawn { get; } = [];

    public DateTimeOffset? DueAt { get; set; }

    public Dictionary<string, string?> Outputs { get; } = [];

    public Func<StepCall, CancellationToken, ValueTask> Meanwhile { get; set; } = (_, _) => ValueTask.CompletedTask;

    /// <summary>What an answering step wishes through the port.</summary>
    public Func<IProcessEngine, StepCall, CancellationToken, ValueTask> Wishes { get; set; } = (_, _, _) => ValueTask.CompletedTask;

    /// <summary>Whether the step that runs now breaks off before anything of it is committed.</summary>
    public Func<bool> Crash { get; set; } = () => false;

    public void BreakOff()
    {
        if (Crash())
        {
            throw new CrashException();
        }
    }

    public void Answers(string activity, params IEnumerable<string> outcomes) => answers[activity] = new Queue<string>(outcomes);

    public string NextAnswer(StepCall call) =>
        answers.TryGetValue(call.ActivityId, out var queue) && queue.TryDequeue(out var answer) ? answer : call.Outcomes[0];
}

internal sealed class CrashException() : Exception("A step broke off.");

[Step("Workflows.Ask", "Approved", "Returned", "Rejected", StepAttribute.Due,
    Inputs = ["roles?", "days?"], Waits = true, Narrowable = true)]
internal sealed class Ask(Script script) : IStep
{
    public ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        script.Calls.Add(call);
        script.BreakOff();
        return ValueTask.FromResult(StepResult.Wait(call.Outcomes.Contains(StepAttribute.Due) ? script.DueAt : null));
    }

    public ValueTask WithdrawAsync(StepCall call, CancellationToken ct)
    {
        script.Withdrawn.Add(call.WaitId);
        return ValueTask.CompletedTask;
    }
}

[Step("Workflows.Answer", "Done", "Yes", "No", Inputs = ["text?"], Outputs = ["found"], Narrowable = true)]
internal sealed class Answer(Script script, IProcessEngine engine) : IStep
{
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        script.Calls.Add(call);
        await script.Meanwhile(call, ct);
        await script.Wishes(engine, call, ct);
        script.BreakOff();
        return StepResult.Done(script.NextAnswer(call), script.Outputs);
    }
}

[Step("Workflows.Strict", Inputs = ["days"])]
internal sealed class Strict : IStep
{
    public ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct) => ValueTask.FromResult(StepResult.Wait());
}
