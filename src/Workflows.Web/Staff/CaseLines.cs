using Microsoft.EntityFrameworkCore;
using Workflows.Engine;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage;

namespace Workflows.Web.Staff;

/// <summary>How the lists of appointments and exits are paged, and what they say of a case.</summary>
public static class CaseLines
{
    /// <summary>How many lines a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>What waits in running cases, by case: the titles of the open items.</summary>
    public static async Task<ILookup<Guid, Bilingual>> WaitingInAsync(this WorkflowsDb db, IReadOnlyCollection<Guid> cases, CancellationToken ct) =>
        (await db.WorkItems.AsNoTracking().Where(item => cases.Contains(item.CaseId) && item.Stage == WorkItemStage.Open)
            .Select(item => new { item.CaseId, item.TitleZh, item.TitleEn }).ToListAsync(ct))
        .ToLookup(item => item.CaseId, item => new Bilingual(item.TitleZh, item.TitleEn));

    /// <summary>What the end that a case came to is called; null while it runs, or was called off.</summary>
    public static Bilingual? Ending(this DefinitionCatalogue definitions, Case @case) =>
        definitions.Find(@case.DefinitionId, @case.DefinitionVersion)?.Activities.FirstOrDefault(activity => activity.Id == @case.Ending) is { } end
            ? new Bilingual(end.Title.Zh, end.Title.En)
            : null;
}
