using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;

namespace Workflows.Processes.Cases;

/// <summary>Tries a migration without changing anything: what the newer version does differently, and which cases could move.</summary>
public sealed class PreviewMigration(Desk desk, DefinitionCatalogue definitions)
{
    /// <summary>What somebody wants to try.</summary>
    /// <param name="DefinitionId">The definition.</param>
    /// <param name="FromVersion">The version whose running cases would move.</param>
    /// <param name="ToVersion">The newer version.</param>
    public sealed record Query(string DefinitionId, int FromVersion, int ToVersion);

    /// <summary>Judges every running case of the version. HR and the auditor may ask.</summary>
    public async Task<MigrationPreview> RunAsync(Query query, Guid actor, CancellationToken ct)
    {
        if (await desk.RefusalUnlessAsync(actor, OfficeRole.HumanResources, ct) is { } refusal
            && await desk.RefusalUnlessAsync(actor, OfficeRole.Auditor, ct) is not null)
            return MigrationPreview.Refused(refusal);
        if (definitions.Find(query.DefinitionId, query.FromVersion) is not { } from
            || definitions.Find(query.DefinitionId, query.ToVersion) is not { } to)
            return MigrationPreview.Refused(Answer.Refused(Refusal.NotFound, "没有这个流程版本。", "There is no such version of a process."));
        if (to.Version <= from.Version)
            return MigrationPreview.Refused(Answer.Refused(Refusal.Invalid, "办件只能改到更高的版本。", "A case moves to a higher version only."));

        var cases = await desk.Db.Cases.AsNoTracking()
            .Where(@case => @case.Stage == CaseStage.Running && @case.DefinitionId == from.Id && @case.DefinitionVersion == from.Version)
            .OrderBy(@case => @case.Id).ToListAsync(ct);
        var items = await desk.Db.WorkItems.AsNoTracking()
            .Where(item => item.Stage == WorkItemStage.Open && item.Case.Stage == CaseStage.Running
                && item.Case.DefinitionId == from.Id && item.Case.DefinitionVersion == from.Version)
            .ToListAsync(ct);
        var byCase = items.ToLookup(item => item.CaseId);
        var difference = DefinitionDifference.Between(from, to);
        return new MigrationPreview(null, difference, DifferenceWording.Sentences(difference, from, to),
            [.. cases.Select(@case => MigrationVerdict.Of(@case, byCase[@case.Id], from, to))]);
    }
}

/// <summary>What a migration would do.</summary>
/// <param name="Refusal">Why it can't be tried; null when it could.</param>
/// <param name="Difference">What the newer version does differently; null when refused.</param>
/// <param name="Sentences">The same in sentences.</param>
/// <param name="Cases">The running cases of the older version, oldest first, each with its verdict.</param>
public sealed record MigrationPreview(
    Answer? Refusal, DefinitionDifference? Difference, IReadOnlyList<Bilingual> Sentences, IReadOnlyList<MigrationVerdict> Cases)
{
    internal static MigrationPreview Refused(Answer refusal) => new(refusal, null, [], []);
}
