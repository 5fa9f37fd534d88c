using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Storage;
using Workflows.Web.Access;

namespace Workflows.Web.Cases;

/// <summary>
/// What a case's story says and its record doesn't: the words of comments and the names of files. Both may speak of persons, so they stay
/// outside of the chain.
/// </summary>
internal sealed class StoryWords
{
    private readonly Dictionary<string, string> comments;
    private readonly Dictionary<string, string> files;

    private StoryWords(Dictionary<string, string> comments, Dictionary<string, string> files) => (this.comments, this.files) = (comments, files);

    /// <summary>Reads what the asking account may see.</summary>
    public static async Task<StoryWords> OfAsync(WorkflowsDb db, Me me, Guid caseId, IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        var comments = await db.CaseComments.AsNoTracking().Where(one => one.CaseId == caseId).ToListAsync(ct);
        var files = await db.Attachments.AsNoTracking().Where(one => one.CaseId == caseId)
            .Select(one => new { one.Id, one.WorkItemId, one.FileName }).ToListAsync(ct);
        return new StoryWords(
            comments.ToDictionary(one => $"{one.Id}", one => one.Text),
            files.Where(one => ConfidentialForms.MaySee(me.Roles, items.FirstOrDefault(item => item.Id == one.WorkItemId)?.Form))
                .ToDictionary(one => $"{one.Id}", one => one.FileName));
    }

    /// <summary>The line with its comment's words or its file's name; any other line as it is.</summary>
    public StoryLine Added(StoryLine line)
    {
        if (comments.TryGetValue(line.Subject, out var text))
            return line with { Words = text };
        return files.TryGetValue(line.Subject, out var name) ? line with { Papers = [new Bilingual(name, name)] } : line;
    }
}
