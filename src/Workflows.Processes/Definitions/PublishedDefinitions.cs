using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Storage;

namespace Workflows.Processes.Definitions;

/// <summary>The versions that were published while the office ran: kept in the database, read and checked as files are, and known to every node.</summary>
public sealed class PublishedDefinitions(WorkflowsDb db, DefinitionCatalogue definitions, StepCatalogue steps)
{
    /// <summary>Takes up the versions that the database holds and the catalogue doesn't.</summary>
    /// <returns>Whether there were any.</returns>
    /// <exception cref="DefinitionFaultException">This program can't run one of them; all others are taken up.</exception>
    public async Task<bool> FollowAsync(CancellationToken ct)
    {
        var kept = await db.Definitions.AsNoTracking().Where(one => one.Text != null)
            .OrderBy(one => one.SeenAt).Select(one => new { one.DefinitionId, one.Version }).ToListAsync(ct);
        var (faults, taken) = (new List<LoadFault>(), false);
        foreach (var one in kept.Where(one => definitions.Find(one.DefinitionId, one.Version) is null))
        {
            var text = await db.Definitions.Where(row => row.DefinitionId == one.DefinitionId && row.Version == one.Version)
                .Select(row => row.Text).SingleAsync(ct);
            var load = With([new DefinitionFile(Name(one.DefinitionId, one.Version), text!)]);
            faults.AddRange(load.Faults);
            if (load.Catalogue is not { } fuller)
                continue;
            definitions.Become(fuller);
            taken = true;
        }

        return faults.Count == 0 ? taken : throw new DefinitionFaultException(faults);
    }

    /// <summary>The catalogue as it would be with these texts too, or every fault.</summary>
    public DefinitionLoad With(IEnumerable<DefinitionFile> texts) =>
        OfficeFiles.Definitions([.. definitions.All.Select(one => new DefinitionFile(one.File, one.Json)), .. texts], steps);

    /// <summary>What a published version is called where a file would have its name.</summary>
    public static string Name(string definitionId, int version) => $"{definitionId} {version} (published)";
}
