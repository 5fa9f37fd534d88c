using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.Cases;
using Workflows.Storage.Audit;
using Workflows.Storage.Engine;

namespace Workflows.Processes.Definitions;

/// <summary>
/// HR publishes a new version of a process: read and checked as a file is at the start, kept in the database and in the office's record. New cases
/// follow it, on this node at once and on the others within a minute; running ones stay on theirs.
/// </summary>
public sealed class PublishDefinition(Desk desk, DefinitionCatalogue definitions, PublishedDefinitions published)
{
    private const int LongestText = 1_000_000;

    /// <summary>What is published.</summary>
    /// <param name="OperationId">Chosen by whoever asks.</param>
    /// <param name="DefinitionId">The process.</param>
    /// <param name="Version">The new version, higher than every other.</param>
    /// <param name="Text">The whole definition in the format of the files.</param>
    public sealed record Command(Guid OperationId, string DefinitionId, int Version, string Text);

    /// <summary>Publishes it, or says in a sentence what stands against it.</summary>
    public async Task<Answer> RunAsync(Command command, Guid actor, CancellationToken ct)
    {
        var answer = await desk.OnceAsync(command.OperationId, actor, nameof(PublishDefinition), () => DecideAsync(command, actor, ct), ct);
        if (answer.IsDone)
            await published.FollowAsync(ct);
        return answer;
    }

    private async Task<Answer> DecideAsync(Command command, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } notHr)
            return notHr;
        // Another node may have published meanwhile: what is checked is what will count.
        await published.FollowAsync(ct);
        var newest = definitions.Newest(command.DefinitionId);
        if (RefusalOf(command, newest) is { } refusal)
            return refusal;

        var load = published.With([new DefinitionFile(PublishedDefinitions.Name(command.DefinitionId, command.Version), command.Text)]);
        if (load.Catalogue?.Find(command.DefinitionId, command.Version) is not { } definition)
            return Answer.Refused(Refusal.Invalid, [.. Sentences(load)]);

        desk.Db.Definitions.Add(new KnownDefinition
        {
            DefinitionId = definition.Id, Version = definition.Version, Fingerprint = definition.Fingerprint, SeenAt = desk.Now, Text = command.Text,
        });
        await desk.RecordInOfficeAsync(new AuditLine("DefinitionPublished", actor)
        {
            Subject = definition.Id, OldValue = $"{newest!.Version} {newest.Fingerprint}", NewValue = $"{definition.Version} {definition.Fingerprint}",
        }, ct);
        return Answer.Done($"{definition.Id} 第 {definition.Version} 版已发布，新的办件按它办理。",
            $"Version {definition.Version} of {definition.Id} is published; new cases follow it.");
    }

    private static Answer? RefusalOf(Command command, ProcessDefinition? newest)
    {
        if (newest is null)
            return Answer.Refused(Refusal.NotFound, $"本单位没有流程 {command.DefinitionId}，发布了也不会有办件。", $"The office has no process {command.DefinitionId}: no case would ever follow it.");
        if (command.Version <= newest.Version)
            return Answer.Refused(Refusal.Stale, $"{newest.Id} 已有第 {newest.Version} 版，请在最新版上修改。", $"{newest.Id} has version {newest.Version} already. Change the newest one.");
        return command.Text is { Length: > 0 and <= LongestText }
            ? null
            : Answer.Refused(Refusal.Invalid, $"流程最多 {LongestText} 字。", $"A definition has at most {LongestText} characters.");
    }

    private static IEnumerable<Bilingual> Sentences(DefinitionLoad load) => load.Faults is { Count: > 0 } faults
        ? faults.Select(fault => new Bilingual($"这个版本不能发布：{fault}", $"This version can't be published: {fault}"))
        : [new("内容里的 definitionId 或 version 与要发布的不同。", "definitionId or version in the text aren't those that are published.")];
}
