using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Processes.Mail;
using Workflows.Storage.Audit;

namespace Workflows.Processes.WorkItems.Steps;

/// <summary>
/// Writes to the applicant or the person of the case, by a template of the workflow's <c>notices</c>. Without an address HR is asked to tell them.
/// </summary>
[Step("Workflows.Notify", Inputs = ["template", "formal?"], Zh = "发信", En = "Notify")]
public sealed class Notify(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var key = $"{call.CaseId:N}/{call.WaitId}";
        if (call.MayBeRepeat && await desk.Db.Letters.AnyAsync(letter => letter.Key == key, ct))
            return StepResult.Done();

        var @case = await desk.CaseAsync(call.CaseId, ct);
        var isFormal = call.TextOrNull("formal") is not null && call.Boolean("formal");
        if (@case.PersonId is not null)
        {
            await desk.WriteToPersonAsync(@case, key, call.Text("template"), isFormal, ct);
            return StepResult.Done();
        }

        var application = await desk.ApplicationAsync(@case, ct);
        var round = await desk.RoundAsync(@case, ct);
        var template = call.Text("template");
        if (application.Record.Email.Contains('@', StringComparison.Ordinal))
        {
            desk.Db.Letters.Add(ApplicantLetter.Write(key, template, isFormal, round, application, desk.Now));
        }
        else
        {
            desk.Record(@case, new AuditLine("ApplicantHasNoAddress", null) { Subject = template });
        }

        return StepResult.Done();
    }
}
