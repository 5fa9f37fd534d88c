using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Staff.Export;

/// <summary>Everything that is kept about one applicant, as JSON, handed out by HR when the applicant asks for it (PIPL Art. 45): the same as for a person on the roster.</summary>
public sealed class ExportApplicant(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="ApplicationId">The application.</param>
    public sealed record Command(Guid OperationId, Guid ApplicationId);

    /// <summary>Records that the data are taken; the caller hands them out only when this was done.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(ExportApplicant), async () =>
        {
            if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
                return refusal;
            if (await desk.Db.Applications.FindAsync([command.ApplicationId], ct) is not { } application)
                return Answer.Refused(Refusal.NotFound, "没有这份应聘材料。", "There is no such application.");
            var round = await desk.Db.Rounds.SingleAsync(one => one.Id == application.RoundId, ct);
            desk.Record(await desk.CaseAsync(application.CaseId ?? round.CaseId!.Value, ct), new AuditLine("PersonExported", actor) { Subject = $"{application.Id}" });
            return Answer.Done("已记录本次导出。", "That you took it is recorded.", application.Id);
        }, ct);

    /// <summary>The data, by table; of the applicant's case also what was written and filed there, without the files themselves.</summary>
    public async Task<byte[]> WriteAsync(Guid applicationId, CancellationToken ct)
    {
        var db = desk.Db;
        var all = await AboutSomebody.ReadAsync(desk, typeof(Application), "ApplicationId", applicationId, ct);
        var caseId = await db.Applications.Where(one => one.Id == applicationId).Select(one => one.CaseId).SingleAsync(ct);
        all["comments"] = AboutSomebody.Node(await db.CaseComments.AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.Id)
            .Select(one => new { one.WrittenAt, one.Text }).ToListAsync(ct));
        all["attachments"] = AboutSomebody.Node(await db.Attachments.AsNoTracking().Where(one => one.CaseId == caseId).OrderBy(one => one.Id)
            .Select(one => new { one.FileName, one.MediaType, one.Size, one.UploadedAt, one.RemovedAt }).ToListAsync(ct));
        all["letters"] = await AboutSomebody.LettersAsync(db.Letters.Where(letter => letter.CaseId == caseId && letter.AccountId == null), ct);
        return JsonSerializer.SerializeToUtf8Bytes(all, PolicyJson.Indented);
    }
}
