using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;

namespace Workflows.Processes.Hiring.Steps;

/// <summary>Opens one case for each application of the round: from here HR reviews each qualification.</summary>
[Step("Workflows.OpenApplications", "Opened", "NoApplicants", Zh = "立报名办件", En = "Open the applications")]
public sealed class OpenApplications(Desk desk) : IStep
{
    /// <inheritdoc />
    public async ValueTask<StepResult> RunAsync(StepCall call, CancellationToken ct)
    {
        var roundCase = await desk.CaseAsync(call.CaseId, ct);
        var round = await desk.RoundAsync(roundCase, ct);
        round.Stage = RoundStage.QualificationReview;
        var received = (await desk.ApplicationsAsync(round, ct)).Where(application => application.Standing is Standing.Received).ToList();
        foreach (var application in received)
        {
            var @case = Open(roundCase, round, application);
            desk.Db.Cases.Add(@case);
            application.CaseId = @case.Id;
            application.Standing = Standing.UnderReview;
            await desk.Engine.StartAsync(@case.Id, @case.DefinitionId, ct);
        }

        return StepResult.Done(received.Count > 0 ? "Opened" : "NoApplicants");
    }

    private Case Open(Case roundCase, Round round, Application application) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        DefinitionId = "hiring-application",
        TitleZh = application.CaseTitle(round).Zh,
        TitleEn = application.CaseTitle(round).En,
        RoundId = round.Id,
        ApplicationId = application.Id,
        OpenedBy = roundCase.OpenedBy,
        OpenedAt = desk.Now,
    };
}
