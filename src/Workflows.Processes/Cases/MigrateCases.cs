using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage.Audit;

namespace Workflows.Processes.Cases;

/// <summary>
/// HR moves running cases to a newer version of their process: one of them, or all that follow a version. Each case moves in a transaction of
/// its own and carries old version, new version and reason in its record; one that can't move stays as it is, and the answer says why.
/// </summary>
public sealed class MigrateCases(Desk desk, DefinitionCatalogue definitions)
{
    /// <summary>What the page posts.</summary>
    /// <param name="OperationId">Chosen by the page.</param>
    /// <param name="DefinitionId">The definition.</param>
    /// <param name="FromVersion">The version that the cases follow.</param>
    /// <param name="ToVersion">The version that they shall follow; higher.</param>
    /// <param name="CaseId">The one case to move; null for all that follow the version.</param>
    /// <param name="Reason">Why, in HR's words.</param>
    public sealed record Command(Guid OperationId, string DefinitionId, int FromVersion, int ToVersion, Guid? CaseId, string Reason);

    /// <summary>Moves the cases. The same operation again moves what the first time left undone, and gets the first answer.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var refusal = await RefusalAsync(command, actor, ct);
        var answers = new List<Answer>();
        foreach (var caseId in refusal is null ? await CasesAsync(command, ct) : [])
            answers.Add(await MoveAsync(command, caseId, actor, ct));

        desk.Db.ChangeTracker.Clear();
        return await desk.OnceAsync(command.OperationId, actor, nameof(MigrateCases), () => Task.FromResult(refusal ?? Summary(answers, command)), ct);
    }

    private async Task<Answer?> RefusalAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal)
            return refusal;
        if (definitions.Find(command.DefinitionId, command.FromVersion) is null || definitions.Find(command.DefinitionId, command.ToVersion) is null)
            return Answer.Refused(Refusal.NotFound, "没有这个流程版本。", "There is no such version of a process.");
        if (command.ToVersion <= command.FromVersion)
            return Answer.Refused(Refusal.Invalid, "办件只能改到更高的版本。", "A case moves to a higher version only.");
        return string.IsNullOrWhiteSpace(command.Reason) || command.OperationId == Guid.Empty
            ? Answer.Refused(Refusal.Invalid, "请写明改版的理由。", "Say why the cases shall move.")
            : null;
    }

    private Task<List<Guid>> CasesAsync(Command command, CancellationToken ct) => desk.Db.Cases.AsNoTracking()
        .Where(@case => @case.DefinitionId == command.DefinitionId && @case.Stage == CaseStage.Running)
        .Where(@case => @case.Id == command.CaseId || (command.CaseId == null && @case.DefinitionVersion == command.FromVersion))
        .OrderBy(@case => @case.Id).Select(@case => @case.Id).ToListAsync(ct);

    private Task<Answer> MoveAsync(Command command, Guid caseId, Guid actor, CancellationToken ct)
    {
        desk.Db.ChangeTracker.Clear();
        var operationId = OperationOf(command.OperationId, caseId);
        return desk.OnceAsync(operationId, actor, nameof(MigrateCases), async () =>
        {
            var @case = await desk.CaseAsync(caseId, ct);
            if (@case.DefinitionVersion >= command.ToVersion)
                return Answer.Done($"“{@case.TitleZh}”已按第{@case.DefinitionVersion}版办理。", $"'{@case.TitleEn}' already follows version {@case.DefinitionVersion}.");
            if (@case.Stage is not CaseStage.Running || @case.DefinitionVersion != command.FromVersion)
                return Answer.Refused(Refusal.Stale, $"“{@case.TitleZh}”的情况已经变了。", $"'{@case.TitleEn}' has changed meanwhile.");

            var items = await desk.Db.WorkItems.AsNoTracking().Where(item => item.CaseId == caseId && item.Stage == WorkItemStage.Open).ToListAsync(ct);
            var verdict = MigrationVerdict.Of(@case, items,
                definitions.Find(command.DefinitionId, command.FromVersion)!, definitions.Find(command.DefinitionId, command.ToVersion)!);
            if (!verdict.CanMove)
                return Answer.Refused(Refusal.WrongTime,
                    [.. verdict.Obstacles.Select(why => new Bilingual($"“{@case.TitleZh}”：{why.Zh}", $"'{@case.TitleEn}': {why.En}"))]);

            desk.Record(@case, new AuditLine("CaseMigrated", actor)
            {
                Subject = @case.DefinitionId, OldValue = $"{command.FromVersion}", NewValue = $"{command.ToVersion}", Reason = command.Reason.Trim(),
            });
            await desk.Engine.MigrateAsync(caseId, command.ToVersion, operationId, ct);
            return Answer.Done($"“{@case.TitleZh}”改按第{command.ToVersion}版办理。", $"'{@case.TitleEn}' follows version {command.ToVersion} now.", caseId);
        }, ct);
    }

    private static Answer Summary(List<Answer> answers, Command command)
    {
        if (answers.Count == 0)
            return Answer.Refused(Refusal.NotFound, "没有要改版的办件。", "There is no such running case to move.");
        var stayed = answers.Where(answer => !answer.IsDone).SelectMany(answer => answer.Reasons).ToList();
        var moved = answers.Count(answer => answer.IsDone);
        return moved == 0
            ? Answer.Refused(Refusal.WrongTime, stayed)
            : new Answer(null,
            [
                new($"{moved}个办件按第{command.ToVersion}版办理。", $"{moved} {(moved == 1 ? "case follows" : "cases follow")} version {command.ToVersion}."), .. stayed,
            ]);
    }

    // Each case's move is an operation of its own, known again when the whole is asked for a second time.
    private static Guid OperationOf(Guid operationId, Guid caseId) =>
        new(SHA256.HashData([.. operationId.ToByteArray(), .. caseId.ToByteArray()]).AsSpan(0, 16));
}
