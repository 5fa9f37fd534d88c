using System.Text.Json;
using Workflows.Personnel.Hiring;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Hiring;

/// <summary>
/// A reviewer declares, once for a round, which applicants are relatives (2005 provisions, Art. 27). Relatives of an applicant don't decide.
/// </summary>
public sealed class DeclareKinship(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="Relatives">The relatives among the applicants; empty means: none.</param>
    public sealed record Command(Guid OperationId, Guid RoundId, IReadOnlyList<KinshipLine> Relatives);

    /// <summary>Signs the declaration, or corrects it: a relative once declared can be added to, never taken back here.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(DeclareKinship), async () =>
        {
            if (await desk.Db.Users.FindAsync([actor], ct) is not { IsActive: true })
                return Answer.Refused(Refusal.NotAllowed, "您没有办理这件事的权限。", "You may not do this.");
            if (await desk.Db.Rounds.FindAsync([command.RoundId], ct) is not { CaseId: { } caseId } round)
                return Answer.Refused(Refusal.NotFound, "没有这个招聘批次。", "There is no such round.");
            var known = (await desk.ApplicationsAsync(round, ct)).Select(application => application.Id).ToHashSet();
            if (command.Relatives.Any(line => !known.Contains(line.ApplicationId) || string.IsNullOrWhiteSpace(line.Relation)))
                return Answer.Refused(Refusal.Invalid, "请为每位亲属选择应聘人员并写明关系。", "Name an applicant of this round and the relation for each relative.");

            var declaration = await desk.Db.KinshipDeclarations.FindAsync([round.Id, actor], ct);
            var before = declaration is null ? "" : $"{declaration.Relatives.Count}";
            if (declaration is null)
                desk.Db.KinshipDeclarations.Add(declaration = new KinshipDeclaration { RoundId = round.Id, AccountId = actor });
            else if (declaration.Relatives.Exists(line => command.Relatives.All(other => other.ApplicationId != line.ApplicationId)))
                return Answer.Refused(Refusal.Invalid, "已声明的亲属关系不能自行撤销，请联系人事。", "A declared relative can't be taken back here; ask HR.");

            declaration.Relatives = [.. command.Relatives];
            declaration.SignedAt = desk.Now;
            desk.Record(await desk.CaseAsync(caseId, ct), new AuditLine("KinshipDeclared", actor)
            {
                Subject = round.Number, OldValue = before, NewValue = $"{command.Relatives.Count}",
                Personal = command.Relatives.Count == 0 ? "" : JsonSerializer.Serialize(command.Relatives, PolicyJson.Options),
            });
            return Answer.Done("已签署亲属关系声明。", "The declaration is signed.", round.Id);
        }, ct);
}
