using Workflows.Personnel.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR looks at an applicant's ID number, phone and mail, which pages otherwise mask; that it looked is recorded.</summary>
public sealed class ViewPersonalData(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ApplicationId">The application.</param>
    public sealed record Command(Guid OperationId, Guid ApplicationId);

    /// <summary>Records the look; the caller shows the data only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ViewPersonalData), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Applications.FindAsync([command.ApplicationId], ct) is not { } application)
                return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
            var round = await desk.Db.Rounds.FindAsync([application.RoundId], ct)
                ?? throw new InvalidOperationException($"Application {application.Id} has no round.");

            var caseId = application.CaseId ?? round.CaseId!.Value;
            desk.Record(await desk.CaseAsync(caseId, ct), new AuditLine("PersonalDataViewed", actor) { Subject = $"{application.Id}" });
            return Answer.Done("已记录本次查看。", "That you looked is recorded.", application.Id);
        }, ct);
}
