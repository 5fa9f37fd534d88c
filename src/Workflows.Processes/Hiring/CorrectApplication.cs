using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Policy.Hiring;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>HR corrects what an application says, from a document that was shown, and gives the reason. The verdict is computed again.</summary>
public sealed class CorrectApplication(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Version">The version of the application that the page showed.</param>
    /// <param name="Record">What it should say.</param>
    /// <param name="Reason">From which document, and why.</param>
    public sealed record Command(Guid OperationId, Guid ApplicationId, long Version, ApplicantRecord Record, string Reason);

    /// <summary>Corrects the record. Old and new values go to the record's personal side.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(CorrectApplication), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Applications.FindAsync([command.ApplicationId], ct) is not { } application)
                return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
            if (application.Version != command.Version)
                return Answer.Refused(Refusal.Stale, "材料已被别人改过，请刷新后再改。", "Somebody else changed the application. Reload, then correct it.");
            if (application.Standing is not (Standing.Received or Standing.UnderReview))
                return Answer.Refused(Refusal.WrongTime, "资格审查已有结论，不能再改材料。", "The review is concluded; the application can't be corrected.");
            if (string.IsNullOrWhiteSpace(command.Reason))
                return Answer.Refused(Refusal.Invalid, "请写明依据哪份材料更正。", "Say from which document this is corrected.");

            var record = command.Record with { Name = WrittenForm.Name(command.Record.Name) };
            if (record.Name.Length == 0)
                return Answer.Refused(Refusal.Invalid, "姓名不能为空。", "The name can't be empty.");

            var round = await desk.Db.Rounds.FindAsync([application.RoundId], ct)
                ?? throw new InvalidOperationException($"Application {application.Id} has no round.");
            var (before, earlier) = (application.Record, application.Verdict.Verdict);
            var @case = await desk.CaseAsync(application.CaseId ?? round.CaseId!.Value, ct);
            if (await desk.IsConcernedAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotAllowed, "应聘人员是您声明的亲属，应当回避。", "The applicant is a declared relative of yours: somebody else acts.");
            (application.Name, application.Record) = (record.Name, record);
            application.Verdict = HiringRules.Evaluate(record, round.Plan.Terms(round.AgeReading), desk.Office.Policy);
            if (application.CaseId is not null)
                (@case.TitleZh, @case.TitleEn) = (application.CaseTitle(round).Zh, application.CaseTitle(round).En);
            desk.Record(@case, new AuditLine("ApplicationCorrected", actor)
            {
                Subject = $"{application.Id}",
                OldValue = $"{earlier}",
                NewValue = $"{application.Verdict.Verdict}",
                Reason = command.Reason.Trim(),
                Personal = JsonSerializer.Serialize(new { Before = before, After = record }, PolicyJson.Options),
            });
            return Answer.Done("材料已更正，结论已重新计算。", "Corrected; the verdict was computed again.", application.Id);
        }, ct);
}
