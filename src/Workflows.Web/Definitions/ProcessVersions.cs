using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Storage;

namespace Workflows.Web.Definitions;

/// <summary>A process with its versions, newest first.</summary>
/// <param name="Id">The definition's id.</param>
/// <param name="Name">Its name, as the newest file gives it.</param>
/// <param name="Versions">Its versions, newest first: new cases follow the first.</param>
public sealed record ProcessVersions(string Id, string Name, IReadOnlyList<VersionLine> Versions)
{
    /// <summary>Every process of the workflows folder, with how many running cases follow each version.</summary>
    public static async Task<IReadOnlyList<ProcessVersions>> AllAsync(WorkflowsDb db, DefinitionCatalogue definitions, CancellationToken ct)
    {
        var running = await db.Cases.AsNoTracking().Where(@case => @case.Stage == CaseStage.Running)
            .GroupBy(@case => new { @case.DefinitionId, @case.DefinitionVersion })
            .Select(group => new { group.Key.DefinitionId, group.Key.DefinitionVersion, Count = group.Count() }).ToListAsync(ct);
        var seen = await db.Definitions.AsNoTracking().ToListAsync(ct);
        return
        [
            .. definitions.All.GroupBy(definition => definition.Id).Select(versions => new ProcessVersions(
                versions.Key, definitions.Newest(versions.Key)!.Name,
                [.. versions.OrderByDescending(one => one.Version).Select(one => new VersionLine(
                    one.Version, one.File, one.Fingerprint,
                    seen.Find(known => known.DefinitionId == one.Id && known.Version == one.Version)?.SeenAt,
                    running.Find(group => group.DefinitionId == one.Id && group.DefinitionVersion == one.Version)?.Count ?? 0))])),
        ];
    }
}

/// <summary>One version of a process.</summary>
/// <param name="Version">Its number.</param>
/// <param name="File">The file it was read from.</param>
/// <param name="Fingerprint">The fingerprint of its content (SHA-256, hexadecimal).</param>
/// <param name="SeenAt">When this installation first saw it, UTC; null before the first start with it.</param>
/// <param name="RunningCases">How many running cases follow it.</param>
public sealed record VersionLine(int Version, string File, string Fingerprint, DateTimeOffset? SeenAt, int RunningCases);
