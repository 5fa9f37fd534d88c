using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Secondment;

namespace Workflows.Processes.Secondment.Steps;

/// <summary>Writes a formal letter to everybody who stands on a semester's list and was asked about it.</summary>
[Step("Workflows.NotifyTeachers", Inputs = ["template"], Zh = "告知教师", En = "Notify the teachers")]
public sealed class NotifyTeachers(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var plan = await desk.PlanAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        foreach (var line in plan.Lines.Where(line => line is { Stands: true, HeardUntil: not null }).OrderBy(line => line.Id))
        {
            var key = Key(call, line);
            if (!call.MayBeRepeat || !await desk.Db.Letters.AnyAsync(letter => letter.Key == key, ct))
                await desk.WriteToTeacherAsync(@case, plan, line, call.Text("template"), key, ct);
        }

        return StepResult.Done();
    }

    private static string Key(StepCall call, PlanLine line) => $"{call.CaseId:N}/{call.WaitId}/{line.Id:N}";
}
