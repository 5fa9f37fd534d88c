using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Hiring;
using Workflows.Personnel.Notices;
using Workflows.Policy.Hiring;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices.Steps;

/// <summary>Posts one public notice (公示) for the whole list: name, birth month, education, employer and post, never ID or phone.</summary>
[Step("Workflows.PublishNotice")]
public sealed class PublishNotice(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        if (call.MayBeRepeat && await desk.Db.Notices.AnyAsync(n => n.CaseId == call.CaseId && n.Step == call.WaitId, ct))
            return StepResult.Done();

        var @case = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(@case, ct);
        var proposed = (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing is Standing.Proposed);
        desk.Db.Notices.Add(new PublicNotice
        {
            Id = Guid.CreateVersion7(desk.Now),
            CaseId = @case.Id,
            Step = call.WaitId,
            RoundId = round.Id,
            PostedOn = desk.Today,
            Days = round.Plan.NoticeDays,
            Lines = [.. proposed.OrderBy(application => application.Rank).Select(application => Line(round, application))],
        });
        round.Stage = RoundStage.OnNotice;
        desk.Record(@case, new AuditLine("NoticePosted", null) { Subject = call.WaitId, NewValue = $"{round.Plan.NoticeDays}" });
        return StepResult.Done();
    }

    private static NoticeLine Line(Round round, Application application) => new(
        application.Id,
        application.Name,
        ApplicantBirth.Month(application.Record),
        application.Record.Education,
        application.Record.Employer,
        round.Plan.Post);
}
