using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Waivers;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR records that an applicant withdraws. A withdrawal during the checks makes room for the next in rank.</summary>
public sealed class WithdrawApplication(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Reason">What the applicant says.</param>
    public sealed record Command(Guid OperationId, Guid ApplicationId, string Reason);

    /// <summary>Ends the application's case and, where a call-up is running, lets it look again.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(WithdrawApplication), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Applications.FindAsync([command.ApplicationId], ct) is not { } application)
                return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
            if (!application.Standing.WaitsForRound())
                return Answer.Refused(Refusal.WrongTime, "这份应聘已经结束。", "This application has already come to its end.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明应聘人撤回的理由。", "State why the applicant withdraws.");

            var round = await desk.Db.Rounds.FindAsync([application.RoundId], ct)
                ?? throw new InvalidOperationException($"Application {application.Id} has no round.");
            var from = application.Standing;
            application.Standing = Standing.Withdrawn;
            application.Reason = command.Reason.Trim();
            application.RoundWait = null;
            desk.Record(await desk.CaseAsync(application.CaseId ?? round.CaseId!.Value, ct), new AuditLine("ApplicationWithdrawn", actor)
            {
                Subject = $"{application.Id}", OldValue = $"{from}", NewValue = $"{application.Standing}", Reason = application.Reason,
            });
            if (application.CaseId is { } caseId)
            {
                await desk.WithdrawWaiverAsync(await desk.CaseAsync(caseId, ct), ct);
                await desk.Engine.CancelAsync(caseId, application.Reason, command.OperationId, ct);
            }

            await desk.TellCallUpAsync(round, ct);
            return Answer.Done("已记录撤回。", "The withdrawal is recorded.", round.Id);
        }, ct);
}
