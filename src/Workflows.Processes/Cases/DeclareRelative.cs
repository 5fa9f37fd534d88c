using System.Text.Json;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// A reviewer declares, once for a case about people on the roster, whether one of them is a relative (2005 provisions, Art. 27). Relatives don't
/// decide.
/// </summary>
public sealed class DeclareRelative(Desk desk)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="CaseId">The case.</param>
    /// <param name="IsRelative">Whether the person concerned is a relative.</param>
    /// <param name="Relation">The relation in the declarer's words; empty for none.</param>
    public sealed record Command(Guid OperationId, Guid CaseId, bool IsRelative, string Relation);

    /// <summary>Signs the declaration; a relative once declared is never taken back here.</summary>
    public Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct) =>
        desk.OnceAsync(command.OperationId, actor, nameof(DeclareRelative), async () =>
        {
            if (await desk.Db.Cases.FindAsync([command.CaseId], ct) is not { RoundId: null } @case || !await desk.MayReadAsync(actor, @case, ct))
                return Answer.Refused(Refusal.NotFound, "没有这个办件。", "There is no such case.");
            if (command.IsRelative && string.IsNullOrWhiteSpace(command.Relation))
                return Answer.Refused(Refusal.Invalid, "请写明亲属关系。", "State the relation.");

            var declaration = await desk.Db.CaseDeclarations.FindAsync([@case.Id, actor], ct);
            if (declaration is { IsRelative: true } && !command.IsRelative)
                return Answer.Refused(Refusal.Invalid, "已声明的亲属关系不能自行撤销，请联系人事。", "A declared relative can't be taken back here; ask HR.");
            var before = declaration is null ? "" : declaration.IsRelative ? "1" : "0";
            if (declaration is null)
                desk.Db.CaseDeclarations.Add(declaration = new CaseDeclaration { CaseId = @case.Id, AccountId = actor });
            declaration.IsRelative = command.IsRelative;
            declaration.Relation = command.IsRelative ? command.Relation.Trim() : "";
            declaration.SignedAt = desk.Now;
            desk.Record(@case, new AuditLine("KinshipDeclared", actor)
            {
                OldValue = before, NewValue = command.IsRelative ? "1" : "0",
                Personal = command.IsRelative ? JsonSerializer.Serialize(new { declaration.Relation }, PolicyJson.Options) : "",
            });
            return Answer.Done("已签署亲属关系声明。", "The declaration is signed.", @case.Id);
        }, ct);
}
