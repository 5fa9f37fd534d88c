using Microsoft.EntityFrameworkCore;
using Workflows.Personnel.Cases;
using Workflows.Policy;
using Workflows.Processes.WorkItems;
using Workflows.Storage;
using Workflows.Web.Access;
using Workflows.Web.Text;

namespace Workflows.Web.Cases;

/// <summary>One line of a case's story.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who did it, by name; null when the process itself did.</param>
/// <param name="What">What was done.</param>
public sealed record StoryLine(DateTimeOffset At, string? Who, Bilingual What)
{
    /// <summary>The outcome of a decision.</summary>
    public string? Outcome { get; init; }

    /// <summary>In which role it was decided.</summary>
    public OfficeRole? Role { get; init; }

    /// <summary>The words that came with it; empty where there were none or they aren't for this reader.</summary>
    public string Words { get; init; } = "";

    /// <summary>The minutes and the document number that came with it.</summary>
    public IReadOnlyList<Bilingual> Papers { get; init; } = [];

    /// <summary>What it was done to, as the record says: the comment's or the file's id, among others.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The absent colleague for whom a deputy acted, by name; null for a right of one's own.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Whether it came after the reader last marked the case as read, by somebody else's hand.</summary>
    public bool IsNew { get; init; }

    /// <summary>How many such entries stand behind this line; an import makes one for each applicant.</summary>
    public int Times { get; init; } = 1;
}

/// <summary>Tells a case's story from its record and its decisions.</summary>
internal static class Stories
{
    private const int Longest = 400;
    private static readonly string[] OnePerApplicant = ["ApplicationTaken", "ApplicationChanged", "ScoresRecorded"];

    public static async Task<IReadOnlyList<StoryLine>> OfAsync(
        WorkflowsDb db, Me me, Case @case, IReadOnlyList<WorkItem> items, CancellationToken ct)
    {
        // Who took which file is for the auditor's record; told here, it would drown the story.
        var entries = await db.Audit.AsNoTracking().Where(entry => entry.CaseId == @case.Id && entry.Action != "AttachmentOpened")
            .OrderByDescending(entry => entry.Number).Take(Longest).ToListAsync(ct);
        var readUpTo = await db.CaseReadings.Where(reading => reading.CaseId == @case.Id && reading.AccountId == me.Id)
            .Select(reading => reading.UpTo).FirstOrDefaultAsync(ct);
        var names = await db.NamesAsync([.. entries.SelectMany(AuditNames.Accounts)], ct);
        var words = await StoryWords.OfAsync(db, me, @case.Id, items, ct);
        return
        [
            .. Grouped(entries).Select(group => words.Added(Line(group.Entry, group.Times, me, names, items)) with
            {
                OnBehalfOf = group.Entry.OnBehalfOf is { } absent ? names.GetValueOrDefault(absent, "—") : null,
                IsNew = group.Entry.Number > readUpTo && group.Entry.ActorId != me.Id,
            }),
        ];
    }

    private static IEnumerable<(AuditEntry Entry, int Times)> Grouped(List<AuditEntry> entries)
    {
        for (var place = 0; place < entries.Count;)
        {
            var first = entries[place];
            var times = entries.Skip(place).TakeWhile(other => IsSameMoment(first, other)).Count();
            yield return (first, times);
            place += times;
        }
    }

    private static bool IsSameMoment(AuditEntry one, AuditEntry other) => ReferenceEquals(one, other)
        || (one.Action == other.Action && one.ActorId == other.ActorId && one.Reason.Length == 0 && other.Reason.Length == 0
            && (one.At - other.At).Duration() < TimeSpan.FromSeconds(5) && OnePerApplicant.Contains(one.Action));

    private static StoryLine Line(AuditEntry entry, int times, Me me, IReadOnlyDictionary<Guid, string> names, IReadOnlyList<WorkItem> items)
    {
        var who = entry.ActorId is { } actor ? names.GetValueOrDefault(actor, "—") : null;
        var item = items.FirstOrDefault(one => entry.Subject == one.WaitId || entry.Subject.StartsWith(one.WaitId + " ", StringComparison.Ordinal));
        if (entry.Action != "WorkItemDecided" || item is null)
            return new StoryLine(entry.At, who, times > 1 ? AuditNames.Action(entry.Action) : About(AuditNames.Of(entry, names), item))
            {
                Words = Readable(entry, me) && (item is null || me.MaySeeWords(item.Form)) ? entry.Reason : "", Times = times, Subject = entry.Subject,
            };

        var decision = DecisionLine.Read(entry.NewValue);
        return new StoryLine(entry.At, who, new Bilingual(item.TitleZh, item.TitleEn))
        {
            Outcome = decision.Outcome,
            Role = Enum.TryParse<OfficeRole>(entry.Subject[item.WaitId.Length..], out var role) ? role : null,
            Words = me.MaySeeWords(item.Form) ? entry.Reason : "",
            Papers = [.. Papers(decision)],
        };
    }

    private static Bilingual About(Bilingual what, WorkItem? item) =>
        item is null ? what : new Bilingual($"{what.Zh}（{item.TitleZh}）", $"{what.En} ({item.TitleEn})");

    // Why somebody failed the checks is for HR; everybody else learns that they did. Why an item passed by itself its line says already.
    private static bool Readable(AuditEntry entry, Me me) =>
        entry.Action != "WorkItemSkipped" && (entry.Action != "ChecksConcluded" || me.MaySeeChecks());

    private static IEnumerable<Bilingual> Papers(DecisionLine decision)
    {
        if (decision.Minutes is { } minutes)
            yield return new Bilingual($"会议纪要：{minutes}", $"Minutes: {minutes}");
        if (decision.DocumentNumber is { } number)
            yield return new Bilingual($"文号：{number}", $"Document: {number}");
    }
}
