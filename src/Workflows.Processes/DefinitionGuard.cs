using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Storage.Engine;

namespace Workflows.Processes;

/// <summary>
/// Holds the workflows folder to what running cases follow: a version that was once seen never changes, and a version that a case runs on is
/// there. Asked at start, before anything moves. A version newer than all that the folder has is no fault: during an upgrade a newer program works
/// beside this one, which leaves the cases of that version alone.
/// </summary>
public sealed class DefinitionGuard(WorkflowsDb db, DefinitionCatalogue definitions, TimeProvider clock)
{
    /// <summary>
    /// What stands against starting, each with the file and the remedy. Where nothing does, versions that are new here are recorded with their
    /// fingerprints.
    /// </summary>
    public async Task<IReadOnlyList<Bilingual>> FaultsAsync(CancellationToken ct)
    {
        var known = await db.Definitions.AsNoTracking().ToListAsync(ct);
        var running = await db.Cases.AsNoTracking()
            .Where(@case => @case.Stage == CaseStage.Running && @case.DefinitionVersion > 0)
            .GroupBy(@case => new { @case.DefinitionId, @case.DefinitionVersion })
            .Select(group => new Followed(group.Key.DefinitionId, group.Key.DefinitionVersion, group.Count()))
            .ToListAsync(ct);
        List<Bilingual> faults =
        [
            .. from definition in definitions.All
               join one in known on (definition.Id, definition.Version) equals (one.DefinitionId, one.Version)
               where definition.Fingerprint != one.Fingerprint
               select one.Text is null ? Changed(definition) : Taken(definition),
            .. running.Where(one => definitions.Find(one.DefinitionId, one.Version) is null && !IsNewer(one)).Select(Missing),
        ];
        // Recorded by another node at this very moment: what it saw is compared with what this one sees.
        return faults.Count > 0 || await IsRecordedAsync(definitions.All.Where(definition => !known.Exists(one => IsSame(one, definition))), ct)
            ? faults
            : await FaultsAsync(ct);
    }

    // Recorded by the node that opened them.
    private bool IsNewer(Followed followed) => definitions.Newest(followed.DefinitionId) is not { } newest || newest.Version < followed.Version;

    private async Task<bool> IsRecordedAsync(IEnumerable<ProcessDefinition> unseen, CancellationToken ct)
    {
        db.Definitions.AddRange(unseen.Select(definition => new KnownDefinition
        {
            DefinitionId = definition.Id, Version = definition.Version, Fingerprint = definition.Fingerprint, SeenAt = clock.Now(),
        }));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException failure) when (db.Dialect.IsDuplicate(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private static bool IsSame(KnownDefinition known, ProcessDefinition definition) =>
        known.DefinitionId == definition.Id && known.Version == definition.Version;

    private static Bilingual Changed(ProcessDefinition definition) => new(
        $"{definition.File}：{definition.Id} 第 {definition.Version} 版的内容变了，已有办件按原内容办理。请恢复原文件；要修改，请先把原文件留在旁边（如 round.v1.json），再改文件并提高 version。",
        $"{definition.File}: version {definition.Version} of {definition.Id} has changed, and cases follow what it was. "
        + "Restore the file; to change it, keep what it was beside it (as in round.v1.json), and give the changed file a higher version.");

    private static Bilingual Taken(ProcessDefinition definition) => new(
        $"{definition.File}：{definition.Id} 第 {definition.Version} 版已在系统运行中发布，内容与这个文件不同。请提高文件的 version。",
        $"{definition.File}: version {definition.Version} of {definition.Id} was published while the office ran, with other content than this file. "
        + "Give the file a higher version.");

    private static Bilingual Missing(Followed followed) => new(
        $"有 {followed.Cases} 个办件在按 {followed.DefinitionId} 第 {followed.Version} 版办理，流程文件夹里没有这一版。请把该版的 .json 文件放回。",
        $"{followed.Cases} running cases follow version {followed.Version} of {followed.DefinitionId}, which the workflows folder lacks. "
        + "Put that version's .json file back.");

    private sealed record Followed(string DefinitionId, int Version, int Cases);
}
