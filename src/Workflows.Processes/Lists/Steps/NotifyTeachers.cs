using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Lists;

namespace Workflows.Processes.Lists.Steps;

/// <summary>Writes a formal letter to everybody who stands on a list and was asked about it.</summary>
[Step("Workflows.NotifyTeachers", Inputs = ["template"], Zh = "告知教师", En = "Notify the teachers")]
public sealed class NotifyTeachers(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var list = await desk.ListAsync(call.CaseId, ct);
        var @case = await desk.CaseAsync(call.CaseId, ct);
        foreach (var line in list.Standing.Where(line => line.HeardUntil is not null).OrderBy(line => line.Id))
        {
            var key = Key(call, line);
            if (!call.MayBeRepeat || !await desk.Db.Letters.AnyAsync(letter => letter.Key == key, ct))
                await desk.WriteToTeacherAsync(@case, list, line, call.Text("template"), key, ct);
        }

        return StepResult.Done();
    }

    private static string Key(StepCall call, ListLine line) => $"{call.CaseId:N}/{call.WaitId}/{line.Id:N}";
}
