using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Processes.Cases;
using Workflows.Processes.Hiring;
using Workflows.Processes.Lists;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Notices;

/// <summary>HR records what became of an objection: upheld, and the name is struck; or dismissed. The notice runs on.</summary>
public sealed class HandleObjection(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="NoticeId">The notice.</param>
    /// <param name="ObjectionId">The objection.</param>
    /// <param name="Upheld">Whether it was found right.</param>
    /// <param name="Finding">What was found, and by whom.</param>
    /// <param name="DocumentNumber">The number of the paper that answers the objection; empty where it was answered by word of mouth.</param>
    public sealed record Command(Guid OperationId, Guid NoticeId, Guid ObjectionId, bool Upheld, string Finding, string DocumentNumber = "");

    /// <summary>Records the finding and lets the days count again.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(HandleObjection), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            var notice = await desk.NoticeAsync(command.NoticeId, ct);
            if (notice?.Objections.Find(objection => objection.Id == command.ObjectionId) is not { } objection)
                return Answer.Refused(Refusal.NotFound, "没有这条异议。", "There is no such objection.");
            var @case = await desk.CaseAsync(notice.CaseId, ct);
            if (await desk.RefusalOfInterestAsync(actor, @case, ct) is { } recused)
                return recused;
            if (objection.HandledOn is not null)
                return Answer.Refused(Refusal.Stale, "这条异议已经处理。", "This objection is already handled.");
            if (string.IsNullOrWhiteSpace(command.Finding))
                return Answer.Refused(Refusal.Invalid, "请写明核查结论。", "State what was found.");

            objection.Upheld = command.Upheld;
            objection.Finding = command.Finding.Trim();
            objection.DocumentNumber = command.DocumentNumber.Trim() is { Length: > 0 } number ? number : null;
            objection.HandledOn = desk.Today;
            if (command.Upheld && objection.ApplicationId is { } struck)
                await StrikeAsync(struck, objection.Finding, ct);
            if (command.Upheld && objection.PersonId is { } listed)
                await StrikeFromListAsync(notice.CaseId, listed, objection.Finding, actor, ct);
            desk.Record(@case, new AuditLine("ObjectionHandled", actor)
            {
                Subject = $"{objection.Subject}", OldValue = "Open", Reason = objection.Finding,
                NewValue = $"{(command.Upheld ? "Upheld" : "Dismissed")}{(objection.DocumentNumber is null ? "" : $"; document {objection.DocumentNumber}")}",
            });
            if (notice.WaitId is { } wait)
                await desk.Engine.SignalAsync(notice.CaseId, wait, Outcomes.Again, command.OperationId, ct);
            return Answer.Done("已记录处理结果，公示继续。", "The finding is recorded; the notice runs on.", notice.RoundId ?? notice.CaseId);
        }, ct);

    private async Task StrikeFromListAsync(Guid caseId, Guid personId, string finding, Guid actor, CancellationToken ct)
    {
        if (await desk.FindListAsync(caseId, ct) is { } list && list.Standing.FirstOrDefault(line => line.PersonId == personId) is { } line)
            await desk.StrikeAsync(list, line, $"公示异议成立：{finding}", actor, ct);
    }

    private async Task StrikeAsync(Guid applicationId, string finding, CancellationToken ct)
    {
        var application = await desk.Db.Applications.FirstAsync(a => a.Id == applicationId, ct);
        application.Standing = Standing.Struck;
        application.Reason = finding;
        await desk.TellAsync(application, Outcomes.NotTaken, ct);
    }
}
